package org.saisei.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;

/** Takes UUIDs as RFC 9562 writes them, of either case, and nothing around them. */
final class ExactUuidDeserializer extends StdScalarDeserializer<UUID> {
    private static final long serialVersionUID = 1L;

    private static final Pattern FORM = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    ExactUuidDeserializer() {
        super(UUID.class);
    }

    @Override
    public UUID deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (UUID) context.handleUnexpectedToken(UUID.class, parser);
        }
        var text = parser.getText();
        if (!FORM.matcher(text).matches()) {
            throw InvalidFormatException.from(parser, "is no UUID", null, UUID.class);
        }
        return UUID.fromString(text);
    }
}
