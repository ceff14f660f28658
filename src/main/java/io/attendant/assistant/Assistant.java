package io.attendant.assistant;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import io.attendant.actions.Proposals;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Answers a shopper's message. */
@ApplicationScoped
public class Assistant {
    private static final int MAX_PROPOSALS = 5;
    private static final String PROPOSALS =
            "\n# What was proposed so far, and what became of it\nThis is the present state, whatever was said before.\n";

    private static final Pattern ID = Pattern.compile("[#\\w.-]{1,64}");

    @Inject
    SupportAssistant assistant;

    @Inject
    CustomerService customers;

    @Inject
    ShopConfig shop;

    @Inject
    Clock clock;

    @Inject
    Proposals proposals;

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
                        describe(turn.session()),
                        describe(page),
                        describe(proposals.latest(turn.conversationId(), MAX_PROPOSALS)),
                        turn.asParameters());
            } finally {
                // The AI service keeps each memory until it is told that it's done with.
                ChatMemoryRemover.remove(assistant, turn.turnId());
            }
        });
    }

    /**
     * Answers with words of the server itself. The model remembers both like any turn.
     *
     * @param text what the shopper said
     */
    public void reply(AnswerTurn turn, String text, String reply) {
        var sentences = new SentenceSplitter(turn::say);
        sentences.append(reply);
        sentences.finish();
        turn.memory().add(UserMessage.from(text));
        turn.memory().add(AiMessage.from(reply));
    }

    /** What became of proposals, which the model isn't there to see. */
    private String describe(List<Proposals.Told> told) {
        return told.isEmpty()
                ? ""
                : told.stream()
                        .map(proposal -> "- %s%s: %s%s"
                                .formatted(
                                        proposal.kind(),
                                        proposal.orderId().map(id -> " " + id).orElse(""),
                                        proposal.status(),
                                        proposal.code()
                                                .map(code -> " (" + code + ")")
                                                .orElse("")))
                        .collect(Collectors.joining("\n", PROPOSALS, ""));
    }

    private String language(Optional<String> locale) {
        return Locale.forLanguageTag(locale.orElse(shop.locales().getFirst())).getDisplayLanguage(Locale.ENGLISH);
    }

    private static String describe(ShopperSession session) {
        return switch (session.level()) {
            case anonymous -> "The shopper is not signed in.";
            case order ->
                "The shopper is not signed in, but has proved to own order "
                        + session.orderId().orElseThrow() + " and may read that one.";
            case customer -> "The shopper is signed in.";
        };
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
