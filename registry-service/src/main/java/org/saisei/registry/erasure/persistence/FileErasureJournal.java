package org.saisei.registry.erasure.persistence;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.database.Sql;
import org.saisei.kit.id.Ids;
import org.saisei.registry.erasure.Erasure;
import org.saisei.registry.erasure.ErasureJournal;
import org.saisei.registry.identity.SubjectId;

/**
 * A folder with one file of JSON lines for each replica and start, made when it first erases. A line is on disk before the
 * method returns. A replica writes to no file but its own, and never again to one that it could not write a whole line to.
 */
@ApplicationScoped
class FileErasureJournal implements ErasureJournal {
    private static final Logger LOG = Logger.getLogger(FileErasureJournal.class);
    private static final String SUFFIX = ".jsonl";

    private final Path folder;
    private final ObjectMapper json;
    private final Ids ids;
    private final TransactionSynchronizationRegistry transactions;
    private final Runnable settle;
    private @Nullable FileChannel own;

    @Inject
    FileErasureJournal(
            @ConfigProperty(name = "saisei.identity.erasure-journal") Optional<String> folder,
            ObjectMapper json,
            Ids ids,
            TransactionSynchronizationRegistry transactions,
            Sql sql) {
        this(
                Path.of(folder.orElseThrow(() -> new IllegalStateException(
                        "saisei.identity.erasure-journal is not set: name a folder outside the database that outlives"
                                + " it; see docs/operations/erasure.md"))),
                json,
                ids,
                transactions,
                sql::flush);
    }

    /** @param settle sends what the running transaction has still to send, so that it fails before anything is told */
    FileErasureJournal(
            Path folder, ObjectMapper json, Ids ids, TransactionSynchronizationRegistry transactions, Runnable settle) {
        this.folder = folder;
        this.json = json;
        this.ids = ids;
        this.transactions = transactions;
        this.settle = settle;
    }

    private enum State {
        INTENDED,
        COMMITTED,
        ROLLED_BACK
    }

    /** One line. All but the first two are there for an intention only. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Line(
            UUID erasureId,
            State state,
            @Nullable String subjectId,
            @Nullable String documentNumber,
            Erasure.@Nullable Ground ground,
            @Nullable String reference,
            @Nullable Instant erasedAt,
            @Nullable String actor) {

        Line {
            Objects.requireNonNull(erasureId);
            Objects.requireNonNull(state);
        }

        static Line intended(Erasure erasure) {
            return new Line(
                    erasure.erasureId(),
                    State.INTENDED,
                    erasure.subjectId().number(),
                    erasure.documentNumber(),
                    erasure.ground(),
                    erasure.reference(),
                    erasure.erasedAt(),
                    erasure.erasedBy());
        }

        static Line outcome(UUID erasureId, State state) {
            return new Line(erasureId, state, null, null, null, null, null, null);
        }

        Erasure erasure() {
            if (subjectId == null || documentNumber == null || ground == null || erasedAt == null || actor == null) {
                throw new IllegalArgumentException("an intention that does not say what was intended");
            }
            return new Erasure(erasureId, new SubjectId(subjectId), documentNumber, ground, reference, erasedAt, actor);
        }
    }

    @Override
    public void intend(Erasure erasure) {
        settle.run();
        append(Line.intended(erasure));
        transactions.registerInterposedSynchronization(new Synchronization() {
            private boolean committing;

            @Override
            public void beforeCompletion() {
                committing = true;
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    note(erasure.erasureId(), State.COMMITTED);
                } else if (!committing) {
                    note(erasure.erasureId(), State.ROLLED_BACK);
                }
            }
        });
    }

    /** Without it the intention counts as one whose outcome nobody knows. */
    private void note(UUID erasureId, State outcome) {
        try {
            append(Line.outcome(erasureId, outcome));
        } catch (RuntimeException untold) {
            LOG.warnf("erasure journal: the outcome %s of %s is not noted: %s", outcome, erasureId, untold);
        }
    }

    private synchronized void append(Line line) {
        try {
            var bytes = ByteBuffer.wrap((json.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
            var file = own();
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        } catch (IOException e) {
            close();
            throw new IllegalStateException("the erasure journal in " + folder + " cannot be written", e);
        }
    }

    private FileChannel own() throws IOException {
        if (own == null) {
            own = FileChannel.open(
                    folder.resolve("erasures-" + ids.next() + SUFFIX),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
            // the file's name must outlive a crash as well as what is in it
            try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
        return own;
    }

    @PreDestroy
    synchronized void close() {
        try {
            if (own != null) {
                own.close();
            }
        } catch (IOException e) {
            LOG.warnf("erasure journal: %s", e.toString());
        }
        own = null;
    }

    /**
     * What the lines say of one erasure, which a replay attempts anew.
     *
     * @param open attempts of which nothing says that they were rolled back
     */
    private record Told(Erasure erasure, int open, boolean committed) {
        Told and(Line line) {
            return switch (line.state()) {
                case INTENDED -> new Told(erasure, open + 1, committed);
                case COMMITTED -> new Told(erasure, open, true);
                case ROLLED_BACK -> new Told(erasure, open - 1, committed);
            };
        }

        boolean happenedPerhaps() {
            return committed || open > 0;
        }
    }

    @Override
    public List<Entry> entries() {
        var lines = lines();
        var told = new LinkedHashMap<UUID, Told>();
        for (var line : lines) {
            if (line.state() == State.INTENDED) {
                told.putIfAbsent(line.erasureId(), new Told(line.erasure(), 0, false));
            }
        }
        // an outcome may stand before the first intention: files are in no order among replicas
        for (var line : lines) {
            told.computeIfPresent(line.erasureId(), (id, before) -> before.and(line));
        }
        return told.values().stream()
                .filter(Told::happenedPerhaps)
                .map(one -> new Entry(one.erasure(), one.committed()))
                .toList();
    }

    private List<Line> lines() {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("the erasure journal's folder " + folder
                    + " is not there: without it, identities that a restore brought back would be served; see"
                    + " docs/operations/erasure.md");
        }
        try (var files = Files.list(folder)) {
            var lines = new ArrayList<Line>();
            for (var file : files.filter(one -> one.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList()) {
                read(file, lines);
            }
            probe();
            return lines;
        } catch (IOException e) {
            throw new IllegalStateException("the erasure journal in " + folder + " cannot be read and written", e);
        }
    }

    /** An unfinished last line was not on disk when its transaction would have committed, so that it never did. */
    private void read(Path file, List<Line> into) throws IOException {
        var text = Files.readString(file);
        int end = text.lastIndexOf('\n') + 1;
        if (end < text.length()) {
            LOG.warnf("erasure journal: the unfinished last line of %s is passed over", file.getFileName());
        }
        int number = 0;
        for (var line : text.substring(0, end).lines().toList()) {
            number++;
            try {
                var read = json.readValue(line, Line.class);
                if (read.state() == State.INTENDED) {
                    read.erasure();
                }
                into.add(read);
            } catch (IOException | RuntimeException e) {
                throw new IllegalStateException(
                        "the erasure journal cannot be read: line " + number + " of " + file + " is none of its own",
                        e);
            }
        }
    }

    private void probe() throws IOException {
        Files.delete(Files.createTempFile(folder, "probe", ".tmp"));
    }
}
