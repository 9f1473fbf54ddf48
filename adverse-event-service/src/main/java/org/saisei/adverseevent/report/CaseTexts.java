package org.saisei.adverseevent.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the reporter wrote freely, and so may name the patient: kept only sealed, together, under the case's context.
 *
 * @param patientReference the reporter's own reference of the patient
 * @param reason why this version replaces the one before it
 * @param verbatim the reaction in the reporter's own words
 */
public record CaseTexts(
        @Nullable String narrative,
        @Nullable String malfunctionDescription,
        @Nullable String patientReference,
        @Nullable String reason,
        @Nullable String verbatim) {

    private static final String ABSENT = "-";

    public static final CaseTexts NONE = new CaseTexts(null, null, null, null, null);

    public CaseTexts {
        narrative = textOrNull(narrative);
        malfunctionDescription = textOrNull(malfunctionDescription);
        patientReference = textOrNull(patientReference);
        reason = textOrNull(reason);
        verbatim = textOrNull(verbatim);
    }

    public boolean isEmpty() {
        return all().allMatch(Objects::isNull);
    }

    /** For readers outside the facility that gave the reference. */
    CaseTexts withoutPatientReference() {
        return new CaseTexts(narrative, malfunctionDescription, null, reason, verbatim);
    }

    /** In the order they are sealed in: a text that is new goes to the end. */
    private Stream<@Nullable String> all() {
        return Stream.of(narrative, malfunctionDescription, patientReference, reason, verbatim);
    }

    /** Each text as {@code <characters>:<text>}, an absent one as {@code -:}. */
    byte[] bytes() {
        var all = new StringBuilder();
        all().forEach(text -> all.append(text == null ? ABSENT : String.valueOf(text.length()))
                .append(':')
                .append(text == null ? "" : text));
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Texts that the release which sealed them did not know are absent. */
    static CaseTexts of(byte[] bytes) {
        var all = new String(bytes, StandardCharsets.UTF_8);
        List<@Nullable String> texts = new ArrayList<>();
        for (int at = 0; at < all.length(); ) {
            int colon = all.indexOf(':', at);
            var length = all.substring(at, colon);
            int end = colon + 1 + (length.equals(ABSENT) ? 0 : Integer.parseInt(length));
            texts.add(length.equals(ABSENT) ? null : all.substring(colon + 1, end));
            at = end;
        }
        return new CaseTexts(
                texts.get(0), texts.get(1), texts.get(2), texts.get(3), texts.size() > 4 ? texts.get(4) : null);
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** Never the texts: a record's own would carry them into a log. */
    @Override
    public String toString() {
        return "CaseTexts[sealed]";
    }
}
