package io.attendant.testsupport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Lets the application under test check its tokens by an identity provider, with RS256. */
public class IdentityProviderResource implements QuarkusTestResourceLifecycleManager {
    private static volatile IdentityProvider provider;

    public static IdentityProvider provider() {
        return provider;
    }

    @Override
    public Map<String, String> start() {
        provider = IdentityProvider.start();
        return Map.of(
                "attendant.identity.jwks-url",
                provider.url(),
                "attendant.identity.secret",
                "",
                "attendant.identity.issuer",
                TokenSigner.ISSUER,
                "attendant.identity.audience",
                TokenSigner.AUDIENCE,
                "attendant.identity.groups-claim",
                "realm_access/roles");
    }

    @Override
    public void stop() {
        provider.close();
    }
}
