package org.saisei.eligibility.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules for patients as they are written down, evaluated a second time: from the values of a {@link Situation} to the
 * words of verdicts and decision. Shares nothing with the code under test.
 */
final class RulePage {
    private final boolean planning;
    private final Map<String, String> values;

    RulePage(String stage, Map<String, String> values) {
        this.planning = stage.equals("PLANNING");
        this.values = values;
    }

    Map<String, String> verdicts() {
        var verdicts = new LinkedHashMap<String, String>();
        verdicts.put("S-P0", accredited());
        verdicts.put("S-P1", requirement(flag("traumaticInjury")));
        verdicts.put("S-P2", ais());
        verdicts.put("S-P4", ifChild(weighing()));
        verdicts.put("S-F4p", ifChild(paediatrician()));
        verdicts.put("S-P5", hypersensitivity());
        verdicts.put("S-P6.1", malignancy());
        verdicts.put("S-P6.2", present(flag("allergicDisposition")));
        verdicts.put("S-P6.3", present(flag("hypercoagulability")));
        verdicts.put("S-P6.4", present(flag("infection")));
        verdicts.put("S-P6.5", present(flag("lowBodyWeight"), flag("anaemia")));
        verdicts.put("S-P6.6", present(flag("extremelyPoorGeneralCondition")));
        verdicts.put("S-P6.7", present(flag("severeIntracranialOrVascularLesion")));
        verdicts.put("S-P6.8", present(flag("severeSpinalDisease")));
        verdicts.put(
                "S-P6.9",
                present(
                        above("bloodPressure.systolicMmHg", 140),
                        above("bloodPressure.diastolicMmHg", 90),
                        flag("bloodPressure.notControllable")));
        verdicts.put("S-P7", consent());
        verdicts.put("S-P8", marrow());
        verdicts.put("S-P9", trial());
        verdicts.put("S-P10", statements());
        return verdicts;
    }

    /** INELIGIBLE > INDETERMINATE > NOT_RECOMMENDED > ELIGIBLE_WITH_CAUTION > ELIGIBLE; advisories touch nothing. */
    String decision() {
        var verdicts = verdicts();
        var guides = List.of("S-P8", "S-P9");
        verdicts.keySet().removeAll(guides);
        var cautions =
                verdicts.keySet().stream().filter(id -> id.startsWith("S-P6.")).toList();
        if (verdicts.containsValue("NOT_MET") || "PRESENT".equals(verdicts.get("S-P5"))) {
            return "INELIGIBLE";
        }
        if (verdicts.containsValue("UNKNOWN")) {
            return "INDETERMINATE";
        }
        if (cautions.stream().noneMatch(id -> "PRESENT".equals(verdicts.get(id)))) {
            return "ELIGIBLE";
        }
        var tumourWeighedAgainst = isYes("tumourPresent") && isNo("tumourWeighing.benefitOutweighsRisk");
        return "yes".equals(values.get("declared")) && !tumourWeighedAgainst
                ? "ELIGIBLE_WITH_CAUTION"
                : "NOT_RECOMMENDED";
    }

    /** Decided by the AIS immediately before the administration, and by that alone. */
    String coverage() {
        if (planning) {
            return "";
        }
        if (isNo("traumaticInjury")) {
            return "NOT_COVERED";
        }
        return switch (ais()) {
            case "MET" -> isYes("traumaticInjury") ? "COVERED" : "UNKNOWN";
            case "NOT_MET" -> "NOT_COVERED";
            default -> "UNKNOWN";
        };
    }

    private String accredited() {
        if (!"ACCREDITED".equals(values.get("accreditation")) || !"DR-0001".equals(values.get("physician"))) {
            return "NOT_MET";
        }
        return "-".equals(values.get("attestation S-F1.6")) ? "UNKNOWN" : "MET";
    }

    private String ais() {
        var grade = known("ais.grade");
        var assessed = day("ais.assessedOn");
        if (grade == null || assessed == null) {
            return "UNKNOWN";
        }
        if (!planning) {
            var atPlanning = day("planning.ais.assessedOn");
            var collected = day("firstCollectionOn");
            var administration = day("plannedAdministrationOn");
            if (administration == null
                    || collected == null
                    || assessed <= collected
                    || administration < assessed
                    || administration - assessed > 7
                    || (atPlanning != null && assessed <= atPlanning)) {
                return "UNKNOWN";
            }
        }
        return "ABC".contains(grade) ? "MET" : "NOT_MET";
    }

    private String ifChild(String ofChild) {
        var age = known("ageYears");
        if (age == null) {
            return "UNKNOWN";
        }
        return Integer.parseInt(age) < 15 ? ofChild : "NOT_APPLICABLE";
    }

    private String weighing() {
        var group = "paediatricWeighing.";
        var said = Stream.of("ageConsidered", "weightConsidered", "generalConditionConsidered", "inFavour")
                .map(name -> flag(group + name))
                .toList();
        if (said.contains(Boolean.FALSE)) {
            return "NOT_MET";
        }
        return said.contains(null) || known(group + "weighedOn") == null ? "UNKNOWN" : "MET";
    }

    private String paediatrician() {
        var stated = values.getOrDefault("attestation S-F4p", "stated");
        return stated.equals("-") ? "UNKNOWN" : stated.startsWith("until") ? "NOT_MET" : "MET";
    }

    private String hypersensitivity() {
        if (isYes("hypersensitivityToComponent")) {
            return "PRESENT";
        }
        if (isYes("hypersensitivityToMaterial") && isYes("materialIsComponent")) {
            return "PRESENT";
        }
        var material = isNo("hypersensitivityToMaterial")
                || (isYes("hypersensitivityToMaterial") && isNo("materialIsComponent"));
        return isNo("hypersensitivityToComponent") && material ? "ABSENT" : "UNKNOWN";
    }

    private String malignancy() {
        if (isYes("tumourPresent")) {
            return known("tumourWeighing.weighedOn") == null || known("tumourWeighing.benefitOutweighsRisk") == null
                    ? "UNKNOWN"
                    : "PRESENT";
        }
        if (isNo("malignancy")) {
            return "ABSENT";
        }
        return isYes("malignancy") && isNo("tumourPresent") ? "PRESENT" : "UNKNOWN";
    }

    private String consent() {
        if (isNo("consent.given")) {
            return "NOT_MET";
        }
        var days = new ArrayList<Integer>();
        Stream.of("consent.explainedOn", "consent.consentedOn")
                .map(this::day)
                .filter(Objects::nonNull)
                .forEach(days::add);
        var complete = days.size() == 2 && isYes("consent.given") && known("consent.teamToldOn") != null;
        if (!complete || days.getFirst() > days.getLast()) {
            return "UNKNOWN";
        }
        if (day("firstCollectionOn") == null) {
            var planned = Stream.of("plannedFirstBloodCollectionOn", "plannedMarrowCollectionOn")
                    .map(this::day)
                    .filter(Objects::nonNull)
                    .toList();
            if (!planning
                    || day("plannedFirstBloodCollectionOn") == null
                    || planned.stream().anyMatch(day -> days.getLast() > day)) {
                return "UNKNOWN";
            }
        }
        return "MET";
    }

    private String marrow() {
        var injury = day("injuryDate");
        var marrow = day("plannedMarrowCollectionOn");
        return injury == null || marrow == null ? "UNKNOWN" : marrow - injury <= 31 ? "WITHIN" : "OUTSIDE";
    }

    private String trial() {
        var injury = day("injuryDate");
        if (injury == null) {
            return "UNKNOWN";
        }
        var within = Stream.of(
                        within("plannedFirstBloodCollectionOn", injury, 5, 17),
                        within("plannedMarrowCollectionOn", injury, 11, 25),
                        within("plannedLastBloodCollectionOn", injury, 15, 39),
                        within("plannedAdministrationOn", injury, 43, 54),
                        within("plannedAdministrationOn", injury, 40 - 14, 40 + 14))
                .toList();
        return within.contains(Boolean.FALSE) ? "OUTSIDE" : within.contains(null) ? "UNKNOWN" : "WITHIN";
    }

    private @Nullable Boolean within(String planned, int injury, int from, int to) {
        var day = day(planned);
        return day == null ? null : day - injury >= from && day - injury <= to;
    }

    private String statements() {
        if (planning) {
            return "NOT_APPLICABLE";
        }
        var names = List.of("materialsRead", "clinicalNecessityWeighed", "judgedAppropriate");
        if (names.stream().anyMatch(name -> isNo(name + ".affirmed"))) {
            return "NOT_MET";
        }
        return names.stream().allMatch(name -> isYes(name + ".affirmed") && known(name + ".statedOn") != null)
                ? "MET"
                : "UNKNOWN";
    }

    private static String requirement(@Nullable Boolean met) {
        return met == null ? "UNKNOWN" : met ? "MET" : "NOT_MET";
    }

    /** One is enough, and all have to be denied. */
    private static String present(@Nullable Boolean... any) {
        var all = Arrays.asList(any);
        return all.contains(Boolean.TRUE) ? "PRESENT" : all.contains(null) ? "UNKNOWN" : "ABSENT";
    }

    private @Nullable Boolean above(String name, int limit) {
        var value = known(name);
        return value == null ? null : Integer.parseInt(value) > limit;
    }

    private boolean isYes(String name) {
        return Boolean.TRUE.equals(flag(name));
    }

    private boolean isNo(String name) {
        return Boolean.FALSE.equals(flag(name));
    }

    private @Nullable Boolean flag(String name) {
        var value = known(name);
        return value == null ? null : Boolean.valueOf(value);
    }

    private @Nullable Integer day(String name) {
        var value = known(name);
        return value == null ? null : Integer.valueOf(value.substring("day ".length()));
    }

    private @Nullable String known(String name) {
        var value = values.get(name);
        return value == null || value.equals("-") ? null : value;
    }
}
