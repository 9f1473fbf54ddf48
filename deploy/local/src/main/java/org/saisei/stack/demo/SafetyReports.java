package org.saisei.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saisei.stack.demo.Recorder.Document;
import org.saisei.stack.demo.SafetyStream.Arrival;

/** Reports the adverse events of the cases and watches them arrive on the safety officer's stream. */
final class SafetyReports {

    private static final Duration STREAM_PATIENCE = Duration.ofSeconds(10);

    private final Api safety;
    private final SafetyStream stream;
    private final Narrator narrator;
    private final Map<String, Map<String, Object>> termsByJa = new HashMap<>();
    private final List<String> caseIds = new ArrayList<>();
    private final List<Long> latenciesMs = new ArrayList<>();

    SafetyReports(Callers callers, SafetyStream stream, Narrator narrator) {
        this.safety = callers.hospitalAtSafety();
        this.stream = stream;
        this.narrator = narrator;
        readDictionaries();
    }

    /** Reports every adverse event of one case; each new one must arrive on the stream. */
    void report(Trial.Case trialCase, Patient patient, String subjectId, String lot) {
        int number = 0;
        for (Trial.Event event : trialCase.events()) {
            number++;
            Map<String, Object> body = body(event, patient.document("AE-" + number), subjectId, lot);
            long sent = System.nanoTime();
            Document document = Recorder.post(safety, "/cases", "caseId", body);
            String state = document.reply().text("state");
            Unexpected.unless(
                    state.equals("REPORTED"),
                    document.reply().asked() + ": expected REPORTED, got "
                            + document.reply().body());
            caseIds.add(document.id());
            String where = document.already() ? "" : ", " + arrival(document.id(), sent);
            narrator.step(
                    "有害事象 adverse event",
                    event.termJa() + " " + event.termEn() + ", onset " + event.onset() + where,
                    document.already());
        }
    }

    List<String> caseIds() {
        return List.copyOf(caseIds);
    }

    /** What the new reports took from being sent to being on the stream, shortest first. */
    List<Long> latenciesMs() {
        List<Long> sorted = new ArrayList<>(latenciesMs);
        Collections.sort(sorted);
        return sorted;
    }

    /** Reads the stream again from its beginning to its present end: each position once and in order, each case once. */
    void replay(Callers callers) {
        String end;
        try (SafetyStream fresh = callers.stream(null)) {
            end = fresh.startId(STREAM_PATIENCE);
        }
        String generation = end.substring(0, end.indexOf('-'));
        try (SafetyStream again = callers.stream(generation + "-0")) {
            Unexpected.unless(
                    again.await(came -> came.id().equals(end), STREAM_PATIENCE).isPresent(),
                    "the stream resumed from " + generation + "-0 does not reach " + end);
            List<Arrival> arrivals = again.arrivals();
            long position = 0;
            for (Arrival came : arrivals) {
                position++;
                Unexpected.unless(
                        came.id().equals(generation + "-" + position),
                        "expected the stream's id " + generation + "-" + position + ", got " + came.id());
            }
            for (String caseId : caseIds) {
                long times = arrivals.stream()
                        .filter(came -> isReportOf(came, caseId))
                        .count();
                Unexpected.unless(times == 1, "case " + caseId + " is on the stream " + times + " times");
            }
            narrator.check(
                    "Last-Event-ID " + generation + "-0",
                    "the stream resumed from its beginning to " + end + " without gap or repeat, each of the "
                            + caseIds.size() + " cases reported once");
        }
    }

    private static boolean isReportOf(Arrival came, String caseId) {
        return came.event().equals("case-reported") && came.caseId().equals(caseId);
    }

    private String arrival(String caseId, long sent) {
        Optional<Arrival> arrival = stream.await(came -> isReportOf(came, caseId), STREAM_PATIENCE);
        Arrival came = arrival.orElseThrow(() -> new Unexpected("case " + caseId
                + " did not arrive on the safety officer's stream within " + STREAM_PATIENCE.toSeconds() + " s"));
        long milliseconds = (came.nanoTime() - sent) / 1_000_000;
        latenciesMs.add(milliseconds);
        return "on the safety officer's stream (id " + came.id() + ") " + milliseconds + " ms after it was sent";
    }

    private Map<String, Object> body(Trial.Event event, String documentNumber, String subjectId, String lot) {
        Map<String, Object> term = termsByJa.get(event.termJa());
        if (term == null) {
            throw new Unexpected("no dictionary of the adverse-event service has the term " + event.termJa());
        }
        return Json.object(
                "documentNumber", documentNumber,
                "protocol", Demonstration.PROTOCOL,
                "awareOn", event.onset().plusDays(1).toString(),
                "patient", Json.object("subjectId", subjectId),
                "reporter", Json.object("profession", "PHYSICIAN", "reference", Demonstration.PHYSICIAN),
                "suspects",
                        List.of(
                                suspect("PRODUCT", event.relatedToProduct(), lot),
                                suspect("BLOOD_COLLECTION", event.relatedToBloodCollection(), ""),
                                suspect("MARROW_COLLECTION", event.relatedToMarrowCollection(), "")),
                "reaction", Json.object("term", term, "onsetOn", event.onset().toString(), "seriousness", List.of()));
    }

    private static Map<String, Object> suspect(String suspect, boolean related, String lot) {
        Map<String, Object> fields = Json.object("suspect", suspect, "causality", related ? "PROBABLE" : "UNLIKELY");
        if (!lot.isEmpty()) {
            fields.put("lotNumber", lot);
        }
        return fields;
    }

    private void readDictionaries() {
        for (JsonNode dictionary :
                safety.get("/dictionaries").expect(200).body().path("items")) {
            String name = dictionary.path("dictionary").asText();
            String version = dictionary.path("version").asText();
            Reply terms = safety.get("/dictionaries/" + name + "/" + version + "/terms?limit=200")
                    .expect(200);
            for (JsonNode term : terms.body().path("items")) {
                termsByJa.putIfAbsent(
                        term.path("ja").asText(),
                        Json.object(
                                "dictionary", name,
                                "version", version,
                                "code", term.path("code").asText()));
            }
        }
    }
}
