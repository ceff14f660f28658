package io.attendant.identity;

/** How well a conversation knows who is asking; each level may do what the one before may. */
public enum TrustLevel {
    anonymous,
    order,
    customer;

    public boolean reaches(TrustLevel needed) {
        return compareTo(needed) >= 0;
    }
}
