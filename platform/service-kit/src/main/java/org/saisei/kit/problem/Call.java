package org.saisei.kit.problem;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;

/**
 * A request, as far as a fault of ours has to tell of it.
 *
 * @param operation its operationId, which names nobody
 */
public record Call(String operation, Effect effect) {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** What sending it again brings about. */
    public enum Effect {
        /** It records nothing that its sender asked for. */
        NONE,
        /** It has an Idempotency-Key, and so its effect once. */
        ONCE,
        /** It records something each time, or is refused by then. */
        EACH_TIME;

        /** What its sender is to do who cannot know whether it was recorded; null if that makes no difference. */
        @Nullable
        String whenUnknown() {
            return switch (this) {
                case NONE -> null;
                case ONCE ->
                    "It is not known whether it was recorded. Send it again with the same Idempotency-Key: it has its effect once.";
                case EACH_TIME ->
                    "It is not known whether it was recorded. Read what is there before you send it again.";
            };
        }

        /** What its sender is told whose request came to nothing. */
        @Nullable
        String whenNothing() {
            return this == NONE ? null : "Nothing was recorded.";
        }
    }

    /** The one that this thread is answering. */
    static Call current() {
        var request = CurrentRequestManager.get();
        if (request == null) {
            return new Call("no operation", Effect.EACH_TIME);
        }
        var target = request.getTarget();
        Effect effect;
        if (READING.contains(request.getMethod())) {
            effect = Effect.NONE;
        } else {
            effect = request.getHeader("Idempotency-Key", true) == null ? Effect.EACH_TIME : Effect.ONCE;
        }
        return new Call(
                target == null ? "no operation" : name(target.getLazyMethod().getMethod()), effect);
    }

    private static String name(java.lang.reflect.Method method) {
        var described = method.getAnnotation(Operation.class);
        return described == null || described.operationId().isEmpty()
                ? method.getDeclaringClass().getSimpleName() + "." + method.getName()
                : described.operationId();
    }
}
