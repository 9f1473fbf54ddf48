package org.saisei.adverseevent.report;

import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.crypto.Envelope;
import org.saisei.kit.crypto.SealedText;

/** Seals and opens a case's texts, bound to the case, so that a row moved under another case does not open. */
final class CaseSeal {
    private final Envelope envelope;

    CaseSeal(Envelope envelope) {
        this.envelope = envelope;
    }

    @Nullable
    SealedText seal(UUID caseId, CaseTexts texts) {
        return texts.isEmpty() ? null : envelope.seal(texts.bytes(), context(caseId));
    }

    CaseTexts open(UUID caseId, SealedText kept) {
        return CaseTexts.of(envelope.open(kept, context(caseId)));
    }

    private static String context(UUID caseId) {
        return "case:" + caseId;
    }

    /**
     * A case as the audit trail holds it: the texts as ciphertext without their key, so that destroying the key in the
     * case's row erases them here too.
     */
    record Audited(SafetyCase safetyCase, @Nullable String textsCiphertext) {
        static Audited of(SafetyCase known, @Nullable SealedText texts) {
            return new Audited(known, texts == null ? null : Base64.getEncoder().encodeToString(texts.ciphertext()));
        }
    }
}
