package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saisei.kit.reconciliation.Anomaly.Kind.DUPLICATED;
import static org.saisei.kit.reconciliation.Anomaly.Kind.LOST;
import static org.saisei.kit.reconciliation.Anomaly.Kind.REORDERED;
import static org.saisei.kit.reconciliation.Anomaly.Kind.UNSEEN;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.saisei.stack.ServiceName;
import org.saisei.systemtests.chaos.faulty.FaultyBuild;
import org.saisei.systemtests.chaos.faulty.PatchedService;

/**
 * Each part of the mechanism keeps something right: without it the fault that it is there for leaves an anomaly, which the
 * checker names; with all of them the same faults leave none.
 */
@Tag("long")
@ResourceLock("a stack of their own")
class FaultyBuildsE2E {
    private static final Duration SETTLING = Duration.ofSeconds(90);
    /** For what is wrong for good. */
    private static final Duration SHORTLY = Duration.ofSeconds(25);

    private Stack stack;

    @AfterEach
    void stop() {
        stack.close();
    }

    @Test
    void theHealthyBuildComesThroughEveryFault() throws Exception {
        stack = Stack.start("healthy");
        var run = new SmallRun(stack);
        var faults = new Faults(stack, run);

        faults.killedWhileTheBrokerIsFrozen();
        faults.brokerKilledWithEventsOnTheirWay();
        faults.killedAfterApplying();
        faults.killedWhileTheDatabaseHoldsItUp();
        run.report(run.enrol(run.assess()));

        var verdict = run.checkSettled(SETTLING);
        assertThat(verdict.lastLine())
                .as(verdict.toString())
                .isEqualTo("lost 0 duplicated 0 reordered 0 unseen 0 half-applied 0");
    }

    @Test
    void aBuildThatMarksBeforeItSendsLosesEvents() {
        var run = with(FaultyBuild.MARKS_BEFORE_IT_SENDS, ServiceName.ELIGIBILITY);

        new Faults(stack, run).killedWhileTheBrokerIsFrozen();

        CheckerE2E.assertFound(run.checkSettled(SHORTLY), LOST, "marked as published, and not on its topic");
    }

    @Test
    void aBuildWithoutAFenceReordersEvents() {
        var run = with(FaultyBuild.NO_FENCE, ServiceName.REGISTRY);

        new Faults(stack, run).brokerKilledWithEventsOnTheirWay();

        CheckerE2E.assertFound(run.checkSettled(SHORTLY), REORDERED, "on its topic after a later one of its key");
    }

    @Test
    void aBuildWithoutAnInboxAppliesEventsTwice() {
        var run = with(FaultyBuild.NO_INBOX, ServiceName.REGISTRY);

        new Faults(stack, run).killedAfterApplying();

        CheckerE2E.assertFound(run.checkSettled(SHORTLY), DUPLICATED, "noteDecision for each event applied");
    }

    @Test
    void aBuildThatAcknowledgesBeforeItCommitsLosesEvents() throws Exception {
        var run = with(FaultyBuild.ACKNOWLEDGES_BEFORE_COMMIT, ServiceName.REGISTRY);

        new Faults(stack, run).killedWhileTheDatabaseHoldsItUp();

        CheckerE2E.assertFound(run.checkSettled(SHORTLY), LOST, "acknowledged, and neither applied nor parked");
    }

    @Test
    void aBuildThatThrowsOnARealEventLeavesItUnseen() {
        var run = with(FaultyBuild.THROWS_ON_A_REAL_EVENT, ServiceName.REGISTRY);

        run.report(run.enrol(run.assess()));

        CheckerE2E.assertFound(run.checkSettled(SHORTLY), UNSEEN, "received, and parked");
    }

    /** Starts a stack in which one service is built so. */
    private SmallRun with(FaultyBuild build, ServiceName service) {
        var root = Repository.root();
        var name = build.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var copy = root.resolve("deploy/system-tests/target/builds").resolve(name + "-" + System.nanoTime());
        PatchedService.make(build, root, service.application(root), copy);
        stack = Stack.startAfter(name, processes -> processes.use(service, copy));
        return new SmallRun(stack);
    }
}
