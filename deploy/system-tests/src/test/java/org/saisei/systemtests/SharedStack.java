package org.saisei.systemtests;

import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One stack for all test classes that share it; stopped when the last has run. */
final class SharedStack implements ParameterResolver {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(SharedStack.class);

    /** The API's examples in the documented order, sent before anything else: they promise to work on a fresh stack. */
    record Examples(List<DocumentedJourney.Step> steps) {}

    private record Running(Stack stack, Examples examples)
            implements ExtensionContext.Store.CloseableResource, AutoCloseable {

        static Running start() {
            var stack = Stack.start("shared");
            return new Running(stack, new Examples(new DocumentedJourney(stack, "F-TOKYO-01", true).play()));
        }

        @Override
        public void close() {
            stack.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Stack.class || type == Examples.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var running =
                context.getRoot().getStore(HERE).getOrComputeIfAbsent("stack", key -> Running.start(), Running.class);
        return parameter.getParameter().getType() == Stack.class ? running.stack() : running.examples();
    }
}
