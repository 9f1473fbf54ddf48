package org.saisei.kit.problem;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.http.Accept;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;

/**
 * JSON in, JSON out, for every operation that does not say otherwise: a body that is not announced as JSON, in UTF-8 and not
 * packed, is refused (415), and so is a request whose answer the caller would not read (406). The framework by itself takes a
 * body without a {@code Content-Type} for whatever the method wants, reads another charset as if it were UTF-8, does not look
 * at {@code Accept} where a method returns a {@link Response}, and looks at no quality where it does.
 */
class MediaTypes {
    private static final Pattern UTF_8 = Pattern.compile("utf-8|\"utf-8\"");
    private static final String IDENTITY = "identity";

    private final Map<Method, List<String>> bodies = new ConcurrentHashMap<>();

    @ServerRequestFilter
    @Nullable
    Response check(ContainerRequestContext request, ResourceInfo operation) {
        var method = operation.getResourceMethod();
        var taken = bodies.computeIfAbsent(method, MediaTypes::taken);
        if (!taken.isEmpty() && !isAnnounced(taken, request.getHeaderString(HttpHeaders.CONTENT_TYPE))) {
            return Answers.problem(unsupported(
                    "Send " + String.join(" or ", taken) + ".", "In UTF-8: that is the only charset a type may name."));
        }
        if (!taken.isEmpty() && isPacked(request.getHeaderString(HttpHeaders.CONTENT_ENCODING))) {
            return Answers.toResponse(
                    Answer.problem(unsupported("Send the body as it is.", "No Content-Encoding but identity is taken."))
                            .header(HttpHeaders.ACCEPT_ENCODING, IDENTITY));
        }
        var accept = Accept.of(request.getHeaders().getOrDefault(HttpHeaders.ACCEPT, List.of()));
        if (accept.best(answered(method)).isEmpty()) {
            return Answers.problem(
                    Problem.of(406, "not-acceptable", "No representation fits your Accept header.", null));
        }
        return null;
    }

    /** What a method takes as its body: JSON if it does not say; empty if it takes none. */
    private static List<String> taken(Method method) {
        if (!hasBody(method)) {
            return List.of();
        }
        var consumes = method.getAnnotation(Consumes.class);
        return consumes == null ? List.of(MediaType.APPLICATION_JSON) : List.of(consumes.value());
    }

    /** Has a parameter that JAX-RS takes from nowhere else ({@code @PathParam}, {@code @Context}, …). */
    private static boolean hasBody(Method method) {
        return Arrays.stream(method.getParameterAnnotations())
                .anyMatch(parameter -> Arrays.stream(parameter)
                        .noneMatch(annotation ->
                                annotation.annotationType().getPackageName().startsWith("jakarta.ws.rs")));
    }

    private static Problem unsupported(String title, String detail) {
        return Problem.of(415, "unsupported-media-type", title, detail);
    }

    private static boolean isAnnounced(List<String> taken, @Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        var parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        return taken.contains(parts[0].strip())
                && Arrays.stream(parts).skip(1).allMatch(MediaTypes::namesNoOtherCharset);
    }

    /** @param parameter in lower case */
    private static boolean namesNoOtherCharset(String parameter) {
        var pair = parameter.split("=", 2);
        return !pair[0].strip().equals("charset")
                || pair.length == 2 && UTF_8.matcher(pair[1].strip()).matches();
    }

    private static boolean isPacked(@Nullable String encodings) {
        return encodings != null
                && Arrays.stream(encodings.split(","))
                        .anyMatch(one -> !one.strip().equalsIgnoreCase(IDENTITY));
    }

    /** What a method answers with: JSON, or a problem in it, if it does not say. */
    private static List<String> answered(Method method) {
        var produces = method.getAnnotation(Produces.class);
        return produces == null ? List.of(MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE) : List.of(produces.value());
    }
}
