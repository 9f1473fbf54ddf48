package org.saisei.registry.enrolment;

import java.util.List;

/** An enrolment's standing. Each is a type, and says itself what may become of it. */
public sealed interface Standing {

    Code code();

    /** A decision on the candidate, by the enrolling facility and under the enrolment's protocol, has arrived. */
    Step onDecision(Decision decision, List<Reason> reasons);

    /** A treatment fact has been recorded. */
    Step onTreatment();

    /** Names in the API, in events and in the database. */
    enum Code {
        PENDING,
        REGISTERED,
        REFUSED,
        REGISTERED_WITH_DEVIATION
    }

    /** What an occasion does to a standing. */
    sealed interface Step {
        record Moves(Standing to) implements Step {}

        record Stays(Because why) implements Step {}
    }

    /** Why a standing stays as it is. */
    enum Because {
        /** The decision is {@code INDETERMINATE}: what is unknown settles nothing. */
        DECISION_UNSETTLED,
        /** The decision only confirms the standing. */
        CONFIRMED,
        /** A later decision against: the next plan is refused, and treating all the same is a deviation. */
        PLANS_REFUSED_FROM_NOW,
        /** A refused enrolment is not revived: a new one is needed. */
        NEW_ENROLMENT_NEEDED,
        /** The deviation has happened, whatever is decided now; the decision is noted. */
        DECISION_NOTED,
        /** Treatment is what the registration is for. */
        EXPECTED
    }

    /** @param reasons what a refusal rests on; empty for the others */
    static Standing of(Code code, List<Reason> reasons) {
        return switch (code) {
            case PENDING -> new Pending();
            case REGISTERED -> new Registered();
            case REFUSED -> new Refused(reasons);
            case REGISTERED_WITH_DEVIATION -> new RegisteredWithDeviation();
        };
    }

    default List<Reason> reasons() {
        return List.of();
    }

    /** No decision has settled it yet. */
    record Pending() implements Standing {
        @Override
        public Code code() {
            return Code.PENDING;
        }

        @Override
        public Step onDecision(Decision decision, List<Reason> reasons) {
            return switch (decision) {
                case ELIGIBLE, ELIGIBLE_WITH_CAUTION -> new Step.Moves(new Registered());
                case INELIGIBLE, NOT_RECOMMENDED -> new Step.Moves(new Refused(reasons));
                case INDETERMINATE -> new Step.Stays(Because.DECISION_UNSETTLED);
            };
        }

        @Override
        public Step onTreatment() {
            return new Step.Moves(new RegisteredWithDeviation());
        }
    }

    /** An eligible decision is known. */
    record Registered() implements Standing {
        @Override
        public Code code() {
            return Code.REGISTERED;
        }

        @Override
        public Step onDecision(Decision decision, List<Reason> reasons) {
            return switch (decision) {
                case ELIGIBLE, ELIGIBLE_WITH_CAUTION -> new Step.Stays(Because.CONFIRMED);
                case INELIGIBLE, NOT_RECOMMENDED -> new Step.Stays(Because.PLANS_REFUSED_FROM_NOW);
                case INDETERMINATE -> new Step.Stays(Because.DECISION_UNSETTLED);
            };
        }

        @Override
        public Step onTreatment() {
            return new Step.Stays(Because.EXPECTED);
        }
    }

    /** A decision against the candidate settled it. */
    record Refused(List<Reason> reasons) implements Standing {
        public Refused {
            reasons = List.copyOf(reasons);
        }

        @Override
        public Code code() {
            return Code.REFUSED;
        }

        @Override
        public Step onDecision(Decision decision, List<Reason> later) {
            return switch (decision) {
                case ELIGIBLE, ELIGIBLE_WITH_CAUTION -> new Step.Stays(Because.NEW_ENROLMENT_NEEDED);
                case INELIGIBLE, NOT_RECOMMENDED -> new Step.Stays(Because.CONFIRMED);
                case INDETERMINATE -> new Step.Stays(Because.DECISION_UNSETTLED);
            };
        }

        @Override
        public Step onTreatment() {
            return new Step.Moves(new RegisteredWithDeviation());
        }
    }

    /** Treated without an eligible decision (S-R1): registered all the same. */
    record RegisteredWithDeviation() implements Standing {
        @Override
        public Code code() {
            return Code.REGISTERED_WITH_DEVIATION;
        }

        @Override
        public Step onDecision(Decision decision, List<Reason> reasons) {
            return new Step.Stays(Because.DECISION_NOTED);
        }

        @Override
        public Step onTreatment() {
            return new Step.Stays(Because.EXPECTED);
        }
    }
}
