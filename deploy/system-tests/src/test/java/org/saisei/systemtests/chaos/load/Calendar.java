package org.saisei.systemtests.chaos.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A client's clock, which may be some days off. */
public final class Calendar {
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private volatile int daysOff;

    /** @param days ahead of the true day; negative for behind */
    public void shift(int days) {
        daysOff = days;
    }

    /** In Japan, as this clock has it. */
    String today() {
        return LocalDate.now(ZoneId.of("Asia/Tokyo")).plusDays(daysOff).toString();
    }

    /** {@code Date}, which a client need not send, and one whose clock is wrong does. */
    Map<String, String> headers() {
        return daysOff == 0
                ? Map.of()
                : Map.of(
                        "Date",
                        ZonedDateTime.now(ZoneOffset.UTC)
                                .plusDays(daysOff)
                                .format(DateTimeFormatter.RFC_1123_DATE_TIME));
    }

    /** Every day in the body as it would be written by this clock. */
    void write(JsonNode node) {
        int days = daysOff;
        if (days != 0) {
            shift(node, days);
        }
    }

    private static void shift(JsonNode node, int days) {
        switch (node) {
            case ObjectNode object -> {
                for (var name : namesOf(object)) {
                    object.set(name, shifted(object.get(name), days));
                }
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, shifted(array.get(i), days));
                }
            }
            default -> {}
        }
    }

    private static List<String> namesOf(ObjectNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static JsonNode shifted(JsonNode node, int days) {
        if (node.isTextual() && DAY.matcher(node.textValue()).matches()) {
            return TextNode.valueOf(
                    LocalDate.parse(node.textValue()).plusDays(days).toString());
        }
        shift(node, days);
        return node;
    }
}
