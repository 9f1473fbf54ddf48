package org.saisei.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.access.Actor;
import org.saisei.kit.access.CurrentActor;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.crypto.Hmac;
import org.saisei.kit.database.GroupCommit;
import org.saisei.kit.database.Sql;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;
import org.saisei.kit.problem.FieldError;
import org.saisei.kit.problem.Problem;
import org.saisei.kit.problem.ProblemException;

/** Makes a creating request have its effect once, however often it is sent. */
@ApplicationScoped
public class Idempotency {
    private static final String KEY_FORM = "[\\x21-\\x7E]{1,200}";

    private final Sql sql;
    private final GroupCommit group;
    private final ObjectMapper json;
    private final ObjectWriter canonical;
    private final CurrentActor caller;
    private final AuditTrail audit;
    private final UriInfo uri;
    private final byte[] secret;
    private final Duration keptFor;

    Idempotency(
            Sql sql,
            GroupCommit group,
            ObjectMapper json,
            CurrentActor caller,
            AuditTrail audit,
            UriInfo uri,
            @ConfigProperty(name = "saisei.idempotency.secret") String secret,
            @ConfigProperty(name = "saisei.idempotency.kept-for", defaultValue = "PT48H") Duration keptFor) {
        this.sql = sql;
        this.group = group;
        this.json = json;
        this.canonical = json.writer()
                .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .with(JsonNodeFeature.WRITE_PROPERTIES_SORTED);
        this.caller = caller;
        this.audit = audit;
        this.uri = uri;
        this.secret = Base64.getDecoder().decode(secret);
        this.keptFor = keptFor;
    }

    /** Whose repeats of which operation's key are the same request. */
    private record Scope(Actor actor, String operation, byte[] hash) {}

    private record Stored(
            byte[] fingerprint,
            int status,
            String headers,
            @Nullable String body) {}

    /**
     * Runs the act once for each key and answers its repeats with the stored answer.
     *
     * <p>Opens the transaction, takes the key's lock, runs the act, stores the answer, commits, and only then returns.
     * An answer of 400 or above rolls everything back and is not stored.
     *
     * <p>A stored answer goes only to callers who may see what the first one might, and leaves a row in the audit trail.
     *
     * @param operation the operationId; keys are scoped by client, facility, roles, protocols and operation
     * @param key the header {@code Idempotency-Key}, 1 to 200 visible ASCII characters; missing or odd is a 400
     * @param request the body as read; the same key with another body or path is a 422
     * @param act joins the transaction
     * @return the act's answer; 409 with {@code Retry-After} while another request with this key is running
     * @throws ProblemException 400 for the key
     */
    public Response answer(String operation, @Nullable String key, Object request, Supplier<Answer> act) {
        var scope = scope(caller.get(), operation, valid(key));
        return Answers.toResponse(alone(scope, fingerprint(request), act));
    }

    /**
     * As {@link #answer}, in a transaction that may be shared with other requests of the kind; see {@link GroupCommit} for
     * what is asked of the act.
     *
     * @param touches names of all that no two such requests may change at the same time
     */
    public Response answerTogether(
            String operation, @Nullable String key, Object request, Set<String> touches, Supplier<Answer> act) {
        var scope = scope(caller.get(), operation, valid(key));
        var fingerprint = fingerprint(request);
        var names = new HashSet<>(touches);
        names.add("key " + Base64.getEncoder().encodeToString(scope.hash()));
        var answer = group.run(names, () -> inTransaction(scope, fingerprint, act), any -> !any.isError());
        return Answers.toResponse(answer.orElseGet(() -> alone(scope, fingerprint, act)));
    }

    private static String valid(@Nullable String key) {
        if (key == null || !key.matches(KEY_FORM)) {
            throw new ProblemException(Problem.invalid(
                    "header:Idempotency-Key",
                    key == null ? "REQUIRED" : "FORMAT",
                    "a key of your own for this request, 1 to 200 visible ASCII characters, the same on every repeat"));
        }
        return key;
    }

    private Answer alone(Scope scope, byte[] fingerprint, Supplier<Answer> act) {
        QuarkusTransaction.begin();
        boolean committed = false;
        try {
            var answer = inTransaction(scope, fingerprint, act);
            if (!answer.isError()) {
                sql.flush();
                QuarkusTransaction.commit();
                committed = true;
            }
            return answer;
        } finally {
            if (!committed && QuarkusTransaction.isActive()) {
                QuarkusTransaction.rollback();
            }
        }
    }

    private Answer inTransaction(Scope scope, byte[] fingerprint, Supplier<Answer> act) {
        var locked = sql.soon(
                "SELECT pg_try_advisory_xact_lock(?)",
                row -> row.getBoolean(1),
                ByteBuffer.wrap(scope.hash()).getLong());
        var stored = find(scope.hash());
        if (!locked.get().getFirst()) {
            return Answer.problem(Problem.of(
                            409,
                            "request-in-progress",
                            "A request with this Idempotency-Key is still running.",
                            "Nothing is decided yet: send the same request again after Retry-After."))
                    .header("Retry-After", "1");
        }
        if (stored.isPresent()) {
            return Arrays.equals(stored.get().fingerprint(), fingerprint)
                    ? replay(scope, stored.get())
                    : Answer.problem(Problem.of(
                                    422,
                                    "idempotency-key-reused",
                                    "This Idempotency-Key belongs to another request.",
                                    "Use a new key for a new request.")
                            .withErrors(List.of(new FieldError(
                                    "header:Idempotency-Key", "UNIQUE", "was used with another body or path"))));
        }
        var answer = act.get();
        if (!answer.isError()) {
            store(scope.hash(), fingerprint, answer);
        }
        return answer;
    }

    private Optional<Stored> find(byte[] scope) {
        return sql.first(
                "SELECT fingerprint, status, headers, body FROM idempotency WHERE scope = ? AND expires_at > clock_timestamp()",
                row -> new Stored(row.getBytes(1), row.getInt(2), row.getString(3), row.getString(4)),
                (Object) scope);
    }

    private void store(byte[] scope, byte[] fingerprint, Answer answer) {
        sql.later(
                """
                INSERT INTO idempotency (scope, fingerprint, status, headers, body, expires_at)
                VALUES (?, ?, ?, ?::jsonb, ?, clock_timestamp() + ? * interval '1 second')
                ON CONFLICT (scope) DO UPDATE SET fingerprint = excluded.fingerprint, status = excluded.status,
                    headers = excluded.headers, body = excluded.body, expires_at = excluded.expires_at
                """,
                scope,
                fingerprint,
                answer.status(),
                write(answer.headers()),
                answer.body() == null ? null : write(answer.body()),
                keptFor.toSeconds());
    }

    private Answer replay(Scope scope, Stored stored) {
        try {
            Map<String, String> headers = json.readValue(stored.headers(), new TypeReference<>() {});
            audit.repeated(scope.actor(), scope.operation(), named(headers.getOrDefault("Location", "")));
            return new Answer(stored.status(), headers, stored.body()).header("Idempotency-Replayed", "true");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored answer cannot be read", e);
        }
    }

    /** Every other part of a path such as {@code /subjects/…/collections/…}. */
    private static List<String> named(String location) {
        var parts = location.split("/");
        return IntStream.range(2, parts.length)
                .filter(i -> i % 2 == 0)
                .mapToObj(i -> parts[i])
                .toList();
    }

    /**
     * With all that decides what the caller may see: whoever may see less, or more, than the one who sent a request shares
     * none of its answers, and is judged as if theirs were the first.
     */
    private Scope scope(Actor actor, String operation, String key) {
        var reach = List.of(new TreeSet<>(actor.roles()), new TreeSet<>(actor.protocols()));
        return new Scope(
                actor,
                operation,
                Hmac.sha256(
                        secret,
                        bytes(actor.client()),
                        bytes(actor.facility().orElse("")),
                        bytes(operation),
                        bytes(key),
                        bytes(write(reach))));
    }

    /**
     * A keyed hash, so that the table cannot be searched for a guessed patient; of the members in one order, which JSON
     * gives no meaning.
     */
    private byte[] fingerprint(Object request) {
        return Hmac.sha256(secret, bytes(uri.getPath()), bytes(write(canonical, request)));
    }

    private String write(Object value) {
        return write(json.writer(), value);
    }

    private static String write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(value.getClass().getName() + " cannot be written as JSON", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
