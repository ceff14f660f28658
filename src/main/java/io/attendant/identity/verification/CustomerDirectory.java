package io.attendant.identity.verification;

import java.util.Optional;

/** Finds customers for somebody who has not yet proved to be one. Implemented by whoever keeps the customers. */
public interface CustomerDirectory {
    /** @param email the address on file, which mail goes to; never the one that was typed */
    record Addressee(String customerId, String email, Optional<String> locale) {}

    /** The same letters, whatever their case. */
    String emailKey(String email);

    /** The newest customer with this address, in a transaction that may see all. */
    Optional<Addressee> byEmailKey(String emailKey);
}
