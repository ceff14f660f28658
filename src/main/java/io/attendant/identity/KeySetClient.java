package io.attendant.identity;

import java.io.IOException;
import java.util.List;
import org.jose4j.http.Get;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** Reads a JSON Web Key Set over HTTP, with the library's own client: certificates checked, at most 512 Ki characters. */
final class KeySetClient implements ProviderKeys.Source {
    private final String url;
    private final Get http = new Get();

    KeySetClient(IdentityConfig config) {
        url = config.jwksUrl().orElseThrow();
        int millis = (int) config.jwksTimeout().toMillis();
        http.setConnectTimeout(millis);
        http.setReadTimeout(millis);
        // When to ask again is up to ProviderKeys: nobody waits for several timeouts.
        http.setRetries(0);
    }

    @Override
    public List<JsonWebKey> fetch() throws IOException {
        try {
            return new JsonWebKeySet(http.get(url).getBody()).getJsonWebKeys();
        } catch (JoseException | RuntimeException e) {
            // Of JSON in other shapes the library thinks the best, and casts.
            throw new IOException("the answer is no JSON Web Key Set", e);
        }
    }
}
