package org.saisei.kit.it;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditedResources;
import org.saisei.kit.audit.Owned;

/** A thing belongs to the facility and to the protocol that its number begins with: {@code F-1/P/…}. */
@ApplicationScoped
class ThingsAudited implements AuditedResources {

    @Override
    public Reach reach(Actor actor, String resourceId) {
        var parts = resourceId.split("/", -1);
        return parts.length < 3 ? Reach.NONE : Owned.reach(actor, List.of(new Owned(parts[0], parts[1])));
    }

    @Override
    public Set<String> ofSafetyOfficers() {
        return Set.of("case");
    }
}
