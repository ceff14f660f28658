package io.attendant.identity;

import io.attendant.shared.ErrorCode;
import io.attendant.shared.ProblemException;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.SimpleJwkFilter;
import org.jose4j.jwk.Use;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * The identity provider's public keys, by the {@code kid} that a token names. They are kept, asked for again when they get old
 * or when a token names one that is not there, and never asked for more often than the cooldown says. While the provider
 * doesn't answer, the keys at hand go on until they are too old; what can't be checked then fails with {@link
 * ErrorCode#SIGN_IN_UNAVAILABLE} as the cause. The library's own resolver would ask the provider at every token while it is
 * down, one token after the other, and let nobody in for half an hour after a rotation.
 */
final class ProviderKeys implements VerificationKeyResolver {
    /** Where the keys come from. */
    @FunctionalInterface
    interface Source {
        /** @throws IOException if there is no answer, or none with a key set */
        List<JsonWebKey> fetch() throws IOException;
    }

    /**
     * What is known, replaced as a whole.
     *
     * @param fetchedAt when these keys came
     * @param askedAt when the last request ended
     * @param answered whether the last request brought keys
     */
    private record Known(List<JsonWebKey> keys, Instant fetchedAt, Instant askedAt, boolean answered) {}

    private final Source source;
    private final TokenAlgorithm algorithm;
    private final Duration refresh;
    private final Duration cooldown;
    private final Duration maxAge;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Known known = new Known(List.of(), Instant.MIN, Instant.MIN, false);

    ProviderKeys(Source source, IdentityConfig config, Clock clock) {
        this.source = source;
        this.algorithm = TokenAlgorithm.of(config);
        this.refresh = config.jwksRefresh();
        this.cooldown = config.jwksCooldown();
        this.maxAge = config.jwksMaxAge();
        this.clock = clock;
    }

    @Override
    public Key resolveKey(JsonWebSignature signature, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        // Checked again with the signature; here it keeps tokens that can't be valid away from the provider.
        if (!algorithm.name().equals(signature.getAlgorithmHeaderValue())) {
            throw new UnresolvableKeyException("the token is signed with another algorithm");
        }
        String kid = signature.getKeyIdHeaderValue();
        if (kid == null) {
            throw new UnresolvableKeyException("the token names no key");
        }
        Optional<Key> atHand = usable(kid);
        if (atHand.isPresent()) {
            if (isOlderThan(refresh)) {
                refreshUnlessSomebodyDoes();
            }
            return usable(kid).orElseThrow(this::noKey);
        }
        return afterAsking(kid).orElseThrow(this::noKey);
    }

    /** Shoppers whose key is at hand don't wait for each other. */
    private void refreshUnlessSomebodyDoes() {
        if (asking.tryLock()) {
            try {
                ask();
            } finally {
                asking.unlock();
            }
        }
    }

    private Optional<Key> afterAsking(String kid) {
        asking.lock();
        try {
            if (usable(kid).isEmpty()) {
                ask();
            }
            return usable(kid);
        } finally {
            asking.unlock();
        }
    }

    private void ask() {
        if (!isOver(cooldown, known.askedAt())) {
            return;
        }
        try {
            List<JsonWebKey> keys = source.fetch();
            Instant now = clock.instant();
            known = new Known(List.copyOf(keys), now, now, true);
        } catch (IOException e) {
            known = new Known(known.keys(), known.fetchedAt(), clock.instant(), false);
            Log.warnf("the identity provider's keys could not be read: %s", e.getMessage());
        }
    }

    private Optional<Key> usable(String kid) {
        if (isOlderThan(maxAge)) {
            return Optional.empty();
        }
        SimpleJwkFilter filter = new SimpleJwkFilter();
        filter.setKid(kid, SimpleJwkFilter.VALUE_REQUIRED);
        filter.setKty(algorithm.keyType().orElseThrow());
        filter.setUse(Use.SIGNATURE, SimpleJwkFilter.OMITTED_OKAY);
        filter.setAlg(algorithm.name(), SimpleJwkFilter.OMITTED_OKAY);
        if (algorithm == TokenAlgorithm.ES256) {
            filter.setCrv(EllipticCurves.P_256, SimpleJwkFilter.VALUE_REQUIRED);
        }
        return filter.filter(known.keys()).stream().map(JsonWebKey::getKey).findFirst();
    }

    private boolean isOlderThan(Duration age) {
        return isOver(age, known.fetchedAt());
    }

    private boolean isOver(Duration time, Instant since) {
        return since.equals(Instant.MIN) || !clock.instant().isBefore(since.plus(time));
    }

    /** A key that the provider doesn't have is the token's fault; not to know is nobody's. */
    private UnresolvableKeyException noKey() {
        return known.answered() && !isOlderThan(maxAge)
                ? new UnresolvableKeyException("the provider has no such key")
                : new UnresolvableKeyException(
                        "the provider's keys are not known", new ProblemException(ErrorCode.SIGN_IN_UNAVAILABLE));
    }
}
