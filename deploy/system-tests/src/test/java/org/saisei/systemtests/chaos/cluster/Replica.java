package org.saisei.systemtests.chaos.cluster;

import java.net.URI;
import java.time.Duration;
import org.saisei.stack.ServiceName;
import org.saisei.stack.ServiceProcess;
import org.saisei.systemtests.chaos.net.AnswerCut;
import org.saisei.systemtests.chaos.net.Proxy;
import org.saisei.systemtests.chaos.net.TransactionEnd;

/** One replica of a service with the proxies on its ways: from its clients, to its database, to Kafka. */
public final class Replica {
    private static final Duration READY = Duration.ofSeconds(180);
    private static final int STARTS = 5;

    private final ServiceProcess process;
    private final Ways ways;

    Replica(ServiceProcess process, Ways ways) {
        this.process = process;
        this.ways = ways;
    }

    public ServiceName service() {
        return process.service();
    }

    /** From 1. */
    public int number() {
        return process.replica();
    }

    /** As the history names it. */
    public String name() {
        return service().folder() + "-" + number();
    }

    /** Where its clients send requests, without a slash at the end. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + ways.http.port());
    }

    /** Where it listens itself, past the proxy. */
    public URI uriPastProxy() {
        return process.uri();
    }

    public AnswerCut answers() {
        return ways.answers;
    }

    public TransactionEnd transactions() {
        return ways.transactions;
    }

    public Proxy database() {
        return ways.database;
    }

    public Proxy kafka() {
        return ways.kafka;
    }

    /** Ends it with SIGKILL. */
    public void kill() {
        process.kill();
    }

    /** Asks it to end (SIGTERM), and waits for that. */
    public void stop() {
        process.stop();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Freezes it (SIGSTOP). */
    public void freeze() {
        process.freeze();
    }

    public void thaw() {
        process.thaw();
    }

    /**
     * Starts it again if it has ended, and waits until it is ready; once more where it ended while it started, as it does
     * while its database is away.
     */
    public void revive() {
        for (int start = 1; ; start++) {
            if (!process.isAlive()) {
                process.restart();
            }
            try {
                process.awaitReady(READY);
                return;
            } catch (IllegalStateException notReady) {
                if (start == STARTS || process.isAlive()) {
                    throw notReady;
                }
            }
        }
    }

    /** Nothing hinders it any more; it runs, and is ready. */
    void heal() {
        ways.heal();
        thaw();
        revive();
    }
}
