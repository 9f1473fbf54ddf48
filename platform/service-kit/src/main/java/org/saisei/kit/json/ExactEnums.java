package org.saisei.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;

/** Takes the names of an enum's constants with nothing around them, which the mapper by itself would strip off. */
final class ExactEnums extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyEnumDeserializer(
            DeserializationConfig config, JavaType type, BeanDescription description, JsonDeserializer<?> lenient) {
        return new Exact(lenient);
    }

    private static final class Exact extends DelegatingDeserializer {
        private static final long serialVersionUID = 1L;

        Exact(JsonDeserializer<?> lenient) {
            super(lenient);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> lenient) {
            return new Exact(lenient);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.hasToken(JsonToken.VALUE_STRING)) {
                var text = parser.getText();
                if (!text.equals(text.trim())) {
                    throw InvalidFormatException.from(parser, "has blanks around it", null, handledType());
                }
            }
            return super.deserialize(parser, context);
        }
    }
}
