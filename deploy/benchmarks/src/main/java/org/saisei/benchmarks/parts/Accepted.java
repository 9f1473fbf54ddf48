package org.saisei.benchmarks.parts;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The callers of tokens that were accepted, as the service's own class loader sees them: which is why they are objects here
 * and reached by their methods' names.
 */
public final class Accepted {
    private static final Map<Object, Object> KNOWN = new ConcurrentHashMap<>();

    private Accepted() {}

    /** @param request the security layer's, with a bearer token */
    public static @Nullable Object of(Object request) {
        return KNOWN.get(token(request));
    }

    /** @param identity a {@code Uni} of the caller, from now on computed once */
    public static Object keep(Object request, Object identity) {
        return KNOWN.computeIfAbsent(token(request), token -> call(call(identity, "memoize"), "indefinitely"));
    }

    private static Object token(Object request) {
        return call(call(request, "getToken"), "getToken");
    }

    private static Object call(Object on, String method) {
        try {
            var found = on.getClass().getMethod(method);
            found.setAccessible(true);
            return found.invoke(on);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(on.getClass() + " has no " + method, e);
        }
    }
}
