package org.saisei.kit.problem;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The methods that each path knows, as the resources' annotations say; the framework's own 405 does not tell. */
@Singleton
class AllowedMethods {
    private static final String ANY = "[^/]+";
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

    private final List<Operation> operations;

    private record Operation(Pattern path, String method) {
        int parameters() {
            return path.pattern().split(Pattern.quote(ANY), -1).length - 1;
        }
    }

    AllowedMethods(BeanManager beans) {
        operations = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(bean -> bean.getBeanClass())
                .distinct()
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(AllowedMethods::operations)
                .toList();
    }

    private static Stream<Operation> operations(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(method -> Arrays.stream(method.getAnnotations())
                        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                        .filter(named -> named != null)
                        .map(named -> new Operation(pattern(resource, method), named.value())));
    }

    private static Pattern pattern(Class<?> resource, Method method) {
        var below = method.getAnnotation(Path.class);
        var template = resource.getAnnotation(Path.class).value() + "/" + (below == null ? "" : below.value());
        return Pattern.compile(Arrays.stream(template.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> PARAMETER.matcher(segment).matches() ? ANY : Pattern.quote(segment))
                .collect(Collectors.joining("/")));
    }

    /**
     * @param path as requested, below the root
     * @return in alphabetical order, with those that the framework answers by itself; none for a path that there is not
     */
    Set<String> of(String path) {
        var requested = Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .collect(Collectors.joining("/"));
        var matching = operations.stream()
                .filter(operation -> operation.path().matcher(requested).matches())
                .toList();
        // a path with a word of its own is not also one with any word in that place
        var closest = matching.stream().mapToInt(Operation::parameters).min().orElse(0);
        var methods = matching.stream()
                .filter(operation -> operation.parameters() == closest)
                .map(Operation::method)
                .collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        if (!methods.isEmpty()) {
            methods.add(HttpMethod.OPTIONS);
        }
        return methods;
    }
}
