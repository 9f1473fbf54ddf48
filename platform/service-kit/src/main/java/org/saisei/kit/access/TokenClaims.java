package org.saisei.kit.access;

import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** What a verified token says of its caller. Claims come as Java strings or as JSON strings, depending on the token's origin. */
public final class TokenClaims {
    public static final String FACILITY = "facility_id";

    private TokenClaims() {}

    /** The software that calls: {@code azp}, or {@code client_id}, or else whom the token is about; empty if it says nothing. */
    public static Optional<String> client(JsonWebToken token) {
        return text(token, "azp").or(() -> text(token, "client_id")).or(() -> Optional.ofNullable(token.getSubject()));
    }

    /** Empty also for a text of nothing but blanks. */
    public static Optional<String> text(JsonWebToken token, String name) {
        return Optional.ofNullable(claim(token, name)).map(TokenClaims::plain).filter(text -> !text.isBlank());
    }

    /** The members of a list, or the one text; empty where the claim is missing, or a list of nothing. */
    static Set<String> texts(JsonWebToken token, String name) {
        return switch (claim(token, name)) {
            case null -> Set.of();
            case Collection<?> list -> list.stream().map(TokenClaims::plain).collect(Collectors.toUnmodifiableSet());
            case Object one -> Set.of(plain(one));
        };
    }

    /** The token's own way throws and catches an exception for each claim that no standard names. */
    private static @Nullable Object claim(JsonWebToken token, String name) {
        return token instanceof OidcJwtCallerPrincipal verified
                ? verified.getClaims().getClaimValue(name)
                : token.getClaim(name);
    }

    private static String plain(Object claim) {
        return claim instanceof jakarta.json.JsonString json ? json.getString() : claim.toString();
    }
}
