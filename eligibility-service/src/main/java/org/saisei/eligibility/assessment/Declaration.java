package org.saisei.eligibility.assessment;

import java.time.LocalDate;

/**
 * The responsible physician's declaration that no other treatment option exists (他の治療選択肢がない); one for the
 * assessment, for every caution present.
 *
 * @param reasons the physician's own words; never on an event or in a log, and in the audit trail as ciphertext only; empty
 *     once their key was destroyed
 */
public record Declaration(LocalDate declaredOn, String reasons) {

    @Override
    public String toString() {
        return "Declaration[" + declaredOn + "]";
    }
}
