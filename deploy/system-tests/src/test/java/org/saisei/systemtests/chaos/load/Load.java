package org.saisei.systemtests.chaos.load;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.saisei.systemtests.chaos.cluster.Cluster;

/** A number of clients, each with one request at a time. What each wants, and in what order, the seed decides. */
public final class Load {
    private static final int HOSPITALS = 6;
    private static final LocalDate FIRST_CHANGE = LocalDate.of(2027, 4, 1);

    private final Traffic traffic;
    private final Hospitals hospitals = new Hospitals();
    private final Journey treatment = new Treatment(hospitals);
    private final List<Client> clients = new ArrayList<>();
    private final List<Calendar> calendars = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Operations operations;
    private final Misreplays misreplays = new Misreplays();

    public Load(Cluster cluster, Traffic traffic, long seed, int clients) {
        this.traffic = traffic;
        this.operations = Operations.of(cluster);
        var seeds = new SplittableRandom(seed);
        for (int number = 1; number <= clients; number++) {
            var calendar = new Calendar();
            calendars.add(calendar);
            this.clients.add(new Client(
                    String.valueOf(number), cluster, traffic, operations, misreplays, calendar, seeds.split()));
        }
    }

    /** Opens the first hospitals, and then lets all clients begin. */
    public void begin() {
        while (hospitals.count() < HOSPITALS) {
            hospitals.open(clients.getFirst());
        }
        for (var client : clients) {
            threads.add(Thread.ofPlatform().daemon().name("client").start(() -> run(client)));
        }
    }

    /** The clients' clocks. */
    public List<Calendar> calendars() {
        return List.copyOf(calendars);
    }

    public Operations operations() {
        return operations;
    }

    public Misreplays misreplays() {
        return misreplays;
    }

    /**
     * No client begins anything new; waits for each to learn what came of what it has sent.
     *
     * @param patience after which what is not known stays open
     */
    public void end(Duration patience) throws InterruptedException {
        traffic.end();
        long until = System.nanoTime() + patience.toNanos();
        for (var thread : threads) {
            thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
        }
        traffic.giveUp();
        for (var thread : threads) {
            thread.join();
        }
    }

    private void run(Client client) {
        while (!traffic.isOver()) {
            try {
                next(client).go(client);
            } catch (JourneyEnds another) {
                // refused, or left open
            }
        }
    }

    private Journey next(Client client) {
        int chosen = client.random().nextInt(100);
        if (chosen < 94) {
            return treatment;
        }
        if (chosen < 96) {
            return hospitals::open;
        }
        return chosen < 98 ? hospitals::riseAndFall : Load::changeParameter;
    }

    private static void changeParameter(Client client) {
        client.step("changeParameter")
                .with(body -> body.put(
                        "from",
                        FIRST_CHANGE.plusDays(client.random().nextInt(3_000)).toString()))
                .send();
    }
}
