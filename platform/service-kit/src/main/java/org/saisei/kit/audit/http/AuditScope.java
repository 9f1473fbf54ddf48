package org.saisei.kit.audit.http;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.access.Actor;
import org.saisei.kit.access.Role;
import org.saisei.kit.audit.AuditedResources;
import org.saisei.kit.audit.AuditedResources.Reach;
import org.saisei.kit.problem.Problem;
import org.saisei.kit.problem.ProblemException;

/** Which rows of the trail a caller sees, and how much of them. */
sealed interface AuditScope {

    /** All rows, in full. */
    record Everything() implements AuditScope {}

    /** All rows, without anything that belongs to a patient. */
    record Operations() implements AuditScope {}

    /** All rows on these kinds of resources, in full. */
    record Kinds(Set<String> resources) implements AuditScope {}

    /**
     * All rows on a resource that the caller may read; of others' rows no more than what the reach allows.
     *
     * @param untold actions whose rows are not among them
     */
    record OneResource(String resourceId, Reach reach, Set<String> untold, Own own) implements AuditScope {}

    /** Rows that the caller's facility caused or, outside a hospital, the caller. */
    record Own(@Nullable String facilityId, @Nullable String actor) implements AuditScope {
        boolean caused(AuditRow row) {
            return facilityId == null ? row.actor().equals(actor) : facilityId.equals(row.facilityId());
        }
    }

    /**
     * @param resourceId asked for; null for none
     * @throws ProblemException 403 for a role that has no business with this trail, and an operator who names a resource
     */
    static AuditScope of(Actor actor, AuditedResources resources, @Nullable String resourceId) {
        boolean limited = !actor.protocols().isEmpty();
        if (actor.is(Role.REGISTRAR)) {
            return limited ? ownOr(new Own(null, actor.subject()), actor, resources, resourceId) : new Everything();
        }
        var officers = resources.ofSafetyOfficers();
        if (actor.is(Role.SAFETY_OFFICER) && !officers.isEmpty()) {
            return limited ? ownOr(new Own(null, actor.subject()), actor, resources, resourceId) : new Kinds(officers);
        }
        if (actor.is(Role.HOSPITAL)) {
            return ownOr(new Own(actor.facility().orElseThrow(), null), actor, resources, resourceId);
        }
        if (!actor.is(Role.OPERATOR)) {
            throw new ProblemException(Problem.forbidden("This service's trail holds nothing for your role."));
        }
        if (resourceId != null) {
            throw new ProblemException(Problem.forbidden("An operator sees no patient data, and asks for none."));
        }
        return new Operations();
    }

    private static AuditScope ownOr(Own own, Actor actor, AuditedResources resources, @Nullable String resourceId) {
        var reach = resourceId == null ? Reach.NONE : resources.reach(actor, resourceId);
        return resourceId == null || reach == Reach.NONE
                ? own
                : new OneResource(resourceId, reach, resources.untold(actor, resourceId), own);
    }

    /** The row as the caller may see it. */
    default AuditRow shown(AuditRow row) {
        return switch (this) {
            case Everything all -> row;
            case Kinds kinds -> row;
            case Own own -> row;
            case Operations operations -> row.withoutResource();
            case OneResource one -> one.own().caused(row) ? row : row.ofOthers(one.resourceId(), one.reach());
        };
    }
}
