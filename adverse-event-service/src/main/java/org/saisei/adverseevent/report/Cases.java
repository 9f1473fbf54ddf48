package org.saisei.adverseevent.report;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.crypto.SealedText;

/** Where cases are kept; every version for ever. */
public interface Cases {

    /** @return false, and nothing stored, if the facility has used the document number or the deviation has its case */
    boolean add(SafetyCase opened, @Nullable SealedText texts);

    Optional<UUID> byDocument(String facilityId, String documentNumber);

    /** Holds the case until the running transaction ends. */
    Optional<SafetyCase> lock(UUID caseId);

    /** Holds and returns every reported case that names the subject or the candidate, or is linked to the subject. */
    List<ReportedCase> lockAbout(String subjectId, String candidateId);

    void addVersion(SafetyCase next, @Nullable SealedText texts);

    void saveLink(ReportedCase linked);

    Optional<SafetyCase> find(UUID caseId);

    /** Of the case's current version; empty also once their key was destroyed. */
    Optional<SealedText> texts(UUID caseId);

    List<SafetyCase> list(CaseScope scope, CaseQuery query);
}
