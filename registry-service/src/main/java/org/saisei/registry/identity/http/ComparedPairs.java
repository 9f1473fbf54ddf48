package org.saisei.registry.identity.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saisei.registry.enrolment.Subject;
import org.saisei.registry.erasure.Erasure;
import org.saisei.registry.erasure.Erasures;
import org.saisei.registry.identity.IdentityStore;
import org.saisei.registry.identity.MaskedComparison;
import org.saisei.registry.identity.SubjectId;

/** Two enrolments side by side, masked. */
@ApplicationScoped
class ComparedPairs {
    private final IdentityStore identities;
    private final Erasures erasures;

    ComparedPairs(IdentityStore identities, Erasures erasures) {
        this.identities = identities;
        this.erasures = erasures;
    }

    SuspectedDuplicateAnswer answer(Subject subject, Subject other) {
        var one = identities.read(subject.subjectId());
        var two = identities.read(other.subjectId());
        return new SuspectedDuplicateAnswer(
                subject.subjectId().number(),
                other.subjectId().number(),
                subject.facilityId(),
                other.facilityId(),
                subject.standing().code(),
                other.standing().code(),
                erasedOn(subject.subjectId()),
                erasedOn(other.subjectId()),
                one.flatMap(mine -> two.map(theirs -> MaskedComparison.of(mine, theirs))).orElse(List.of()).stream()
                        .map(SuspectedDuplicateAnswer.Compared::of)
                        .toList());
    }

    private @Nullable LocalDate erasedOn(SubjectId subjectId) {
        return erasures.of(subjectId).map(Erasure::erasedOn).orElse(null);
    }
}
