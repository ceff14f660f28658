package io.attendant.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.attendant.shared.Ids;
import io.attendant.shared.Json;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.jwt.Claims;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/**
 * Checks tokens by {@link IdentityConfig} alone. The library does the checking; its own settings don't count, so that none of
 * them can open a second way in.
 */
@ApplicationScoped
@Alternative
@Priority(1)
public class ShopTokens extends JWTCallerPrincipalFactory {
    private final DefaultJWTTokenParser parser;
    private final JWTAuthContextInfo rules;
    private final GroupsClaim groups;

    @Inject
    ShopTokens(IdentityConfig config, Clock clock) {
        groups = new GroupsClaim(config.groupsClaim());
        rules = rules(config);
        parser = config.jwksUrl().isPresent()
                ? new ProviderParser(new ProviderKeys(new KeySetClient(config), config, clock))
                : new DefaultJWTTokenParser();
    }

    private static JWTAuthContextInfo rules(IdentityConfig config) {
        JWTAuthContextInfo rules = new JWTAuthContextInfo();
        rules.setSignatureAlgorithm(Set.of(TokenAlgorithm.of(config).inLibrary()));
        config.secret().map(ShopTokens::key).ifPresent(rules::setSecretVerificationKey);
        rules.setRelaxVerificationKeyValidation(false);
        rules.setIssuedBy(config.issuer().orElse(null));
        rules.setExpectedAudience(config.audience().map(Set::of).orElse(null));
        // Tokens end by their exp; when they were made need not be said.
        rules.setMaxTimeToLiveSecs(0L);
        rules.setClockSkew((int) config.clockSkew().toSeconds());
        // Without a path the library takes whatever the claim holds for a list.
        rules.setGroupsPath(Claims.groups.name());
        return rules;
    }

    static SecretKey key(String secret) {
        return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** @param ignored the library's own settings */
    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo ignored) throws ParseException {
        if (rules.getSecretVerificationKey() == null && !(parser instanceof ProviderParser)) {
            throw new ParseException("neither a secret nor a key set is configured, so no token is valid");
        }
        try {
            return caller(parser.parse(token, rules));
        } catch (MalformedClaimException | JsonProcessingException | RuntimeException e) {
            // Whatever the library stumbles over in a claim: a token that can't be read is not valid.
            throw new ParseException("the token's claims can't be read", e);
        }
    }

    private JWTCallerPrincipal caller(JwtContext token)
            throws ParseException, MalformedClaimException, JsonProcessingException {
        JwtClaims claims = token.getJwtClaims();
        String subject = claims.getSubject();
        if (!Ids.possible(subject)) {
            throw new ParseException("the token's subject can't be the id of anybody");
        }
        return new Caller(claims, subject, groups.in(Json.mapper().readTree(claims.getRawJson())));
    }

    /** The library's parser with our way to the keys. */
    private static final class ProviderParser extends DefaultJWTTokenParser {
        private final ProviderKeys keys;

        private ProviderParser(ProviderKeys keys) {
            this.keys = keys;
        }

        @Override
        protected VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo context) {
            return keys;
        }
    }

    /** Is called by the subject: other names, like {@code preferred_username}, people may choose themselves. */
    private static final class Caller extends DefaultJWTCallerPrincipal {
        private final String subject;
        private final Set<String> roles;

        private Caller(JwtClaims claims, String subject, Set<String> roles) {
            super(claims);
            this.subject = subject;
            this.roles = roles;
        }

        @Override
        public String getName() {
            return subject;
        }

        @Override
        public Set<String> getGroups() {
            return roles;
        }
    }
}
