package org.saisei.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.saisei.kit.http.Answers;

/** Bean Validation's findings as fields and rules. A path parameter that cannot name anything names nothing: 404. */
@Provider
class ViolationMapper implements ExceptionMapper<ConstraintViolationException> {

    @Override
    public Response toResponse(ConstraintViolationException refused) {
        var errors = fieldErrors(refused.getConstraintViolations());
        boolean noSuchPath = errors.stream().anyMatch(error -> error.pointer().startsWith("path:"));
        return Answers.problem(noSuchPath ? Problem.notFound() : Problem.invalid(errors));
    }

    static List<FieldError> fieldErrors(Collection<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(ViolationMapper::fieldError)
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::rule))
                .toList();
    }

    private static FieldError fieldError(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        String method = "";
        boolean inBody = true;
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.METHOD) {
                method = node.getName();
            } else if (node.getKind() == ElementKind.PARAMETER) {
                var outside = parameter(
                        violation, method, node.as(Path.ParameterNode.class).getParameterIndex());
                inBody = outside.isEmpty();
                outside.ifPresent(pointer::append);
            } else if (inBody) {
                if (node.isInIterable() && node.getIndex() != null) {
                    pointer.append('/').append(node.getIndex());
                }
                if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
                    pointer.append('/').append(JsonPointers.escape(node.getName()));
                }
            }
        }
        var constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return new FieldError(pointer.toString(), rule(constraint), violation.getMessage());
    }

    private static Optional<String> parameter(ConstraintViolation<?> violation, String method, int index) {
        for (Class<?> type = violation.getRootBeanClass(); type != null; type = type.getSuperclass()) {
            for (Method candidate : type.getDeclaredMethods()) {
                if (candidate.getName().equals(method) && candidate.getParameterCount() > index) {
                    var found = Arrays.stream(candidate.getParameterAnnotations()[index])
                            .flatMap(annotation -> place(annotation).stream())
                            .findFirst();
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> place(Annotation annotation) {
        return switch (annotation) {
            case HeaderParam header -> Optional.of("header:" + header.value());
            case QueryParam query -> Optional.of("query:" + query.value());
            case PathParam path -> Optional.of("path:" + path.value());
            default -> Optional.empty();
        };
    }

    private static String rule(String constraint) {
        return switch (constraint) {
            case "NotNull", "NotBlank", "NotEmpty" -> "REQUIRED";
            case "Size", "Length" -> "LENGTH";
            case "Pattern" -> "FORMAT";
            case "Digits", "Min", "Max", "DecimalMin", "DecimalMax", "Positive", "PositiveOrZero" -> "OUT_OF_RANGE";
            default -> constraint.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
        };
    }
}
