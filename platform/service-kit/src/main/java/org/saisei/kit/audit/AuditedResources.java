package org.saisei.kit.audit;

import java.util.Set;
import org.saisei.kit.access.Actor;

/** What a service knows of the resources that its audit trail names. Each service has one. */
public interface AuditedResources {

    /** How much of what was done to a resource someone may see. */
    enum Reach {
        /** No more than what they or their facility did themselves: it does not exist for them, or is not theirs. */
        NONE,
        /** Who touched it, how and when. */
        TOUCHES,
        /** Also its states before and after, and the reasons. */
        STATES
    }

    /** @param resourceId whatever was asked for, of any form */
    Reach reach(Actor actor, String resourceId);

    /**
     * The actions on a resource within reach that would tell the caller what they may not know: none of their rows is shown.
     */
    default Set<String> untold(Actor actor, String resourceId) {
        return Set.of();
    }

    /**
     * The kinds of resources, as {@link AuditTrail} names them, whose rows a safety officer without a limit to protocols
     * sees; none where safety officers have no business.
     */
    default Set<String> ofSafetyOfficers() {
        return Set.of();
    }
}
