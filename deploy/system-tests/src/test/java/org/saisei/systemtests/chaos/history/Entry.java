package org.saisei.systemtests.chaos.history;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of the history. Times are of the one clock of the machine that all ran on. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.Attempt.class, name = "attempt"),
    @JsonSubTypes.Type(value = Entry.Fault.class, name = "fault"),
    @JsonSubTypes.Type(value = Entry.Connected.class, name = "connected"),
    @JsonSubTypes.Type(value = Entry.Seen.class, name = "seen"),
})
public sealed interface Entry {

    /** What a client knows of a command it sent. */
    enum Outcome {
        /** Answered 2xx: it took effect. */
        OK,
        /** Answered that it did not: 4xx, or 503 with {@code Retry-After}. */
        FAIL,
        /** No answer, or one that leaves it open: it took effect as a whole, or not at all. */
        UNKNOWN
    }

    /**
     * One time that a command was sent. A command of unknown outcome is sent again, with the same key and body.
     *
     * @param command counts from 1; the same for every attempt at one command
     * @param service folder of the service, e.g. {@code registry-service}
     * @param operation its operationId
     * @param facilityId who sent it; null for callers without a facility
     * @param documentNumber the sender's own number of the act, unique to the command; null where the operation has none
     * @param key {@code Idempotency-Key}; null where the operation has none
     * @param about the aggregate that it is about and that is known beforehand (candidateId, subjectId, facilityId, caseId)
     * @param status null without an answer
     * @param location header {@code Location}; null without
     */
    record Attempt(
            long command,
            String service,
            int replica,
            String operation,
            @Nullable String facilityId,
            @Nullable String documentNumber,
            @Nullable String key,
            @Nullable String about,
            Instant sent,
            Instant ended,
            Outcome outcome,
            @Nullable Integer status,
            @Nullable String location)
            implements Entry {}

    /**
     * Something done to the system.
     *
     * @param name of the kind of fault
     * @param target what it was done to, e.g. {@code registry-service-2}
     * @param inFlight how many commands were sent and not yet answered when it began
     * @param detail what was seen of it; empty for nothing
     */
    record Fault(String name, String target, Instant from, Instant until, long inFlight, String detail)
            implements Entry {}

    /**
     * A subscriber's connection to {@code GET /cases/stream} was opened, or refused.
     *
     * @param connection counts from 1 for each subscriber
     * @param lastEventId what it sent as {@code Last-Event-ID}; null for none
     */
    record Connected(
            String subscriber,
            int connection,
            Instant at,
            @Nullable String lastEventId,
            int status) implements Entry {}

    /**
     * An event of the stream, as a subscriber got it.
     *
     * @param id generation and position
     * @param event its type on the stream, e.g. {@code case-reported}
     */
    record Seen(String subscriber, int connection, Instant at, String id, String event, String caseId, long version)
            implements Entry {}
}
