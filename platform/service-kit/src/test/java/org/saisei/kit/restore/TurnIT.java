package org.saisei.kit.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.WithRealParts;

/** Replicas that start at once compare one after the other. */
@QuarkusTest
@WithRealParts
class TurnIT {
    private static final String LOCK = "SELECT pg_advisory_lock(hashtextextended('topic comparison', 0))";

    @Inject
    Turn turn;

    @Test
    void whoComesSecondWaitsForTheFirst() throws SQLException {
        CompletableFuture<Void> second;
        try (var first = Database.runtime();
                var statement = first.createStatement()) {
            statement.execute(LOCK);
            second = CompletableFuture.runAsync(() -> turn.take(() -> {}));

            await().during(Duration.ofMillis(500)).until(() -> !second.isDone());
        }

        await().until(second::isDone);
        assertThat(second).isCompleted();
    }

    @Test
    void aTurnThatFailedIsOver() {
        assertThat(CompletableFuture.runAsync(() -> turn.take(() -> {
                    throw new IllegalStateException("a test");
                })))
                .failsWithin(Duration.ofSeconds(5));

        assertThat(CompletableFuture.runAsync(() -> turn.take(() -> {}))).succeedsWithin(Duration.ofSeconds(5));
    }
}
