package org.saisei.kit.access;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who does something: the caller of a request, or the service itself when it reacts to an event.
 *
 * @param subject the token's {@code sub}, or {@code service:<name>}; never blank, never a patient
 * @param client the token's {@code azp} (or {@code client_id}), the software the caller uses; never blank
 * @param roles at least one; empty only for the service itself
 * @param facilityId the token's {@code facility_id}; a {@link Role#HOSPITAL} always has one
 * @param protocols the protocols the caller is limited to; empty means no limit
 */
public record Actor(
        String subject,
        String client,
        Set<Role> roles,
        @Nullable String facilityId,
        Set<String> protocols) {

    public Actor {
        roles = Set.copyOf(roles);
        protocols = Set.copyOf(protocols);
        if (subject.isBlank() || client.isBlank()) {
            throw new IllegalArgumentException("who acts is named");
        }
        if (roles.contains(Role.HOSPITAL) && facilityId == null) {
            throw new IllegalArgumentException("a hospital's token names its facility");
        }
    }

    /** The service itself, reacting to an event. */
    public static Actor service(String name) {
        return new Actor("service:" + name, "service:" + name, Set.of(), null, Set.of());
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public Optional<String> facility() {
        return Optional.ofNullable(facilityId);
    }

    /** True for a hospital acting for this very facility. */
    public boolean actsFor(String facility) {
        return is(Role.HOSPITAL) && facility.equals(facilityId);
    }

    /** False where the token limits the caller to other protocols. */
    public boolean mayTouch(String protocol) {
        return protocols.isEmpty() || protocols.contains(protocol);
    }
}
