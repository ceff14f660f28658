package io.attendant.testsupport.gemini.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Issues thought signatures and knows its own again. A signature is a number followed by bytes
 * derived from it, the seed and the function's name, so nothing has to be remembered and an
 * emulator with the same seed accepts them after a restart.
 */
public final class ThoughtSignatures {

    /** The value by which a client may ask for no check. */
    public static final String BYPASS = "skip_thought_signature_validator";

    private static final int LENGTH = 240;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final AtomicLong counter = new AtomicLong();

    public ThoughtSignatures(long seed) {
        byte[] secret = ByteBuffer.allocate(Long.BYTES).putLong(seed).array();
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * A signature for a part.
     *
     * @param functionName empty for a text part
     */
    public String issue(String functionName) {
        long nonce = mac(counter.incrementAndGet(), "nonce", 0).getLong();
        return Base64.getEncoder().encodeToString(bytes(nonce, functionName));
    }

    /** Whether this signature was issued for a call of this function. */
    public boolean isIssuedFor(String functionName, String signature) {
        Optional<byte[]> bytes = PayloadReader.decodeBase64(signature);
        if (bytes.isEmpty() || bytes.get().length != LENGTH) {
            return false;
        }
        long nonce = ByteBuffer.wrap(bytes.get()).getLong();
        return Arrays.equals(bytes.get(), bytes(nonce, functionName));
    }

    private byte[] bytes(long nonce, String functionName) {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH).putLong(nonce);
        for (int block = 0; bytes.hasRemaining(); block++) {
            byte[] digest = mac(nonce, functionName, block).array();
            bytes.put(digest, 0, Math.min(digest.length, bytes.remaining()));
        }
        return bytes.array();
    }

    private ByteBuffer mac(long number, String text, int block) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            ByteBuffer head = ByteBuffer.allocate(Long.BYTES + Integer.BYTES);
            mac.update(head.putLong(number).putInt(block).array());
            mac.update(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
