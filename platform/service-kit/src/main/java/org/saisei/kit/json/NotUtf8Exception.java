package org.saisei.kit.json;

import com.fasterxml.jackson.core.JsonParseException;
import org.jspecify.annotations.Nullable;

/** The bytes are no text in UTF-8. */
public final class NotUtf8Exception extends JsonParseException {
    private static final long serialVersionUID = 1L;

    NotUtf8Exception(@Nullable Throwable cause) {
        super(null, "not UTF-8", cause);
    }
}
