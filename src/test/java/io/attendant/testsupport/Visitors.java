package io.attendant.testsupport;

import java.util.Map;

/** Opens conversations at each level of trust, in the ways that a shopper gets there. */
public final class Visitors {
    private final Attendant attendant;
    private final DemoOutbox outbox;

    /** A level, and how it was reached. */
    public enum Level {
        anonymous,
        order,
        customer,
        customerByCode
    }

    public Visitors(Attendant attendant) {
        this.attendant = attendant;
        this.outbox = new DemoOutbox(attendant);
    }

    /**
     * @param customerId who it is, or might be
     * @param email that customer's
     * @param order the order of that customer that level {@code order} reads
     */
    public Attendant.Chat open(Level level, String customerId, String email, String order) {
        return switch (level) {
            case anonymous -> attendant.guest();
            case order -> {
                Attendant.Chat guest = attendant.guest();
                expect(200, verify(guest, Map.of("orderId", order, "email", email)));
                yield guest;
            }
            case customer -> attendant.shopper(customerId);
            case customerByCode -> {
                Attendant.Chat guest = attendant.guest();
                int mails = outbox.mails(email).size();
                expect(202, verify(guest, Map.of("email", email)));
                String code = DemoOutbox.code(outbox.mailTo(email, mails + 1));
                expect(200, attendant.post(guest.path() + "/verification/code", Map.of("code", code), guest.headers()));
                yield guest;
            }
        };
    }

    private Attendant.Answer verify(Attendant.Chat guest, Map<String, String> what) {
        return attendant.post(guest.path() + "/verification", what, guest.headers());
    }

    private static void expect(int status, Attendant.Answer answer) {
        if (answer.status() != status) {
            throw new AssertionError(answer.text());
        }
    }
}
