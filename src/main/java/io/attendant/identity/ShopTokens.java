package io.attendant.identity;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks tokens with the shop's own secret. The library takes a secret only as a JSON Web Key; a shop has a string of bytes.
 * The algorithm is HS256 whatever a token's header says.
 */
@ApplicationScoped
@Alternative
@Priority(1)
public class ShopTokens extends DefaultJWTCallerPrincipalFactory {
    /** RFC 7518, section 3.2: a key as long as the hash or longer. */
    private static final int MIN_SECRET_BYTES = 32;

    private final Optional<SecretKey> key;

    @Inject
    ShopTokens(IdentityConfig config) {
        key = config.secret().map(ShopTokens::key);
    }

    /** @throws IllegalArgumentException if the secret is too short to be one */
    static SecretKey key(String secret) {
        if (!isLongEnough(secret)) {
            throw new IllegalArgumentException("attendant.identity.secret has fewer than 32 bytes");
        }
        return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    static boolean isLongEnough(String secret) {
        return secret.getBytes(StandardCharsets.UTF_8).length >= MIN_SECRET_BYTES;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo configured) throws ParseException {
        JWTAuthContextInfo context = new JWTAuthContextInfo(configured);
        context.setPublicKeyContent(null);
        context.setSecretVerificationKey(
                key.orElseThrow(() -> new ParseException("no secret is configured, so no token is valid")));
        context.setSignatureAlgorithm(Set.of(SignatureAlgorithm.HS256));
        return super.parse(token, context);
    }
}
