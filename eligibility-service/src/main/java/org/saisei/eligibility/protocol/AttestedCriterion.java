package org.saisei.eligibility.protocol;

import java.util.List;

/** A facility requirement that is met by the facility's own statement ({@link Attestation}). */
public interface AttestedCriterion extends Criterion<FacilityOnDay> {

    Form form();

    /**
     * What a statement of it holds besides its days.
     *
     * @param filed true if it rests on a filing (届出), of which the number or the day is needed
     * @param filings codes of the filings between which it leaves a choice; empty if there is none
     * @param partner true if a partner (連携施設) may meet it for the facility
     */
    record Form(boolean filed, List<String> filings, boolean partner) {
        public static final Form STATEMENT = new Form(false, List.of(), false);
        public static final Form FILING = new Form(true, List.of(), false);
        public static final Form SELF_OR_PARTNER = new Form(false, List.of(), true);

        public Form {
            filings = List.copyOf(filings);
        }

        public static Form filingOneOf(String... filings) {
            return new Form(true, List.of(filings), false);
        }
    }
}
