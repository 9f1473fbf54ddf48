package org.saisei.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import java.util.Set;

/**
 * Takes JSON strings only, and none with NUL, other control characters (but tab and line ends) or half a surrogate pair.
 * What has no visible character is the empty string, so that a reason asked for is one that can be read.
 */
final class CleanTextDeserializer extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1L;

    /** Hangul fillers and the blank of Braille. */
    private static final Set<Integer> BLANK_LETTERS = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800);

    CleanTextDeserializer() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        var text = parser.getText();
        if (!isClean(text)) {
            throw InvalidFormatException.from(
                    parser, "has a control character or half a surrogate pair", null, String.class);
        }
        return isVisible(text) ? text : "";
    }

    static boolean isVisible(String text) {
        return text.codePoints().anyMatch(point -> switch (Character.getType(point)) {
            case Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.NON_SPACING_MARK -> false;
            default -> !BLANK_LETTERS.contains(point);
        });
    }

    static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            } else if (Character.isLowSurrogate(c)) {
                return false;
            }
        }
        return true;
    }
}
