package org.saisei.systemtests.chaos.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.audit.verify.Finding;
import org.saisei.kit.reconciliation.Anomaly.Kind;

/**
 * What databases and topics hold when all has settled.
 *
 * @param services by folder, e.g. {@code registry-service}
 * @param records all topics' records, read_committed; each partition's in its order
 * @param agreements what has to be said alike in two places
 */
record Snapshot(
        Map<String, Service> services, List<TopicRecord> records, Feed feed, List<Agreement> agreements, World world) {

    Snapshot {
        services = Map.copyOf(services);
        records = List.copyOf(records);
        agreements = List.copyOf(agreements);
    }

    /** Whose events are sent on a topic under which key. */
    record Key(String topic, String key) {
        @Override
        public String toString() {
            return topic + " " + key;
        }
    }

    /**
     * One service's database, and what it says of itself.
     *
     * @param reads topics that it subscribes to
     * @param heads last sequence by key
     * @param marks last sequence applied by key
     * @param refused keys with an event that the broker refuses for good
     * @param kept answers kept for repeats, by where they lead
     * @param writes rows of kind WRITE in the audit trail
     * @param acknowledged offset of its consumer group by {@code topic/partition}
     * @param trail what the verification of its audit trail came upon
     */
    record Service(
            Set<String> reads,
            List<OutboxRow> outbox,
            Map<Key, Long> heads,
            List<InboxRow> inbox,
            Map<Key, Long> marks,
            List<Parked> parked,
            Set<Key> refused,
            List<Effect> effects,
            Map<String, Long> kept,
            List<Write> writes,
            Map<String, Long> acknowledged,
            List<Finding> trail,
            SelfReport selfReport) {

        Service {
            reads = Set.copyOf(reads);
            outbox = List.copyOf(outbox);
            heads = Map.copyOf(heads);
            inbox = List.copyOf(inbox);
            marks = Map.copyOf(marks);
            parked = List.copyOf(parked);
            refused = Set.copyOf(refused);
            effects = List.copyOf(effects);
            kept = Map.copyOf(kept);
            writes = List.copyOf(writes);
            acknowledged = Map.copyOf(acknowledged);
            trail = List.copyOf(trail);
        }
    }

    /** @param published whether it is marked so */
    record OutboxRow(UUID id, Key key, long sequence, int lane, boolean published) {}

    record InboxRow(UUID eventId, Key key, long sequence) {}

    /**
     * @param eventId null for what is no event
     * @param sequence 0 for what is no event
     * @param skippedFrom first of the places before it that were given up with its replay; null for none
     */
    record Parked(
            UUID id,
            Key key,
            @Nullable UUID eventId,
            long sequence,
            State state,
            @Nullable Long skippedFrom) {

        enum State {
            OPEN,
            APPLIED,
            DISCARDED
        }
    }

    /**
     * What one command did, as rows tell it.
     *
     * @param documentNumber null where the operation has none
     * @param id of what it made or changed, as the audit row of the operation names it
     * @param location where its answer leads
     * @param about the aggregate
     * @param keyed whether the operation keeps its answer for repeats
     * @param lacks what belongs to it and is not there, in words
     */
    record Effect(
            String operation,
            @Nullable String documentNumber,
            String id,
            String location,
            String about,
            boolean keyed,
            List<String> lacks) {

        Effect {
            lacks = List.copyOf(lacks);
        }
    }

    /** A row of the audit trail. @param id as {@link Effect#id} for operations, else of the resource */
    record Write(String action, String id) {}

    /**
     * A record of a topic.
     *
     * @param id null for what is no event
     * @param sequence 0 for what is no event
     * @param members its value's texts and numbers by name; empty for what is no JSON
     */
    record TopicRecord(
            String topic,
            int partition,
            long offset,
            String key,
            @Nullable UUID id,
            long sequence,
            String type,
            String source,
            Map<String, String> members) {

        TopicRecord {
            members = Map.copyOf(members);
        }

        Key place() {
            return new Key(topic, key);
        }
    }

    /** @param entries in any order */
    record Feed(long generation, long position, List<FeedEntry> entries) {
        Feed {
            entries = List.copyOf(entries);
        }
    }

    /** @param position null while it has none */
    record FeedEntry(
            String caseId,
            long version,
            String event,
            @Nullable Long position) {}

    /** What {@code GET /reconciliation} answered. @param complete whether all was looked at */
    record SelfReport(boolean complete, List<Told> told) {
        SelfReport {
            told = List.copyOf(told);
        }
    }

    /** @param ids some of them */
    record Told(String check, Kind kind, String what, long count, List<String> ids) {
        Told {
            ids = List.copyOf(ids);
        }
    }

    /** What follows in one service from what another one holds, and is no mere copy of it. */
    record World(List<Enrolment> enrolments, List<Decision> decisions, Set<String> treated, List<Reported> cases) {
        World {
            enrolments = List.copyOf(enrolments);
            decisions = List.copyOf(decisions);
            treated = Set.copyOf(treated);
            cases = List.copyOf(cases);
        }
    }

    /** In the registry. */
    record Enrolment(String subjectId, String candidateId, String facilityId, String protocol, String standing) {}

    /** In eligibility. @param order of those on one candidate */
    record Decision(
            String candidateId, String facilityId, String protocol, String stage, long order, String decision) {}

    /** In adverse-event: a case that is not a draft. */
    record Reported(
            String caseId,
            @Nullable String subjectNamed,
            @Nullable String candidateNamed,
            @Nullable String subjectLinked) {}
}
