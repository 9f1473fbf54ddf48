package org.saisei.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Decimals whose exponent is one that can be written out. A short text such as {@code 0e2147483647} is a number too: within
 * any range, and without end once somebody prints it.
 */
final class BoundedDecimalDeserializer extends StdScalarDeserializer<BigDecimal> {
    private static final long serialVersionUID = 1L;

    BoundedDecimalDeserializer() {
        super(BigDecimal.class);
    }

    @Override
    public LogicalType logicalType() {
        return LogicalType.Float;
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var number = NumberDeserializers.BigDecimalDeserializer.instance.deserialize(parser, context);
        if (number != null && !StrictJson.canBeWrittenOut(number)) {
            throw new InputCoercionException(
                    parser, "the exponent is beyond all bounds", parser.currentToken(), BigDecimal.class);
        }
        return number;
    }
}
