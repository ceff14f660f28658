package io.attendant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.attendant.shared.ErrorCode;
import io.attendant.shared.ProblemException;
import io.attendant.testsupport.MovableClock;
import io.attendant.testsupport.TokenSigner;
import java.io.IOException;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ProviderKeysTest {
    private static final TokenSigner OLD = TokenSigner.rs256("old");
    private static final TokenSigner NEW = TokenSigner.rs256("new");
    private static final TestIdentity CONFIG = TestIdentity.byProvider("https://id.example/certs");

    private final MovableClock clock = new MovableClock();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile List<JsonWebKey> published = List.of(OLD.jwk());
    private volatile boolean down;
    private final ProviderKeys keys = new ProviderKeys(this::fetch, CONFIG, clock);

    private List<JsonWebKey> fetch() throws IOException {
        requests.incrementAndGet();
        if (down) {
            throw new IOException("connection refused");
        }
        return published;
    }

    private static Key resolve(ProviderKeys keys, String token) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setCompactSerialization(token);
        return keys.resolveKey(signature, List.of());
    }

    private Key key(TokenSigner signer) throws JoseException {
        return resolve(keys, signer.token("ana"));
    }

    private UnresolvableKeyException failure(String token) {
        return catchThrowableOfType(UnresolvableKeyException.class, () -> resolve(keys, token));
    }

    private void assertUnknown(TokenSigner signer) {
        assertThat(failure(signer.token("ana"))).isNotNull().hasNoCause();
    }

    private void assertUnavailable(TokenSigner signer) {
        assertThat(failure(signer.token("ana")).getCause())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ErrorCode.SIGN_IN_UNAVAILABLE));
    }

    @Test
    void keysAreFetchedOnce() throws JoseException {
        for (int i = 0; i < 50; i++) {
            assertThat(key(OLD)).isEqualTo(OLD.publicKey());
        }

        assertThat(requests).hasValue(1);
    }

    @Test
    void keysAreFetchedAgainWhenTheyAreOld() throws JoseException {
        key(OLD);
        clock.advance(CONFIG.jwksRefresh().plusSeconds(1));
        key(OLD);
        key(OLD);

        assertThat(requests).hasValue(2);
    }

    @Test
    void keyThatIsTakenBackIsOutWithTheNextRefresh() throws JoseException {
        key(OLD);
        published = List.of(NEW.jwk());
        key(OLD);
        clock.advance(CONFIG.jwksRefresh());

        assertUnknown(OLD);
        assertThat(key(NEW)).isEqualTo(NEW.publicKey());
    }

    @Test
    void newKeyIsFoundAtItsFirstToken() throws JoseException {
        key(OLD);
        published = List.of(OLD.jwk(), NEW.jwk());
        clock.advance(CONFIG.jwksCooldown());

        assertThat(key(NEW)).isEqualTo(NEW.publicKey());
        assertThat(key(OLD)).isEqualTo(OLD.publicKey());
        assertThat(requests).hasValue(2);
    }

    @Test
    void unknownKeysDoNotHammerTheProvider() throws JoseException {
        key(OLD);
        for (int second = 0; second < 60; second++) {
            for (int i = 0; i < 20; i++) {
                assertUnknown(OLD.named("guess-" + second + "-" + i));
            }
            clock.advance(Duration.ofSeconds(1));
        }
        key(OLD);

        assertThat(requests.get()).isBetween(5, 8);
    }

    @Test
    void providerThatIsDownIsNotHammeredEither() {
        down = true;
        for (int i = 0; i < 100; i++) {
            assertUnavailable(OLD);
        }
        assertThat(requests).hasValue(1);

        clock.advance(CONFIG.jwksCooldown());
        assertUnavailable(OLD);
        assertThat(requests).hasValue(2);
    }

    @Test
    void keysAtHandGoOnThroughAnOutageUntilTheyAreTooOld() throws JoseException {
        key(OLD);
        down = true;
        clock.advance(CONFIG.jwksMaxAge().minusMinutes(1));
        assertThat(key(OLD)).isEqualTo(OLD.publicKey());
        // It could be a new one.
        assertUnavailable(NEW);

        clock.advance(Duration.ofMinutes(1));
        assertUnavailable(OLD);

        down = false;
        clock.advance(CONFIG.jwksCooldown());
        assertThat(key(OLD)).isEqualTo(OLD.publicKey());
        assertUnknown(NEW);
    }

    @Test
    void tokenThatCannotBeValidNeverReachesTheProvider() {
        for (String token : new String[] {
            TokenSigner.none().token("ana"),
            TokenSigner.hs256("old", OLD.publicKey().getEncoded()).token("ana"),
            TokenSigner.es256("old").token("ana"),
            OLD.with("RS512").token("ana"),
            OLD.with("PS256").token("ana"),
            OLD.named(null).token("ana")
        }) {
            assertThat(failure(token)).isNotNull().hasNoCause();
        }
        assertThat(requests).hasValue(0);
    }

    @Test
    void keyIsForSigningWithThisAlgorithmAndOfItsType() throws JoseException {
        JsonWebKey encryption = OLD.named("enc").jwk();
        encryption.setUse("enc");
        JsonWebKey other = OLD.named("rs512").jwk();
        other.setAlgorithm("RS512");
        JsonWebKey secret = JsonWebKey.Factory.newJwk("{\"kty\":\"oct\",\"kid\":\"oct\",\"k\":\"c2VjcmV0\"}");
        JsonWebKey curve = TokenSigner.es256("ec").jwk();
        JsonWebKey good = OLD.jwk();
        good.setUse("sig");
        good.setAlgorithm("RS256");
        published = List.of(encryption, other, secret, curve, good);

        assertThat(key(OLD)).isEqualTo(OLD.publicKey());
        for (String kid : new String[] {"enc", "rs512", "oct", "ec", "OLD", "old ", ""}) {
            assertUnknown(OLD.named(kid));
        }
    }

    @Test
    void ellipticCurveIsTheOneOfTheAlgorithm() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        JsonWebKey wide = JsonWebKey.Factory.newJwk(generator.generateKeyPair().getPublic());
        wide.setKeyId("wide");
        TokenSigner signer = TokenSigner.es256("good");
        published = List.of(wide, signer.jwk());
        ProviderKeys curves = new ProviderKeys(this::fetch, CONFIG.withAlgorithm(TokenAlgorithm.ES256), clock);

        assertThat(resolve(curves, signer.token("ana"))).isEqualTo(signer.publicKey());
        assertThat(catchThrowableOfType(
                        UnresolvableKeyException.class,
                        () -> resolve(curves, signer.named("wide").token("ana"))))
                .hasNoCause();
    }

    @Test
    @Timeout(30)
    void manyUnknownKeysAtOnceAreOneRequestAndKnownOnesDoNotWait() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        ProviderKeys slow = new ProviderKeys(
                () -> {
                    if (requests.incrementAndGet() > 1) {
                        asked.countDown();
                        await(answer);
                    }
                    return List.of(OLD.jwk());
                },
                CONFIG,
                clock);
        resolve(slow, OLD.token("ana"));
        clock.advance(CONFIG.jwksRefresh());
        String unknown = NEW.token("ana");
        String known = OLD.token("ana");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<UnresolvableKeyException>> waiting = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                waiting.add(threads.submit(
                        () -> catchThrowableOfType(UnresolvableKeyException.class, () -> resolve(slow, unknown))));
            }
            asked.await();

            assertThat(resolve(slow, known)).isEqualTo(OLD.publicKey());

            answer.countDown();
            for (Future<UnresolvableKeyException> refused : waiting) {
                assertThat(refused.get()).hasNoCause();
            }
        }
        assertThat(requests).hasValue(2);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
