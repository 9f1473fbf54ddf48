package org.saisei.adverseevent.report.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.saisei.adverseevent.exposure.Exposures;
import org.saisei.adverseevent.report.LinkCases;
import org.saisei.adverseevent.report.ReadCases;
import org.saisei.kit.access.Actor;
import org.saisei.kit.access.Role;
import org.saisei.kit.audit.AuditedResources;
import org.saisei.kit.audit.Owned;

/** Cases, and the subjects whose treatment is noted here. */
@ApplicationScoped
class AuditedCases implements AuditedResources {
    private final ReadCases cases;
    private final Exposures exposures;

    AuditedCases(ReadCases cases, Exposures exposures) {
        this.cases = cases;
        this.exposures = exposures;
    }

    /** A state may tell of a link, which is for the subject's own facility: a hospital sees no states of others' making. */
    @Override
    public Reach reach(Actor actor, String resourceId) {
        var caseId = Owned.uuid(resourceId);
        if (caseId != null && cases.outline(actor, caseId).isPresent()) {
            return actor.is(Role.HOSPITAL) ? Reach.TOUCHES : Reach.STATES;
        }
        return exposures
                .ofSubject(resourceId)
                .map(known ->
                        new Owned(known.subject().facilityId(), known.subject().protocol()))
                .map(owned -> Owned.reach(actor, List.of(owned)))
                .orElse(Reach.NONE);
    }

    /** Nor does a hospital learn that there is a link to a subject which is not its own. */
    @Override
    public Set<String> untold(Actor actor, String resourceId) {
        var caseId = Owned.uuid(resourceId);
        return caseId != null
                        && cases.outline(actor, caseId)
                                .filter(seen -> seen.link() == null)
                                .isPresent()
                ? Set.of(LinkCases.LINKING)
                : Set.of();
    }

    @Override
    public Set<String> ofSafetyOfficers() {
        return Set.of("case", "case-stream");
    }
}
