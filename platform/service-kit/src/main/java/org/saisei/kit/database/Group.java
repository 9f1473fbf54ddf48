package org.saisei.kit.database;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Acts in one transaction. Each computes on its own until it needs an answer from the database; when all do, or are done,
 * the last of them sends what all have noted. The one that is done last commits, or rolls back.
 */
final class Group {
    private static final Logger LOG = Logger.getLogger(Group.class);

    /** Longer than the database lets a transaction idle or wait for a lock. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Member<?>> members;
    private final TransactionManager transactions;
    private final DataSource dataSource;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition sent = lock.newCondition();
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Transaction transaction;
    private @Nullable Member<?> closer;
    private boolean failed;
    private int computing;
    private int present;
    private int round;

    Group(List<Member<?>> members, TransactionManager transactions, DataSource dataSource) {
        this.members = List.copyOf(members);
        this.transactions = transactions;
        this.dataSource = dataSource;
        this.computing = members.size();
        this.present = members.size();
    }

    List<Member<?>> members() {
        return members;
    }

    /** Once it is closed. */
    boolean failed() {
        return failed;
    }

    boolean isClosedBy(Member<?> member) {
        return closer == member;
    }

    /** Returns when the transaction has ended; empty if it was rolled back, or nobody can tell. */
    <T> Optional<T> run(Member<T> member) {
        @Nullable T answer = null;
        try {
            enter();
            answer = member.run();
        } catch (RuntimeException fault) {
            // If it was the act's own, the act will meet it again when it runs alone.
            fail(fault);
        } finally {
            leave(member, answer != null);
        }
        awaitClosed();
        return failed ? Optional.empty() : Optional.ofNullable(answer);
    }

    private void enter() {
        lock.lock();
        try {
            var known = transaction;
            if (known == null) {
                transactions.begin();
                transaction = transactions.getTransaction();
            } else {
                transactions.resume(known);
            }
        } catch (NotSupportedException | SystemException | InvalidTransactionException fault) {
            throw new IllegalStateException("no transaction to share", fault);
        } finally {
            lock.unlock();
        }
    }

    /** @throws GroupFailed if nothing of it came to be */
    void send(Member<?> member) {
        lock.lock();
        try {
            computing--;
            int mine = round;
            if (computing == 0) {
                sendAll();
            }
            long left = PATIENCE.toNanos();
            while (round == mine && !failed) {
                if (left <= 0) {
                    throw new GroupFailed(null);
                }
                left = sent.awaitNanos(left);
            }
            if (failed) {
                throw new GroupFailed(null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GroupFailed(e);
        } finally {
            lock.unlock();
        }
    }

    /** Under the lock, by the last who computed; the others wait, or are done. */
    private void sendAll() {
        if (failed) {
            return;
        }
        try {
            var each = new ArrayList<List<Statement>>();
            for (var member : members) {
                var taken = member.take();
                if (!taken.isEmpty()) {
                    each.add(taken);
                }
            }
            Statements.send(Merged.of(each), dataSource);
            round++;
            computing = present;
            sent.signalAll();
        } catch (RuntimeException fault) {
            fail(fault);
        }
    }

    private void fail(Throwable fault) {
        lock.lock();
        try {
            if (!failed && !(fault instanceof GroupFailed)) {
                LOG.warnf(
                        "%d acts in one transaction are to run again, each alone: %s",
                        members.size(), SqlFailure.brief(fault));
            }
            failed = true;
            sent.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void leave(Member<?> member, boolean done) {
        lock.lock();
        try {
            if (!done) {
                fail(new GroupFailed(null));
            }
            present--;
            if (present == 0) {
                closer = member;
                close();
            } else {
                transactions.suspend();
                if (done && --computing == 0) {
                    sendAll();
                }
            }
        } catch (SystemException fault) {
            fail(fault);
        } finally {
            lock.unlock();
        }
    }

    private void close() {
        try {
            if (!failed) {
                sendAll();
            }
            if (failed) {
                transactions.rollback();
            } else {
                transactions.commit();
            }
        } catch (RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException
                | SystemException
                | RuntimeException fault) {
            fail(fault);
        } finally {
            closed.countDown();
        }
        if (!failed) {
            members.stream().flatMap(member -> member.afterCommit().stream()).forEach(Group::follow);
        }
    }

    private static void follow(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException fault) {
            LOG.error("work after a commit failed", fault);
        }
    }

    private void awaitClosed() {
        boolean interrupted = false;
        while (true) {
            try {
                closed.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
