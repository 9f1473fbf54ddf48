package org.saisei.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Takes {@code yyyy-MM-dd} in the Gregorian calendar, 1900-01-01 to 2199-12-31, and nothing that merely resembles it. */
final class CalendarDayDeserializer extends StdScalarDeserializer<LocalDate> {
    private static final long serialVersionUID = 1L;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    CalendarDayDeserializer() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
        }
        try {
            if (parser.getText().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                var day = LocalDate.parse(parser.getText());
                if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                    return day;
                }
            }
        } catch (DateTimeException noSuchDay) {
            // falls through to the one answer for every text that is no day
        }
        throw InvalidFormatException.from(
                parser, "is no calendar day yyyy-MM-dd from 1900-01-01 to 2199-12-31", null, LocalDate.class);
    }
}
