package org.saisei.kit.it;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.saisei.kit.access.CurrentActor;
import org.saisei.kit.access.Role;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.http.Accept;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;
import org.saisei.kit.http.Codes;
import org.saisei.kit.idempotency.Idempotency;

/** A resource with no meaning, to try the mechanism on. */
@Path("/things")
@RolesAllowed({Role.Names.HOSPITAL, Role.Names.REGISTRAR})
public class Things {
    static final AtomicInteger EFFECTS = new AtomicInteger();

    enum Colour {
        RED,
        GREEN
    }

    record Part(@NotNull @Pattern(regexp = Codes.IDENTIFIER) String number) {}

    record Thing(
            @NotNull @Pattern(regexp = Codes.DOCUMENT_NUMBER)
            String documentNumber,

            Colour colour,

            @DecimalMin("0") @Digits(integer = 3, fraction = 1)
            BigDecimal weightKg,

            Integer count,
            Boolean sure,
            LocalDate day,
            List<@Valid Part> parts,
            Map<String, Object> facts) {}

    @Inject
    Idempotency idempotency;

    @Inject
    AuditTrail audit;

    @Inject
    CurrentActor caller;

    @POST
    public Response make(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid Thing body) {
        return idempotency.answer("makeThing", key, body, () -> {
            if (!QuarkusTransaction.isActive()) {
                throw new IllegalStateException("no transaction");
            }
            if (body.documentNumber().startsWith("REFUSED")) {
                return Answer.problem(org.saisei.kit.problem.Problem.refused("X-1", "refused", List.of()));
            }
            if (body.documentNumber().startsWith("FAULT")) {
                throw new IllegalStateException("secret innards");
            }
            EFFECTS.incrementAndGet();
            audit.wrote(caller.get(), "makeThing", "thing", body.documentNumber(), null, null, body);
            return Answer.created(
                    "/things/" + body.documentNumber(),
                    Map.of("effect", EFFECTS.get(), "weightKg", new BigDecimal("1.50")));
        });
    }

    @GET
    public Response list(@QueryParam("limit") @DefaultValue("50") int limit) {
        return Answers.toResponse(Answer.ok(Map.of("limit", limit)));
    }

    @GET
    @Path("/{number}")
    public Response read(@PathParam("number") @Pattern(regexp = Codes.IDENTIFIER) String number) {
        return Answers.toResponse(Answer.ok(Map.of("number", number)));
    }

    @GET
    @Path("/{number}/label")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    public Response label(
            @PathParam("number") @Pattern(regexp = Codes.IDENTIFIER) String number, @Context HttpHeaders headers) {
        var type = Accept.of(headers.getRequestHeader(HttpHeaders.ACCEPT))
                .best(List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_HTML))
                .orElseThrow();
        return Response.ok("\"" + number + "\"", type).build();
    }

    @GET
    @Path("/on-a-day")
    public Response onADay(@QueryParam("on") LocalDate on) {
        return Answers.toResponse(Answer.ok(Map.of("on", on)));
    }

    /** A resource of its own below another's path. */
    @Path("/things/{number}/parts")
    @RolesAllowed({Role.Names.HOSPITAL, Role.Names.REGISTRAR})
    public static class Parts {
        @Inject
        Idempotency idempotency;

        @Inject
        AuditTrail audit;

        @Inject
        CurrentActor caller;

        /** Takes the very body that another operation takes. */
        @POST
        public Response add(
                @PathParam("number") @Pattern(regexp = Codes.IDENTIFIER) String number,
                @HeaderParam("Idempotency-Key") String key,
                @NotNull @Valid Thing body) {
            return idempotency.answer("addPart", key, body, () -> {
                audit.wrote(caller.get(), "addPart", "thing", body.documentNumber(), null, null, body);
                return Answer.created("/things/" + number + "/parts/1", Map.of("added", body.documentNumber()));
            });
        }

        @GET
        public Response list(@PathParam("number") @Pattern(regexp = Codes.IDENTIFIER) String number) {
            return Answers.toResponse(Answer.ok(List.of(new Part(number))));
        }
    }
}
