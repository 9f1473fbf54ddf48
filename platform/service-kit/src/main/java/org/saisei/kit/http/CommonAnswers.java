package org.saisei.kit.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.saisei.kit.problem.Problem;

/** Adds to every operation the answers that none of them decides by itself, where it does not describe its own. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class CommonAnswers implements OASFilter {
    private static final String RETRY_AFTER = "Retry-After";

    /** Described with its examples beside the operations' other answers; none of them takes a parameter it does not know. */
    private static final String INVALID = "Invalid";

    /**
     * @param status HTTP status
     * @param name of the component
     * @param toBodies only of operations that take a body
     * @param retried says when to send the request again
     */
    private record Common(String status, String name, String description, boolean toBodies, boolean retried) {}

    private static final List<Common> COMMON = List.of(
            new Common("406", "NotAcceptable", "No representation fits the Accept header", false, false),
            new Common("413", "TooLarge", "The body is longer than this path takes", true, false),
            new Common(
                    "415",
                    "UnsupportedMediaType",
                    "The body is not announced as what is taken, in UTF-8 and not packed",
                    true,
                    false),
            new Common("429", "TooManyRequests", "More than this client may send; nothing was done", false, true),
            new Common(
                    "500",
                    "Failed",
                    "A fault of the service, logged under traceId; detail says what to do if it may have been recorded",
                    false,
                    false),
            new Common(
                    "503",
                    "Unavailable",
                    "Cannot be done right now; detail says whether nothing was recorded or that is not known",
                    false,
                    true));

    @Override
    public Operation filterOperation(Operation operation) {
        var responses = operation.getResponses();
        if (!responses.hasAPIResponse("400")) {
            responses.addAPIResponse("400", OASFactory.createAPIResponse().ref(INVALID));
        }
        for (var common : COMMON) {
            if (!responses.hasAPIResponse(common.status())
                    && (operation.getRequestBody() != null || !common.toBodies())) {
                responses.addAPIResponse(
                        common.status(), OASFactory.createAPIResponse().ref(common.name()));
            }
        }
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        for (var common : COMMON) {
            document.getComponents().addResponse(common.name(), described(common));
        }
    }

    private static APIResponse described(Common common) {
        var problem = OASFactory.createSchema().ref(Problem.class.getSimpleName());
        var response = OASFactory.createAPIResponse()
                .description(common.description())
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(problem)));
        if (common.retried()) {
            response.addHeader(
                    RETRY_AFTER,
                    OASFactory.createHeader()
                            .description("seconds")
                            .schema(OASFactory.createSchema()
                                    .addType(org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.INTEGER)));
        }
        return response;
    }
}
