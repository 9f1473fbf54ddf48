package org.saisei.registry.enrolment.http;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.saisei.kit.problem.Problem;

/** The service's OpenAPI document: what holds for every operation. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Saisei registry-service",
                        version = "1",
                        description = "Who was treated, how, and what became of them.",
                        license = @License(name = "Apache-2.0")),
        security = @SecurityRequirement(name = "bearer"),
        components =
                @Components(
                        securitySchemes =
                                @SecurityScheme(
                                        securitySchemeName = "bearer",
                                        type = SecuritySchemeType.HTTP,
                                        scheme = "bearer",
                                        bearerFormat = "JWT"),
                        responses = {
                            @APIResponse(
                                    name = "Invalid",
                                    responseCode = "400",
                                    description = "The request is malformed or out of range; errors name the fields",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "invalid",
                                                                    value = ApiDescription.INVALID))),
                            @APIResponse(
                                    name = "Unauthorized",
                                    responseCode = "401",
                                    description = "No bearer token, or one that does not hold",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "Forbidden",
                                    responseCode = "403",
                                    description = "The token's role, facility or protocols do not allow it",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "NotFound",
                                    responseCode = "404",
                                    description = "Not there, mistyped, or another facility's: they all look the same",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "Conflict",
                                    responseCode = "409",
                                    description =
                                            "Already recorded, enrolled or corrected (see Location), or still running (see Retry-After)",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "Refused",
                                    responseCode = "422",
                                    description = "Refused by a rule (ruleId), or the data cannot be true together",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "refused",
                                                                    value = ApiDescription.REFUSED)))
                        }))
final class ApiDescription {
    static final String INVALID = """
            {"type": "/problems/invalid-request", "title": "The request is not valid.", "status": 400,
             "errors": [{"pointer": "/identity/nameKana", "rule": "REQUIRED", "message": "must not be blank"}]}""";

    static final String REFUSED = """
            {"type": "/problems/refused-by-rule", "title": "A rule refuses this.", "status": 422, "ruleId": "S-T6",
             "errors": [{"pointer": "/lotNumber", "rule": "S-T6", "message": "No unbroken chain is recorded."}]}""";

    private ApiDescription() {}
}
