package org.saisei.stack.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The thirteen made-up cases that reproduce the source's tables, placed in the calendar.
 *
 * <p>The files give days since the injury; case n is injured on the nth of May 2026. The source gives no onset days:
 * 貧血 starts on a day of a blood collection, 穿刺部位疼痛 on the marrow collection's, all others after the
 * administration.
 */
final class Trial {

    private static final LocalDate DAY_BEFORE_FIRST_INJURY = LocalDate.of(2026, 4, 30);

    private Trial() {}

    /**
     * One patient.
     *
     * @param ais the AIS grade at baseline, which is also taken for the planning and the first blood collection
     * @param bloodDays three to five, in order
     */
    record Case(
            int number,
            LocalDate injury,
            BigDecimal weightKg,
            int ageYears,
            String ais,
            LocalDate marrowDay,
            List<LocalDate> bloodDays,
            LocalDate administrationDay,
            List<Event> events) {}

    /** One adverse event, with its causal relation to each of the three suspects. */
    record Event(
            String termJa,
            String termEn,
            LocalDate onset,
            boolean relatedToProduct,
            boolean relatedToBloodCollection,
            boolean relatedToMarrowCollection) {}

    static List<Case> cases() {
        List<Map<String, String>> eventRows = rows("trial-reconstruction-events.csv");
        List<Case> cases = new ArrayList<>();
        for (Map<String, String> row : rows("trial-reconstruction.csv")) {
            int number = Integer.parseInt(value(row, "case"));
            LocalDate injury = DAY_BEFORE_FIRST_INJURY.plusDays(number);
            LocalDate marrow = day(row, "marrow_day", injury);
            LocalDate administration = day(row, "administration_day", injury);
            List<LocalDate> blood = new ArrayList<>();
            for (int draw = 1; draw <= 5; draw++) {
                if (!value(row, "blood_day_" + draw).isEmpty()) {
                    blood.add(day(row, "blood_day_" + draw, injury));
                }
            }
            List<Event> events = new ArrayList<>();
            for (Map<String, String> event : eventRows) {
                if (Integer.parseInt(value(event, "case")) == number) {
                    LocalDate later = administration.plusDays(2L + 3L * events.size());
                    events.add(event(event, blood.get(0), marrow, later));
                }
            }
            cases.add(new Case(
                    number,
                    injury,
                    new BigDecimal(value(row, "weight_kg")),
                    Integer.parseInt(value(row, "age")),
                    value(row, "baseline_ais"),
                    marrow,
                    List.copyOf(blood),
                    administration,
                    List.copyOf(events)));
        }
        return List.copyOf(cases);
    }

    private static Event event(Map<String, String> row, LocalDate blood, LocalDate marrow, LocalDate later) {
        String term = value(row, "term_ja");
        LocalDate onset = switch (term) {
            case "貧血" -> blood;
            case "穿刺部位疼痛" -> marrow;
            default -> later;
        };
        return new Event(
                term,
                value(row, "term_en"),
                onset,
                Boolean.parseBoolean(value(row, "related_product")),
                Boolean.parseBoolean(value(row, "related_blood_collection")),
                Boolean.parseBoolean(value(row, "related_marrow_collection")));
    }

    private static LocalDate day(Map<String, String> row, String column, LocalDate injury) {
        return injury.plusDays(Long.parseLong(value(row, column)));
    }

    private static String value(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    /** The rows by column name; the files quote nothing. */
    private static List<Map<String, String>> rows(String file) {
        try (InputStream in = Objects.requireNonNull(Trial.class.getResourceAsStream("/trial/" + file), file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines().toList();
            String[] header = lines.get(0).split(",", -1);
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                Map<String, String> row = new HashMap<>();
                for (int column = 0; column < header.length; column++) {
                    row.put(header[column], cells[column]);
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
