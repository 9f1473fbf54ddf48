package org.saisei.systemtests.chaos.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.audit.verify.Finding;
import org.saisei.kit.reconciliation.Anomaly.Kind;
import org.saisei.systemtests.chaos.check.Snapshot.Effect;
import org.saisei.systemtests.chaos.check.Snapshot.FeedEntry;
import org.saisei.systemtests.chaos.check.Snapshot.InboxRow;
import org.saisei.systemtests.chaos.check.Snapshot.Key;
import org.saisei.systemtests.chaos.check.Snapshot.OutboxRow;
import org.saisei.systemtests.chaos.check.Snapshot.Parked;
import org.saisei.systemtests.chaos.check.Snapshot.TopicRecord;
import org.saisei.systemtests.chaos.check.Snapshot.Write;
import org.saisei.systemtests.chaos.history.Entry;
import org.saisei.systemtests.chaos.history.Entry.Outcome;

/**
 * A run in which all went well, made up from a seed: what its clients saw and what services hold in the end. All of it can be
 * changed by a test before it is judged.
 */
final class GeneratedRun {
    static final String ELIGIBILITY = "eligibility-service";
    static final String REGISTRY = "registry-service";
    static final String ADVERSE_EVENT = "adverse-event-service";

    private static final String FACILITY = "F-1";
    private static final String PROTOCOL = "STEMIRAC";
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    /** A service's part, to be changed. */
    static final class Part {
        final Set<String> reads = new HashSet<>();
        final List<OutboxRow> outbox = new ArrayList<>();
        final Map<Key, Long> heads = new HashMap<>();
        final List<InboxRow> inbox = new ArrayList<>();
        final Map<Key, Long> marks = new HashMap<>();
        final List<Parked> parked = new ArrayList<>();
        final Set<Key> refused = new HashSet<>();
        final List<Effect> effects = new ArrayList<>();
        final Map<String, Long> kept = new HashMap<>();
        final List<Write> writes = new ArrayList<>();
        final Map<String, Long> acknowledged = new HashMap<>();
        final List<Finding> trail = new ArrayList<>();
        final List<Snapshot.Told> told = new ArrayList<>();
    }

    final Map<String, Part> parts = new HashMap<>();
    final List<TopicRecord> records = new ArrayList<>();
    final List<FeedEntry> feed = new ArrayList<>();
    final Map<String, String> decided = new HashMap<>();
    final Map<String, String> decisionsKnown = new HashMap<>();
    final List<Snapshot.Enrolment> enrolments = new ArrayList<>();
    final List<Snapshot.Decision> decisions = new ArrayList<>();
    final Set<String> treated = new HashSet<>();
    final List<Snapshot.Reported> cases = new ArrayList<>();
    final List<Entry> history = new ArrayList<>();
    long feedPosition;

    private final Random random;
    private long commands;

    GeneratedRun(long seed) {
        random = new Random(seed);
        List.of(ELIGIBILITY, REGISTRY, ADVERSE_EVENT).forEach(service -> parts.put(service, new Part()));
        part(REGISTRY).reads.addAll(Set.of("saisei.eligibility.assessments", "saisei.safety.cases"));
        part(ELIGIBILITY).reads.addAll(Set.of("saisei.registry.subjects", "saisei.registry.treatments"));
        part(ADVERSE_EVENT).reads.addAll(Set.of("saisei.registry.subjects", "saisei.registry.treatments"));
        history.add(new Entry.Connected("officer", 1, NOW, "1-0", 200));
        int journeys = 2 + random.nextInt(4);
        for (int i = 0; i < journeys; i++) {
            journey();
        }
        history.add(new Entry.Connected("late", 1, NOW, null, 200));
        refuse();
    }

    Part part(String service) {
        return Objects.requireNonNull(parts.get(service));
    }

    private void journey() {
        var candidate = "C" + random.nextInt(1_000_000);
        var subject = "S" + random.nextInt(1_000_000);
        assess(candidate);
        enrol(candidate, subject);
        int facts = 1 + random.nextInt(3);
        for (int i = 0; i < facts; i++) {
            collect(subject);
        }
        int reports = 1 + random.nextInt(3);
        for (int i = 0; i < reports; i++) {
            report(subject);
        }
        reconnect();
    }

    private void assess(String candidate) {
        var id = id().toString();
        effect(ELIGIBILITY, "assessPatient", id, "/assessments/" + id, candidate);
        decided.put(id, "ELIGIBLE");
        decisionsKnown.put(id, "ELIGIBLE");
        decisions.add(new Snapshot.Decision(candidate, FACILITY, PROTOCOL, "PLANNING", 1, "ELIGIBLE"));
        publish(
                ELIGIBILITY,
                new Key("saisei.eligibility.assessments", candidate),
                "saisei.eligibility.assessment-decided.v1",
                Map.of("assessmentId", id));
        part(REGISTRY).writes.add(new Write("noteDecision", id));
    }

    private void enrol(String candidate, String subject) {
        effect(REGISTRY, "enrolSubject", subject, "/subjects/" + subject, candidate);
        enrolments.add(new Snapshot.Enrolment(subject, candidate, FACILITY, PROTOCOL, "REGISTERED"));
        publish(
                REGISTRY,
                new Key("saisei.registry.subjects", subject),
                "saisei.registry.subject-enrolled.v1",
                Map.of("subjectId", subject));
        part(ELIGIBILITY).writes.add(new Write("noteStanding", subject));
    }

    private void collect(String subject) {
        var id = id().toString();
        effect(REGISTRY, "recordCollection", id, "/subjects/" + subject + "/collections/" + id, subject);
        treated.add(subject);
        publish(
                REGISTRY,
                new Key("saisei.registry.treatments", subject),
                "saisei.registry.collection-recorded.v1",
                Map.of("subjectId", subject, "factId", id));
        part(ADVERSE_EVENT).writes.add(new Write("noteExposure", subject));
    }

    private void report(String subject) {
        var id = id().toString();
        effect(ADVERSE_EVENT, "reportCase", id, "/cases/" + id, id);
        cases.add(new Snapshot.Reported(id, subject, null, subject));
        var key = new Key("saisei.safety.cases", id);
        tell(id, 1, key, "case-reported");
        tell(id, 2, key, "case-linked");
    }

    private void tell(String id, long version, Key key, String event) {
        publish(ADVERSE_EVENT, key, "saisei.safety." + event + ".v1", Map.of("caseId", id));
        part(REGISTRY).writes.add(new Write("noteCase", id));
        feedPosition++;
        feed.add(new FeedEntry(id, version, event, feedPosition));
        history.add(new Entry.Seen("officer", connection("officer"), NOW, "1-" + feedPosition, event, id, version));
    }

    int connection(String subscriber) {
        return history.stream()
                .filter(Entry.Connected.class::isInstance)
                .map(Entry.Connected.class::cast)
                .filter(connected -> connected.subscriber().equals(subscriber))
                .mapToInt(Entry.Connected::connection)
                .max()
                .orElse(0);
    }

    /** Some time before the end of what it saw, as if the last of it had not been taken in; what it is sent again is explained. */
    private void reconnect() {
        long known = Math.max(0, feedPosition - random.nextInt(3));
        int next = connection("officer") + 1;
        history.add(new Entry.Connected("officer", next, NOW, "1-" + known, 200));
        for (long position = known + 1; position <= feedPosition; position++) {
            var entry = feed.get((int) position - 1);
            history.add(new Entry.Seen(
                    "officer", next, NOW, "1-" + position, entry.event(), entry.caseId(), entry.version()));
        }
    }

    private void refuse() {
        history.add(attempt(++commands, REGISTRY, "enrolSubject", "D-" + commands, Outcome.FAIL, 422, null));
        history.add(attempt(++commands, REGISTRY, "enrolSubject", "D-" + commands, Outcome.UNKNOWN, null, null));
    }

    /** Sometimes its client learnt of it at the second attempt only, or never. */
    private void effect(String service, String operation, String id, String location, String about) {
        long number = ++commands;
        var document = "D-" + number;
        if (random.nextInt(3) == 0) {
            history.add(attempt(number, service, operation, document, Outcome.UNKNOWN, null, null));
        }
        if (random.nextInt(5) > 0 || number < 3) {
            history.add(attempt(number, service, operation, document, Outcome.OK, 201, location));
        }
        part(service).effects.add(new Effect(operation, document, id, location, about, true, List.of()));
        part(service).writes.add(new Write(operation, id));
        part(service).kept.merge(location, 1L, Long::sum);
    }

    static Entry.Attempt attempt(
            long number,
            String service,
            String operation,
            String document,
            Outcome outcome,
            @Nullable Integer status,
            @Nullable String location) {
        return new Entry.Attempt(
                number,
                service,
                1,
                operation,
                FACILITY,
                document,
                "key-" + number,
                null,
                NOW,
                NOW,
                outcome,
                status,
                location);
    }

    private void publish(String service, Key key, String type, Map<String, String> members) {
        long sequence = part(service).heads.merge(key, 1L, Long::sum);
        int partition = Math.floorMod(key.key().hashCode(), 24);
        var row = new OutboxRow(id(), key, sequence, partition, true);
        part(service).outbox.add(row);
        records.add(new TopicRecord(
                key.topic(),
                partition,
                records.size(),
                key.key(),
                row.id(),
                sequence,
                type,
                "/saisei/" + service,
                members));
        if (random.nextInt(6) == 0) {
            records.add(records.getLast());
        }
        parts.values().stream().filter(part -> part.reads.contains(key.topic())).forEach(part -> {
            part.inbox.add(new InboxRow(row.id(), key, sequence));
            part.marks.put(key, sequence);
            part.acknowledged.put(key.topic() + "/" + partition, (long) records.size());
        });
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    Verdict judge() {
        var services = new HashMap<String, Snapshot.Service>();
        parts.forEach((name, part) -> services.put(
                name,
                new Snapshot.Service(
                        part.reads,
                        part.outbox,
                        part.heads,
                        part.inbox,
                        part.marks,
                        part.parked,
                        part.refused,
                        part.effects,
                        part.kept,
                        part.writes,
                        part.acknowledged,
                        part.trail,
                        new Snapshot.SelfReport(true, part.told))));
        return Checker.judge(
                history,
                new Snapshot(
                        services,
                        records,
                        new Snapshot.Feed(1, feedPosition, feed),
                        List.of(new Agreement("decisions", Kind.UNSEEN, decided, decisionsKnown)),
                        new Snapshot.World(enrolments, decisions, treated, cases)));
    }
}
