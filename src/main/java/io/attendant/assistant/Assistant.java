package io.attendant.assistant;

import io.attendant.customers.CustomerData;
import io.attendant.customers.CustomerService;
import io.attendant.identity.ShopperSession;
import io.attendant.shared.ShopConfig;
import io.quarkiverse.langchain4j.ChatMemoryRemover;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Answers a shopper's message. */
@ApplicationScoped
public class Assistant {
    private static final Pattern ID = Pattern.compile("[#\\w.-]{1,64}");

    @Inject
    SupportAssistant assistant;

    @Inject
    CustomerService customers;

    @Inject
    ShopConfig shop;

    @Inject
    Clock clock;

    /** What the shopper has before their eyes. Comes from their browser: a hint, no proof of anything. */
    public record OpenPage(Optional<String> productId, Optional<String> orderId) {
        public static final OpenPage NONE = new OpenPage(Optional.empty(), Optional.empty());
    }

    /** The session with the language that the shopper's profile names, where the conversation names none. */
    public ShopperSession inTheShoppersLanguage(ShopperSession session) {
        return session.locale().isPresent()
                ? session
                : session.customerId()
                        .flatMap(customers::byId)
                        .map(CustomerData::locale)
                        .map(session::withLocale)
                        .orElse(session);
    }

    /**
     * Answers on the calling thread. What is said and shown goes out through {@code turn} while it happens, and is complete
     * when this returns; if it throws, the turn has no answer.
     */
    public void answer(AnswerTurn turn, String text, OpenPage page) {
        turn.runOnThisThread(() -> {
            try {
                assistant.answer(
                        turn.turnId(),
                        text,
                        shop.assistantName(),
                        shop.name(),
                        shop.currency(),
                        language(turn.session().locale()),
                        LocalDate.now(clock.withZone(ZoneOffset.UTC)).toString(),
                        turn.session().customerId().isPresent()
                                ? "The shopper is signed in."
                                : "The shopper is not signed in.",
                        describe(page),
                        turn.asParameters());
            } finally {
                // The AI service keeps each memory until it is told that it's done with.
                ChatMemoryRemover.remove(assistant, turn.turnId());
            }
        });
    }

    private String language(Optional<String> locale) {
        return Locale.forLanguageTag(locale.orElse(shop.locales().getFirst())).getDisplayLanguage(Locale.ENGLISH);
    }

    private static String describe(OpenPage page) {
        return page.orderId()
                .filter(id -> ID.matcher(id).matches())
                .map(id -> "\nThe shopper has the page of order " + id + " open; \"this order\" means that one.")
                .or(() -> page.productId()
                        .filter(id -> ID.matcher(id).matches())
                        .map(id -> "\nThe shopper has the page of product " + id + " open; \"this\" may mean it."))
                .orElse("");
    }
}
