package org.saisei.adverseevent.report;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.access.Actor;
import org.saisei.kit.access.Role;

/**
 * Which cases someone sees, and how much of them.
 *
 * <p>Safety officers and registrars see every case of their protocols, and those whose protocol is not known yet. A
 * manufacturer sees reported cases of its protocols; limited to protocols, none whose protocol is not known yet. A hospital
 * sees what it reported itself, and the link only where the subject is its own.
 *
 * @param facilityId the only facility whose reports are seen; null for all
 * @param protocols empty for all
 */
public record CaseScope(@Nullable String facilityId, Set<String> protocols, boolean unknownProtocol, boolean drafts) {

    /** Empty for roles that see no case. */
    public static Optional<CaseScope> of(Actor actor) {
        if (actor.is(Role.SAFETY_OFFICER) || actor.is(Role.REGISTRAR)) {
            return Optional.of(new CaseScope(null, actor.protocols(), true, true));
        }
        if (actor.is(Role.MANUFACTURER)) {
            return Optional.of(
                    new CaseScope(null, actor.protocols(), actor.protocols().isEmpty(), false));
        }
        return actor.is(Role.HOSPITAL)
                ? actor.facility().map(own -> new CaseScope(own, actor.protocols(), true, true))
                : Optional.empty();
    }

    boolean covers(SafetyCase known) {
        return switch (known) {
            case DraftCase draft ->
                drafts && reportedBy(draft) && mayTouch(draft.content().protocol());
            case ReportedCase reported ->
                reportedBy(reported)
                        && mayTouch(isOneFacility() ? reported.content().protocol() : reported.protocol());
        };
    }

    public boolean isOneFacility() {
        return facilityId != null;
    }

    boolean showsLink(Link link) {
        return facilityId == null || facilityId.equals(link.facilityId());
    }

    private boolean reportedBy(SafetyCase known) {
        return facilityId == null || facilityId.equals(known.header().facilityId());
    }

    private boolean mayTouch(@Nullable String protocol) {
        return protocol == null ? unknownProtocol : protocols.isEmpty() || protocols.contains(protocol);
    }
}
