package org.saisei.kit.database;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionManager;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Lets acts that run at the same time share a transaction, each on its own thread: what they ask of the database at one
 * time is sent in one go, and one commit, with one wait for the disk, ends them all. Whoever comes alone waits for nobody.
 *
 * <p>No act is answered before the commit, and none fails for another: if anything goes wrong in a group, all of it is
 * rolled back and each act is told to run alone. An act must therefore do nothing but talk to {@link Sql}, and be able to
 * run again.
 */
@Startup // for its metrics
@ApplicationScoped
public class GroupCommit {
    /** While one waits for the disk, the other computes. */
    private static final int GROUPS = 2;

    private static final int MEMBERS = 32;

    /** Fewer wait for the running group instead: a small one costs the server nearly as much. */
    private static final int FEWEST_BESIDE_ANOTHER = 8;

    private final DataSource dataSource;
    private final TransactionManager transactions;
    private final DistributionSummary sizes;
    private final Counter failures;
    private final Queue<Member<?>> waiting = new ArrayDeque<>();
    private final Set<String> touched = new HashSet<>();
    private int running;

    GroupCommit(DataSource dataSource, TransactionManager transactions, MeterRegistry meters) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.sizes = DistributionSummary.builder("saisei.commit.group.size")
                .description("acts that shared a transaction")
                .register(meters);
        Gauge.builder("saisei.commit.group.waiting", this, GroupCommit::waiting)
                .description("acts that wait for a transaction to share")
                .register(meters);
        this.failures = Counter.builder("saisei.commit.group.failures")
                .description("groups that were rolled back, after which each of their acts ran alone")
                .register(meters);
    }

    /**
     * Runs the act in a transaction that it may share; not from within one.
     *
     * @param touches names of everything that two acts must not change at the same time; an act waits for those that run
     *     here under one of its names. Replicas are kept apart by the database's locks alone
     * @param takesEffect whether what the act wrote is to be kept, by what it returned
     * @return what the act returned, committed; empty if nothing of it took effect, and it has to be run alone
     */
    public <T> Optional<T> run(Set<String> touches, Supplier<T> act, Predicate<T> takesEffect) {
        var member = new Member<>(touches, act, takesEffect);
        synchronized (this) {
            waiting.add(member);
            form();
        }
        var group = member.awaitGroup();
        try {
            return group.run(member);
        } finally {
            if (group.isClosedBy(member)) {
                ended(group);
            }
        }
    }

    /** How many acts wait for a group. */
    public synchronized int waiting() {
        return waiting.size();
    }

    private synchronized void ended(Group group) {
        running--;
        group.members().forEach(member -> touched.removeAll(member.touches()));
        sizes.record(group.members().size());
        if (group.failed()) {
            failures.increment();
        }
        form();
    }

    private void form() {
        while (running == 0 && !waiting.isEmpty() || running < GROUPS && waiting.size() >= FEWEST_BESIDE_ANOTHER) {
            var members = new ArrayList<Member<?>>();
            for (var each = waiting.iterator(); each.hasNext() && members.size() < MEMBERS; ) {
                var member = each.next();
                if (member.touches().stream().noneMatch(touched::contains)) {
                    touched.addAll(member.touches());
                    members.add(member);
                    each.remove();
                }
            }
            if (members.isEmpty()) {
                return;
            }
            running++;
            var group = new Group(members, transactions, dataSource);
            members.forEach(member -> member.join(group));
        }
    }
}
