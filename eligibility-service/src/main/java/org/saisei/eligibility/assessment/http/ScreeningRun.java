package org.saisei.eligibility.assessment.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.assessment.AssessmentOutcome.Refusal;
import org.saisei.eligibility.assessment.Decision;
import org.saisei.eligibility.assessment.Screening;
import org.saisei.eligibility.assessment.http.Lines.Line;
import org.saisei.kit.access.Actor;
import org.saisei.kit.http.Answer;
import org.saisei.kit.problem.Call;
import org.saisei.kit.problem.CheckedJson;
import org.saisei.kit.problem.Faults;
import org.saisei.kit.problem.FieldError;
import org.saisei.kit.problem.Problem;
import org.saisei.kit.problem.ProblemException;

/** Answers the lines of one batch, each as soon as it is read, and counts what came of them. */
final class ScreeningRun {
    /** Lines that are judged. */
    static final int MAX_LINES = 10_000;

    /** Bytes of a line, without its end. */
    static final int MAX_LINE = 64 * 1024;

    private static final byte[] END = {'\n'};

    private final Actor actor;
    private final String facilityId;
    private final Screening screening;
    private final CheckedJson reader;
    private final ObjectWriter writer;
    private final Map<Decision, Integer> decisions = new EnumMap<>(Decision.class);
    private int lines;
    private int problems;
    /** The line that is read or answered, as the client counts them, from 1. */
    private int at = 1;

    private @Nullable Problem fault;
    private boolean clientGone;

    ScreeningRun(Actor actor, String facilityId, Screening screening, CheckedJson reader, ObjectMapper json) {
        this.actor = actor;
        this.facilityId = facilityId;
        this.screening = screening;
        this.reader = reader;
        this.writer = json.writerFor(ScreenedLine.class);
    }

    /**
     * Ends after the line that is one too many, and after one that a fault of ours kept from being judged: its answer is the
     * problem that any other request would get.
     *
     * @throws IOException if the client is gone
     */
    void answer(Line first, Lines rest, OutputStream out) throws IOException {
        try {
            @Nullable Line line = first;
            while (line != null) {
                at = line.number();
                line = answer(line, out) && lines <= MAX_LINES ? rest.next() : null;
            }
        } catch (IOException | RuntimeException gone) {
            clientGone = true;
            throw gone;
        }
    }

    /** False if nothing may follow. */
    private boolean answer(Line line, OutputStream out) throws IOException {
        ScreenedLine answer;
        byte[] text;
        try {
            answer = answer(line);
            text = writer.writeValueAsBytes(answer);
        } catch (RuntimeException | JsonProcessingException failure) {
            fail(failure, out);
            return false;
        }
        send(text, out);
        count(answer);
        at++;
        return true;
    }

    /** Ends the answer by a line that tells of a fault of ours. */
    void fail(Exception failure, OutputStream out) throws IOException {
        fault = Faults.tell(failure, new Call("screenPatients", Call.Effect.NONE));
        send(writer.writeValueAsBytes(ScreenedLine.of(at, null, fault)), out);
    }

    private static void send(byte[] text, OutputStream out) throws IOException {
        out.write(text);
        out.write(END);
        out.flush();
    }

    private void count(ScreenedLine answer) {
        lines++;
        if (answer.decision() == null) {
            problems++;
        } else {
            decisions.merge(answer.decision(), 1, Integer::sum);
        }
    }

    boolean isBrokenOff() {
        return clientGone || fault != null;
    }

    /** What the audit trail says of it: lines answered, by decision; and the first that was not, where it broke off. */
    String summary() {
        var summary = "lines=" + lines + " decisions=" + decisions + " problems=" + problems;
        if (fault != null) {
            return summary + " broke off at line " + at + ": " + fault.status();
        }
        return clientGone ? summary + " broke off at line " + at + ": client gone" : summary;
    }

    private ScreenedLine answer(Line line) {
        if (lines == MAX_LINES) {
            return ScreenedLine.of(
                    line.number(),
                    null,
                    Problem.of(
                            413,
                            "too-many-lines",
                            "The batch has too many lines.",
                            "A batch has at most " + MAX_LINES + " lines; this one and what follows was not read."));
        }
        return switch (line) {
            case Line.TooLong(var number) ->
                ScreenedLine.of(
                        number,
                        null,
                        Problem.of(
                                413,
                                "too-large",
                                "The line is too long.",
                                "A line has at most " + MAX_LINE + " bytes."));
            case Line.Text(var number, var bytes) -> answer(number, bytes);
        };
    }

    private ScreenedLine answer(int number, byte[] bytes) {
        NewAssessment sent;
        try {
            sent = reader.read(bytes, NewAssessment.class);
        } catch (ProblemException refused) {
            return ScreenedLine.of(number, null, refused.problem());
        }
        var refusal = refusal(sent);
        if (refusal != null) {
            return ScreenedLine.of(number, sent.documentNumber(), refusal);
        }
        return switch (screening.screen(sent.toRequest(facilityId))) {
            case Screening.Outcome.Screened(var version, var result) ->
                ScreenedLine.of(number, sent.documentNumber(), version, result);
            case Screening.Outcome.NotScreened(var why) -> ScreenedLine.of(number, sent.documentNumber(), problem(why));
        };
    }

    private @Nullable Problem refusal(NewAssessment sent) {
        if (!actor.mayTouch(sent.protocol())) {
            return Problem.forbidden("It is limited to other protocols.");
        }
        if (sent.candidateId() != null || sent.supersedes() != null) {
            return Problem.invalid(List.of(new FieldError(
                    sent.candidateId() != null ? "/candidateId" : "/supersedes",
                    "NOT_IN_A_SCREENING",
                    "a screening knows no candidate and supersedes nothing")));
        }
        var odd = sent.oddities();
        return odd.isEmpty() ? null : Problem.invalid(odd);
    }

    private static Problem problem(Refusal refusal) {
        Answer answer = Refusals.answer(refusal);
        if (answer.body() instanceof Problem problem) {
            return problem;
        }
        throw new IllegalStateException("a refusal is answered by a problem");
    }
}
