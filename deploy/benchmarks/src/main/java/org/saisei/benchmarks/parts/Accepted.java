package org.saisei.benchmarks.parts;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the service said of tokens that it accepted; objects, as its own class loader's types are not known here. */
public final class Accepted {
    private static final Map<String, Object> KNOWN = new ConcurrentHashMap<>();

    private Accepted() {}

    public static @Nullable Object of(String token) {
        return KNOWN.get(token);
    }

    public static void keep(String token, Object result) {
        KNOWN.put(token, result);
    }
}
