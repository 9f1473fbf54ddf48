package org.saisei.registry.erasure.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saisei.kit.id.Ids;
import org.saisei.registry.erasure.Erasure;
import org.saisei.registry.erasure.ErasureJournal;
import org.saisei.registry.identity.SubjectId;

class FileErasureJournalTest {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final Ids IDS = new Ids() {
        @Override
        public UUID next() {
            return UUID.randomUUID();
        }

        @Override
        public String opaque() {
            return "K7QH2M9XW4ZT0B5N";
        }
    };

    @TempDir
    private Path folder;

    private final AtomicReference<Synchronization> transaction = new AtomicReference<>();
    private final TransactionSynchronizationRegistry transactions =
            (TransactionSynchronizationRegistry) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {TransactionSynchronizationRegistry.class},
                    (proxy, method, arguments) -> {
                        transaction.set((Synchronization) arguments[0]);
                        return null;
                    });
    private FileErasureJournal journal;

    @BeforeEach
    void aReplica() {
        journal = replica();
    }

    private FileErasureJournal replica() {
        return new FileErasureJournal(folder, JSON, IDS, transactions, () -> {});
    }

    private Synchronization transaction() {
        return Objects.requireNonNull(transaction.get());
    }

    private static Erasure erasure() {
        return new Erasure(
                UUID.randomUUID(),
                SubjectId.draw(IDS),
                "ERS-1",
                Erasure.Ground.PATIENT_REQUEST,
                null,
                Instant.parse("2026-11-22T01:02:03.456789Z"),
                "registrar-1");
    }

    private Path file() throws IOException {
        try (var files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void anErasureIsOnDiskBeforeTheCommitAndItsOutcomeAfterIt() {
        var erasure = erasure();

        journal.intend(erasure);

        assertThat(replica().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.erasure()).isEqualTo(erasure);
            assertThat(entry.committed()).isFalse();
        });
        journal.intend(erasure);
        transaction().beforeCompletion();
        transaction().afterCompletion(Status.STATUS_COMMITTED);
        assertThat(replica().entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.committed()).isTrue());
    }

    @Test
    void whatWasRolledBackBeforeItsCommitIsNoErasure() {
        journal.intend(erasure());

        transaction().afterCompletion(Status.STATUS_ROLLEDBACK);

        assertThat(journal.entries()).isEmpty();
    }

    @Test
    void ofACommitThatFailedNobodyKnowsTheOutcome() {
        journal.intend(erasure());

        transaction().beforeCompletion();
        transaction().afterCompletion(Status.STATUS_ROLLEDBACK);

        assertThat(journal.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.committed()).isFalse());
    }

    @Test
    void anOutcomeThatNobodyKnowsIsNotSettledByTheRollbackOfItsReplay() {
        var erasure = erasure();
        journal.intend(erasure);

        replica().intend(erasure);
        transaction().afterCompletion(Status.STATUS_ROLLEDBACK);

        assertThat(replica().entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.committed()).isFalse());
    }

    @Test
    void anErasureThatWasCommittedStaysCommittedWhateverBecameOfAnotherAttempt() {
        var erasure = erasure();
        journal.intend(erasure);
        transaction().afterCompletion(Status.STATUS_COMMITTED);

        journal.intend(erasure);
        transaction().afterCompletion(Status.STATUS_ROLLEDBACK);

        assertThat(journal.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.committed()).isTrue());
    }

    @Test
    void anErasureThatTheDatabaseRefusesIsNotTold() {
        var refused = new FileErasureJournal(folder, JSON, IDS, transactions, () -> {
            throw new IllegalStateException("refused by the database");
        });

        assertThatThrownBy(() -> refused.intend(erasure())).hasMessage("refused by the database");

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void afterALineThatCouldNotBeWrittenAnotherFileIsBegun() {
        var first = erasure();
        var second = erasure();
        journal.intend(first);
        // the channel of a thread that is interrupted is closed under its hands
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> journal.intend(erasure())).isInstanceOf(IllegalStateException.class);
        assertThat(Thread.interrupted()).isTrue();

        journal.intend(second);

        assertThat(folder.toFile().list()).hasSize(2);
        assertThat(journal.entries())
                .extracting(ErasureJournal.Entry::erasure)
                .containsExactlyInAnyOrder(first, second);
    }

    @Test
    void aFolderThatCannotBeWrittenIsFoundWhenItIsRead() {
        var unwritable =
                new FileErasureJournal(Path.of(URI.create("jrt:/java.base/java")), JSON, IDS, transactions, () -> {});

        assertThatThrownBy(unwritable::entries).isInstanceOf(ReadOnlyFileSystemException.class);
    }

    @Test
    void theFilesOfAllReplicasAreRead() {
        journal.intend(erasure());
        replica().intend(erasure());

        assertThat(replica().entries()).hasSize(2);
    }

    @Test
    void anUnfinishedLastLineNeverCommittedAndIsPassedOver() throws IOException {
        journal.intend(erasure());
        Files.writeString(file(), "{\"erasureId\":\"", StandardOpenOption.APPEND);

        assertThat(journal.entries()).hasSize(1);
    }

    @Test
    void aLineThatCannotBeReadIsNamed() throws IOException {
        journal.intend(erasure());
        Files.writeString(file(), "nonsense\n", StandardOpenOption.APPEND);

        assertThatThrownBy(journal::entries)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("line 2 of " + file());
    }

    @Test
    void aFolderThatIsMissingIsNamed() {
        var missing = new FileErasureJournal(folder.resolve("missing"), JSON, IDS, transactions, () -> {});

        assertThatThrownBy(missing::entries)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(folder.resolve("missing") + " is not there");
        assertThatThrownBy(() -> missing.intend(erasure())).isInstanceOf(IllegalStateException.class);
    }
}
