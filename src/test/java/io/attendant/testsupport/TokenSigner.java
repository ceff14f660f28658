package io.attendant.testsupport;

import io.attendant.shared.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Signs whatever a test asks for, valid or not. */
public final class TokenSigner {
    public static final String ISSUER = "https://id.example/realms/shop";
    public static final String AUDIENCE = "attendant";

    private final String kid;
    private final String algorithm;
    private final Key signingKey;
    private final PublicKey publicKey;

    private TokenSigner(String kid, String algorithm, Key signingKey, PublicKey publicKey) {
        this.kid = kid;
        this.algorithm = algorithm;
        this.signingKey = signingKey;
        this.publicKey = publicKey;
    }

    public static TokenSigner rs256(String kid) {
        return rs256(kid, 2048);
    }

    public static TokenSigner rs256(String kid, int bits) {
        return ofPair(kid, "RS256", generate("RSA", generator -> generator.initialize(bits)));
    }

    public static TokenSigner es256(String kid) {
        return ofPair(
                kid, "ES256", generate("EC", generator -> generator.initialize(new ECGenParameterSpec("secp256r1"))));
    }

    public static TokenSigner hs256(String kid, byte[] secret) {
        return new TokenSigner(kid, "HS256", new SecretKeySpec(secret, "HmacSHA256"), null);
    }

    /** The one that signs nothing, and says so. */
    public static TokenSigner none() {
        return new TokenSigner(null, "none", null, null);
    }

    /** The same keys under another name. */
    public TokenSigner named(String otherKid) {
        return new TokenSigner(otherKid, algorithm, signingKey, publicKey);
    }

    /** The same keys, used with another algorithm of their type. */
    public TokenSigner with(String otherAlgorithm) {
        return new TokenSigner(kid, otherAlgorithm, signingKey, publicKey);
    }

    public PublicKey publicKey() {
        return publicKey;
    }

    /** The public key as an entry of a key set. */
    public JsonWebKey jwk() {
        try {
            JsonWebKey jwk = JsonWebKey.Factory.newJwk(publicKey);
            jwk.setKeyId(kid);
            return jwk;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a provider puts into a good token; a test takes away or replaces. */
    public static Map<String, Object> claims(String subject, String... roles) {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", ISSUER);
        claims.put("aud", new ArrayList<>(List.of("account", AUDIENCE)));
        claims.put("sub", subject);
        claims.put("iat", now - 10);
        claims.put("exp", now + 300);
        claims.put("realm_access", Map.of("roles", List.of(roles)));
        return claims;
    }

    public String token(String subject, String... roles) {
        return sign(claims(subject, roles));
    }

    public String sign(Map<String, Object> claims) {
        return sign(claims, Map.of());
    }

    public String sign(Map<String, Object> claims, Map<String, Object> headers) {
        return signText(Json.write(claims), headers);
    }

    public String signText(String payload, Map<String, Object> headers) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayloadCharEncoding(StandardCharsets.UTF_8.name());
        signature.setPayload(payload);
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setDoKeyValidation(false);
        signature.setKey(signingKey);
        signature.setAlgorithmHeaderValue(algorithm);
        if (kid != null) {
            signature.setKeyIdHeaderValue(kid);
        }
        headers.forEach(signature.getHeaders()::setObjectHeaderValue);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TokenSigner ofPair(String kid, String algorithm, KeyPair pair) {
        return new TokenSigner(kid, algorithm, pair.getPrivate(), pair.getPublic());
    }

    private interface Setup {
        void accept(KeyPairGenerator generator) throws GeneralSecurityException;
    }

    private static KeyPair generate(String type, Setup setup) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(type);
            setup.accept(generator);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
