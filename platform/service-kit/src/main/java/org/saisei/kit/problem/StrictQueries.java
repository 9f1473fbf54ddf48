package org.saisei.kit.problem;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.http.Answers;

/**
 * A query is read as strictly as a body: a parameter that the operation does not know, one without a value and one that is
 * given twice are refused (400). Passed over, a filter with a slip of the pen would answer with everything there is.
 */
class StrictQueries {
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    @Nullable
    Response check(ContainerRequestContext request, ResourceInfo operation) {
        var names = known.computeIfAbsent(operation.getResourceMethod(), StrictQueries::declared);
        var errors = new ArrayList<FieldError>();
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            var pointer = "query:" + JsonPointers.escape(name);
            if (!names.contains(name)) {
                errors.add(new FieldError(pointer, "UNKNOWN_PARAMETER", "is not a parameter of this operation"));
            } else if (values.size() > 1) {
                errors.add(new FieldError(pointer, "REPEATED", "is given more than once"));
            } else if (values.getFirst().isEmpty()) {
                errors.add(new FieldError(pointer, "REQUIRED", "has no value"));
            }
        });
        return errors.isEmpty() ? null : Answers.problem(Problem.invalid(List.copyOf(errors)));
    }

    private static Set<String> declared(Method method) {
        return Arrays.stream(method.getParameters())
                .map(parameter -> parameter.getAnnotation(QueryParam.class))
                .filter(Objects::nonNull)
                .map(QueryParam::value)
                .collect(Collectors.toUnmodifiableSet());
    }
}
