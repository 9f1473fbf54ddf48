package org.saisei.registry.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saisei.registry.Registry.hospital;
import static org.saisei.registry.Registry.newCandidate;
import static org.saisei.registry.erasure.Erasing.erase;
import static org.saisei.registry.erasure.Erasing.hold;
import static org.saisei.registry.erasure.Erasing.lift;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.WithRealParts;
import org.saisei.registry.Registry;

/** A database that was restored to a moment before an erasure is told again. */
@QuarkusTest
@WithRealParts
class ReplayIT {
    @Inject
    ErasureJournal journal;

    @Inject
    ReplayErasures replay;

    private String subject;

    @BeforeEach
    void aPatientIsEnrolled() {
        subject = Registry.enrol(newCandidate());
    }

    private ErasureJournal.Entry journalled() {
        return journal.entries().stream()
                .filter(entry -> entry.erasure().subjectId().number().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    /** Puts back what the erasure took, and takes away that it was. */
    private void restore(List<Map<String, Object>> patient) throws SQLException {
        try (var connection = asRestoring();
                var insert =
                        connection.prepareStatement("INSERT INTO identity.patient (subject_id, key_id, wrapped_key,"
                                + " ciphertext) VALUES (?, ?, ?, ?)");
                var forget = connection.prepareStatement("DELETE FROM identity.erasure WHERE subject_id = ?")) {
            insert.setString(1, subject);
            insert.setString(2, (String) patient.getFirst().get("key_id"));
            insert.setBytes(3, (byte[]) patient.getFirst().get("wrapped_key"));
            insert.setBytes(4, (byte[]) patient.getFirst().get("ciphertext"));
            insert.executeUpdate();
            forget.setString(1, subject);
            forget.executeUpdate();
        }
    }

    /** History's triggers do not stand in the way of a restore. */
    private static Connection asRestoring() throws SQLException {
        var connection = Database.superuser();
        try (var sql = connection.createStatement()) {
            sql.execute("SET session_replication_role = replica");
        }
        return connection;
    }

    private List<Map<String, Object>> patient() {
        return Database.rows("SELECT * FROM identity.patient WHERE subject_id = ?", subject);
    }

    private int reading() {
        return hospital().get("/subjects/" + subject + "/identity").statusCode();
    }

    @Test
    void anErasureIsJournalledWithItsOutcome() {
        erase(subject).then().statusCode(201);

        var entry = journalled();
        assertThat(entry.committed()).isTrue();
        assertThat(entry.erasure().ground()).isEqualTo(Erasure.Ground.PATIENT_REQUEST);
    }

    @Test
    void anIdentityThatARestoreBroughtBackIsErasedAgain() throws SQLException {
        var before = patient();
        erase(subject).then().statusCode(201);
        restore(before);
        assertThat(reading()).isEqualTo(200);

        assertThat(replay.replay(journalled())).isEqualTo(ReplayErasures.Result.ERASED);

        assertThat(reading()).isEqualTo(410);
        assertThat(replay.replay(journalled())).isEqualTo(ReplayErasures.Result.NOTHING);
        assertThat(Database.rows(
                        "SELECT actor FROM audit WHERE action = 'replayErasure' AND ? = ANY (resource_ids)", subject))
                .singleElement()
                .satisfies(row -> assertThat(row.get("actor")).isEqualTo("service:registry-service"));
    }

    @Test
    void aCommittedErasureIsRepeatedThoughTheRestoreLostTheLiftingOfAHold() throws SQLException {
        var before = patient();
        var hold = hold(subject);
        lift(subject, hold).then().statusCode(201);
        erase(subject).then().statusCode(201);
        restore(before);
        try (var connection = asRestoring();
                var lost = connection.createStatement()) {
            lost.execute("DELETE FROM legal_hold_lifting WHERE hold_id = '" + hold + "'");
        }

        assertThat(replay.replay(journalled())).isEqualTo(ReplayErasures.Result.ERASED);
    }

    @Test
    void oneWhoseOutcomeNobodyKnowsIsErasedUnlessAHoldStands() throws SQLException {
        var before = patient();
        erase(subject).then().statusCode(201);
        restore(before);
        var unknown = new ErasureJournal.Entry(journalled().erasure(), false);
        var hold = hold(subject);

        assertThat(replay.replay(unknown)).isEqualTo(ReplayErasures.Result.HELD);
        assertThat(reading()).isEqualTo(200);
        lift(subject, hold).then().statusCode(201);
        assertThat(replay.replay(unknown)).isEqualTo(ReplayErasures.Result.ERASED);
        assertThat(reading()).isEqualTo(410);
    }

    @Test
    void aRefusedErasureIsNotJournalled() {
        hold(subject);

        erase(subject).then().statusCode(409);

        assertThat(journal.entries())
                .noneMatch(entry -> entry.erasure().subjectId().number().equals(subject));
    }
}
