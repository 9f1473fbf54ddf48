package org.saisei.kit.it;

import static org.awaitility.Awaitility.await;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.saisei.kit.database.GroupCommit;

/** Acts that are asked for while another one runs. One that answers {@code refused} is not to take effect. */
final class ActsThatMeet implements AutoCloseable {
    private final GroupCommit group;
    private final TransactionManager manager;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch othersWait = new CountDownLatch(1);
    private final List<CompletableFuture<String>> asked = new ArrayList<>();

    ActsThatMeet(GroupCommit group, TransactionManager manager) {
        this.group = group;
        this.manager = manager;
    }

    CompletableFuture<String> asked(int place) {
        return asked.get(place);
    }

    @Override
    public void close() {
        othersWait.countDown();
        threads.shutdownNow();
    }

    /** Keeps everybody else waiting until they are told to meet. */
    void holdTheFirst() {
        var holds = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(
                () -> group.run(
                        Set.of(),
                        () -> {
                            holds.countDown();
                            await().until(() -> othersWait.getCount() == 0);
                            return "held";
                        },
                        any -> true),
                threads);
        await().until(() -> holds.getCount() == 0 || first.isDone());
    }

    /** Returns when all have been answered, or have failed. */
    void letThemMeet() {
        await().until(() -> group.waiting() == asked.size());
        othersWait.countDown();
        await().until(() -> asked.stream().allMatch(CompletableFuture::isDone));
    }

    void ask(Supplier<String> act) {
        ask(Set.of(), act);
    }

    void ask(Set<String> touches, Supplier<String> act) {
        asked.add(CompletableFuture.supplyAsync(
                () -> group.run(touches, act, answer -> !answer.equals("refused"))
                        .orElseGet(() -> alone(act)),
                threads));
    }

    private String alone(Supplier<String> act) {
        try {
            manager.begin();
            try {
                var answer = act.get();
                if (!answer.equals("refused")) {
                    manager.commit();
                }
                return answer;
            } finally {
                if (manager.getTransaction() != null) {
                    manager.rollback();
                }
            }
        } catch (NotSupportedException
                | SystemException
                | RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> answers() {
        return asked.stream().map(CompletableFuture::join).toList();
    }
}
