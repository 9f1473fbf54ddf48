package org.saisei.kit.audit;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.access.Actor;
import org.saisei.kit.access.Role;
import org.saisei.kit.audit.AuditedResources.Reach;

/**
 * Whose a resource is.
 *
 * @param facilityId null for what belongs to no facility
 * @param protocol null for what belongs to no protocol
 */
public record Owned(@Nullable String facilityId, @Nullable String protocol) {

    /** A hospital reaches what is its facility's, a registrar what is of their protocols. */
    public static Reach reach(Actor actor, Collection<Owned> owners) {
        return owners.stream().anyMatch(owned -> owned.reachedBy(actor)) ? Reach.STATES : Reach.NONE;
    }

    private boolean reachedBy(Actor actor) {
        return (protocol == null || actor.mayTouch(protocol))
                && (actor.is(Role.REGISTRAR) || facilityId != null && actor.actsFor(facilityId));
    }

    /** The UUID that a resource is asked for by; null for an id of another form. */
    public static @Nullable UUID uuid(String resourceId) {
        try {
            return UUID.fromString(resourceId);
        } catch (IllegalArgumentException anotherForm) {
            return null;
        }
    }
}
