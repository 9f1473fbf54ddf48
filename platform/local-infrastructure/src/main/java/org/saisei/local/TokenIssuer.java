package org.saisei.local;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Makes bearer tokens that the services of one machine accept. */
public interface TokenIssuer {

    /**
     * @param role a role's name as it stands in tokens, e.g. {@code safety_officer}
     * @param facilityId the facility of a hospital; null for every other role
     * @param protocols the protocols that the caller is limited to; empty for no limit
     */
    String token(String role, @Nullable String facilityId, Collection<String> protocols);
}
