package org.saisei.eligibility.protocol.stemirac;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.Attestation;
import org.saisei.eligibility.protocol.AttestedCriterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.Days;
import org.saisei.eligibility.protocol.FacilityLink;
import org.saisei.eligibility.protocol.FacilityOnDay;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Text;

/**
 * The two requirements that rest on the filing for 回復期リハビリテーション病棟入院料１: S-F1.5 of the facility that treats, S-F5 of
 * the one that a patient is transferred to. It is one filing, so a facility that states its own under either id has
 * stated it for both.
 */
enum ConvalescentRehabilitation implements AttestedCriterion {
    /** By a link to a facility that filed, or by the facility's own filing. */
    AVAILABLE(
            "S-F1.5",
            "4①-1(5)",
            new Text(
                    "脊髄損傷患者に対する標準的な回復期リハビリテーションが実施可能な体制として、回復期リハビリテーション病棟入院料１の施設基準に係る届出を行っている施設と"
                            + "適切に連携できる体制が整えられていること。（当該施設が回復期リハビリテーション病棟入院料１の施設基準に係る届出を行っている場合も含む。）",
                    "Properly linked to a facility that filed for 回復期リハビリテーション病棟入院料１, or filed for it itself."),
            null),
    /** By the facility's own filing. */
    PROVIDED_AFTER_TRANSFER(
            "S-F5",
            "4①-5",
            new Text(
                    "本品の投与後、回復期リハビリテーションのために本品の投与を行った施設とは別の施設に移る場合は、連携を行っている回復期リハビリテーション病棟入院料１の施設基準"
                            + "に係る届出を行っている施設であること。",
                    "A facility that a patient is transferred to for convalescent rehabilitation after the"
                            + " administration is linked and has filed for 回復期リハビリテーション病棟入院料１."),
            new Text(
                    "転院先としての届出を施設ごとに判定して示し、施設の認定の要件とはしないこと。投与を行った施設との連携は転院ごとに確認すること（S-R4）",
                    "that the filing is judged and shown for each facility as one that patients may be transferred to,"
                            + " without binding its accreditation; the link with the facility that treated is checked"
                            + " at each transfer (S-R4)"));

    private final String id;
    private final String clause;
    private final Text text;
    private final @Nullable Text ours;

    ConvalescentRehabilitation(String id, String clause, Text text, @Nullable Text ours) {
        this.id = id;
        this.clause = clause;
        this.text = text;
        this.ours = ours;
    }

    @Override
    public CriterionInfo info() {
        var own = Arrays.stream(values()).map(either -> FacilityOnDay.attestationPointer(either.id, ""));
        return CriterionInfo.facility(
                id, clause, text, Stream.concat(own, linked()).toList(), ours);
    }

    private Stream<String> linked() {
        return switch (this) {
            case AVAILABLE -> Stream.of(FacilityOnDay.LINKS);
            case PROVIDED_AFTER_TRANSFER -> Stream.of();
        };
    }

    @Override
    public Form form() {
        return Form.FILING;
    }

    @Override
    public Finding judge(FacilityOnDay facility) {
        return switch (this) {
            case AVAILABLE ->
                Ways.of(facility).settle(List.of(FacilityOnDay.attestationPointer(id, ""), FacilityOnDay.LINKS));
            case PROVIDED_AFTER_TRANSFER ->
                Ways.ofItself(facility).settle(List.of(FacilityOnDay.attestationPointer(id, "")));
        };
    }

    /**
     * The ways to the filing of which the record says something up to the day.
     *
     * @param values what was looked at
     */
    private record Ways(Map<String, Object> values, List<Finding> findings) {

        static Ways ofItself(FacilityOnDay facility) {
            var stated = Arrays.stream(ConvalescentRehabilitation.values())
                    .flatMap(either -> facility.attestations().stream()
                            .filter(attestation -> attestation.requirement().equals(either.id)))
                    .filter(attestation -> !attestation.attestedOn().isAfter(facility.day()))
                    .toList();
            return new Ways(
                    Map.of(
                            "day",
                            facility.day(),
                            "ownFiling",
                            stated.stream().map(Ways::values).toList()),
                    stated.stream()
                            .map(attestation -> finding(
                                    facility,
                                    attestation.endedOn(),
                                    attestation.filingNumber(),
                                    attestation.filedOn(),
                                    FacilityOnDay.attestationPointer(attestation.requirement(), "filedOn")))
                            .toList());
        }

        static Ways of(FacilityOnDay facility) {
            var own = ofItself(facility);
            var links = facility.links().stream()
                    .filter(link -> link.kind() == FacilityLink.Kind.CONVALESCENT_REHABILITATION)
                    .filter(link -> !link.from().isAfter(facility.day()))
                    .toList();
            var values = new LinkedHashMap<>(own.values);
            values.put("links", links.stream().map(Ways::values).toList());
            return new Ways(
                    values,
                    Stream.concat(
                                    own.findings.stream(),
                                    links.stream()
                                            .map(link -> finding(
                                                    facility,
                                                    link.to(),
                                                    link.filingNumber(),
                                                    link.filedOn(),
                                                    FacilityOnDay.linkPointer(link.facilityId(), "filedOn"))))
                            .toList());
        }

        /** Of a statement or a link that has begun. */
        private static Finding finding(
                FacilityOnDay facility,
                @Nullable LocalDate last,
                @Nullable String filingNumber,
                @Nullable LocalDate filedOn,
                String pointer) {
            if (Days.endsBefore(last, facility.day()) || (filedOn != null && filedOn.isAfter(facility.day()))) {
                return Finding.of(false, Map.of());
            }
            return filedOn == null && filingNumber == null
                    ? Finding.unknown(Map.of(), List.of(pointer))
                    : Finding.of(true, Map.of());
        }

        /** @param nothingStated what is missing where the record says nothing of any way */
        Finding settle(List<String> nothingStated) {
            if (findings.isEmpty()) {
                return Finding.unknown(values, nothingStated);
            }
            if (findings.stream().anyMatch(Finding.Satisfied.class::isInstance)) {
                return Finding.of(true, values);
            }
            var missing = findings.stream()
                    .filter(Finding.Unknown.class::isInstance)
                    .flatMap(finding -> ((Finding.Unknown) finding).missing().stream())
                    .distinct()
                    .toList();
            return missing.isEmpty() ? Finding.of(false, values) : Finding.unknown(values, missing);
        }

        private static Map<String, Object> values(Attestation attestation) {
            return stated(
                    "requirement",
                    attestation.requirement(),
                    attestation.attestedOn(),
                    attestation.endedOn(),
                    attestation.filingNumber(),
                    attestation.filedOn());
        }

        private static Map<String, Object> values(FacilityLink link) {
            return stated("facilityId", link.facilityId(), link.from(), link.to(), link.filingNumber(), link.filedOn());
        }

        private static Map<String, Object> stated(
                String member,
                String value,
                LocalDate from,
                @Nullable LocalDate to,
                @Nullable String filingNumber,
                @Nullable LocalDate filedOn) {
            var values = new LinkedHashMap<String, Object>();
            values.put(member, value);
            values.put("from", from);
            values.put("to", to);
            values.put("filingNumber", filingNumber);
            values.put("filedOn", filedOn);
            return values;
        }
    }
}
