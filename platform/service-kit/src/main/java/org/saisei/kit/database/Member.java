package org.saisei.kit.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An act in a group, on its thread. */
final class Member<T> {
    private static final ThreadLocal<@Nullable Member<?>> RUNNING = new ThreadLocal<>();

    private final Set<String> touches;
    private final Supplier<T> act;
    private final Predicate<T> takesEffect;
    private final CompletableFuture<Group> group = new CompletableFuture<>();
    private final Statements statements = new Statements();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private boolean hasWritten;

    Member(Set<String> touches, Supplier<T> act, Predicate<T> takesEffect) {
        this.touches = touches;
        this.act = act;
        this.takesEffect = takesEffect;
    }

    /** The one on this thread. */
    static @Nullable Member<?> running() {
        return RUNNING.get();
    }

    Set<String> touches() {
        return touches;
    }

    Statements statements() {
        return statements;
    }

    void join(Group formed) {
        group.complete(formed);
    }

    Group awaitGroup() {
        return group.join();
    }

    /** Waits until everything noted so far has been sent. */
    void send() {
        awaitGroup().send(this);
    }

    void afterCommit(Runnable work) {
        afterCommit.add(work);
    }

    List<Runnable> afterCommit() {
        return afterCommit;
    }

    List<Statement> take() {
        var taken = statements.take();
        hasWritten |= taken.stream().anyMatch(one -> !one.isQuery());
        return taken;
    }

    /** @throws GroupFailed if its answer takes back what was written already */
    T run() {
        RUNNING.set(this);
        try {
            T answer = act.get();
            if (!takesEffect.test(answer)) {
                if (hasWritten) {
                    throw new GroupFailed(null);
                }
                statements.take();
                afterCommit.clear();
            }
            return answer;
        } finally {
            RUNNING.remove();
        }
    }
}
