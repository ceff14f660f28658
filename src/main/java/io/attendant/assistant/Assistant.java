package io.attendant.assistant;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import io.attendant.actions.Proposals;
import io.attendant.assistant.people.People;
import io.attendant.identity.ShopperSession;
import io.attendant.shared.ShopConfig;
import io.quarkiverse.langchain4j.ChatMemoryRemover;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Answers a shopper's message. */
@ApplicationScoped
public class Assistant {
    private static final String PROPOSALS =
            "\n# What was proposed so far, and what became of it\nThis is the present state, whatever was said before.\n";
    private static final String EARLIER =
            "\n# Earlier in this conversation\nWhat the shopper asked in turns that you are no longer shown, and the tools that were "
                    + "called then. Look up again whatever you need of it.\n";

    @Inject
    SupportAssistant assistant;

    @Inject
    People people;

    @Inject
    ShopConfig shop;

    /**
     * Answers on the calling thread. What is said and shown goes out through {@code turn} while it happens, and is complete
     * when this returns; if it throws, the turn has no answer.
     *
     * @param own what the server itself says to the message, asked first: what it can decide never reaches a model
     */
    public void answer(AnswerTurn turn, Supplier<Optional<String>> own) {
        turn.runOnThisThread(() ->
                turn.exchanges().ownReply(own).ifPresentOrElse(reply -> sayOwn(turn, reply), () -> askModel(turn)));
    }

    private void askModel(AnswerTurn turn) {
        // A turn's own id would not do: its replays may run at the same time.
        UUID memoryId = UUID.randomUUID();
        try {
            TurnBrief brief = turn.brief();
            assistant.answer(
                    memoryId,
                    turn.text(),
                    shop.assistantName(),
                    shop.name(),
                    shop.currency(),
                    brief.language(),
                    brief.today().toString(),
                    describe(turn.session()),
                    describe(brief.page()),
                    describe(brief.proposals()),
                    brief.earlier().isEmpty() ? "" : EARLIER + brief.earlier(),
                    turn.asParameters());
            people.afterAnswer(turn);
        } finally {
            // The AI service keeps each memory until it is told that it's done with.
            ChatMemoryRemover.remove(assistant, memoryId);
        }
    }

    /** The turn ends without an answer; to be told before its end is written. */
    public void fail(AnswerTurn turn) {
        people.afterFailure(turn);
    }

    /** The model remembers the server's own words like any answer. */
    private static void sayOwn(AnswerTurn turn, String reply) {
        var sentences = new SentenceSplitter(turn::say);
        sentences.append(reply);
        sentences.finish();
        turn.memory().add(UserMessage.from(turn.text()));
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
                .map(id -> "\nThe shopper has the page of order " + id + " open; \"this order\" means that one.")
                .or(() -> page.productId()
                        .map(id -> "\nThe shopper has the page of product " + id + " open; \"this\" may mean it."))
                .orElse("");
    }
}
