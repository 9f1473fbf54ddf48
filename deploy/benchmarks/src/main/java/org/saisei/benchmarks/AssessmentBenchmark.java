package org.saisei.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.kie.api.KieServices;
import org.saisei.eligibility.assessment.Result;
import org.saisei.eligibility.protocol.Protocol;
import org.saisei.eligibility.protocol.stemirac.Stemirac;

/**
 * CPU of one eligibility assessment under STEMIRAC: every patient criterion judged with its reasons, values and citation,
 * and the decision. Beside it, in the same process and alternating, Drools with the same criteria and the same result.
 * Neither side's time includes reading a request, a database or HTTP.
 *
 * <p>CPU is that of the whole process (collector and compiler included) divided by the number of assessments. Asserts
 * nothing about speed; ends with an error if the two sides' results differ in anything.
 */
public final class AssessmentBenchmark {
    /** As few as stay in the processor's cache, as a request just read does. */
    private static final int CASES = 200;

    private static final int ROUNDS = 7;
    private static final int WARM_UP_ROUNDS = 5;

    private final Protocol protocol = new Stemirac();
    private final Peer peer = new Peer();
    private final List<Case> cases = Case.generate(protocol, CASES, 20261122);
    private long kept;

    private AssessmentBenchmark() {}

    /** @param args none */
    public static void main(String[] args) {
        new AssessmentBenchmark().run();
    }

    private void run() {
        for (var one : cases) {
            if (!byService(one).equals(byPeer(one))) {
                throw new IllegalStateException("they disagree: " + one);
            }
        }
        System.out.printf(
                "Java %s, Drools %s, %s %s, %d processors; %d patients, %d rounds after %d to warm up%n",
                Runtime.version(),
                KieServices.class.getPackage().getImplementationVersion(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                CASES,
                ROUNDS,
                WARM_UP_ROUNDS);
        var ours = new ArrayList<Double>();
        var peers = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        for (var round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
            var our = microseconds(one -> kept += byService(one).verdicts().size());
            var its = microseconds(one -> kept += byPeer(one).verdicts().size());
            if (round >= WARM_UP_ROUNDS) {
                ours.add(our);
                peers.add(its);
                ratios.add(its / our);
            }
        }
        print("service, CPU-µs per assessment", ours);
        print("Drools,  CPU-µs per assessment", peers);
        print("P4: Drools ÷ service (must ≥ 5, aim ≥ 20)", ratios);
        if (kept == 0) {
            throw new IllegalStateException("nothing was judged");
        }
    }

    private Result byService(Case one) {
        return Result.of(protocol, one.circumstances(), one.declared());
    }

    private Result byPeer(Case one) {
        return peer.judge(one.patient(), one.circumstances(), one.declared());
    }

    private double microseconds(Consumer<Case> judge) {
        var passes = 250;
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var before = system.getProcessCpuTime();
        for (var pass = 0; pass < passes; pass++) {
            cases.forEach(judge);
        }
        return (system.getProcessCpuTime() - before) / 1_000.0 / passes / CASES;
    }

    private static void print(String what, List<Double> rounds) {
        var sorted = new ArrayList<>(rounds);
        Collections.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%-45s median %8.1f   least %8.1f   most %8.1f%n",
                what,
                sorted.get(sorted.size() / 2),
                sorted.getFirst(),
                sorted.getLast());
    }
}
