package io.attendant.assistant.local.dialogue;

import dev.langchain4j.data.message.ChatMessage;
import io.attendant.assistant.local.understanding.AddressReader;
import io.attendant.assistant.local.understanding.Interpreter;
import io.attendant.assistant.local.understanding.Lexicons;
import io.attendant.assistant.local.understanding.Understanding;
import io.attendant.assistant.local.wording.Speech;
import io.attendant.shared.wording.Wordings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides what comes next in a conversation, from its messages alone. Earlier turns are gone through again each time: what
 * was asked, shown and meant follows from them. Immutable and safe for use by several threads.
 */
public final class Dialogue {
    /** How many words beside the name a message may have that only names a product: "a kettle". */
    private static final int WORDS_BESIDE_A_NAME = 1;
    /** A code that proved who the shopper is, as it stands in the history; what was said before goes on after it. */
    private static final Pattern MASKED = Pattern.compile("\\s*•+\\s*");

    private final Interpreter interpreter;
    private final Wordings wordings;
    private final ProductClerk products;
    private final HelpClerk help;
    private final OrderClerk orders;
    private final ErrandClerk errands;
    private final Wishes wishes;

    public Dialogue(Interpreter interpreter, Lexicons lexicons, Wordings wordings) {
        this.interpreter = interpreter;
        this.wordings = wordings;
        Glossary glossary = Glossary.load();
        this.help = new HelpClerk(lexicons, glossary, interpreter);
        this.errands = new ErrandClerk(help, glossary, new AddressReader(lexicons));
        this.wishes = new Wishes(glossary, new ErrandTalk(errands));
        this.orders = new OrderClerk(help);
        this.products = new ProductClerk(glossary, help);
    }

    /**
     * The next step and its place.
     *
     * @param calls how many tool calls the conversation has had before
     */
    public record Next(Step step, int calls) {}

    /**
     * @param tools the names of the tools that may be called
     * @throws IllegalArgumentException if there is no message of the shopper to answer
     */
    public Next next(List<ChatMessage> messages, Set<String> tools) {
        Transcript transcript = Transcript.of(messages);
        boolean introduced = transcript.finished().stream()
                .flatMap(turn -> turn.answer().stream())
                .anyMatch(answer -> wordings.isIn(answer, Task.INTRODUCTION));
        State state = State.start(introduced);
        List<String> said = new ArrayList<>();
        for (Turn turn : transcript.finished()) {
            said.add(turn.text());
            state = after(state, turn, tools, said);
        }
        said.add(transcript.open().text());
        Understanding understanding = understand(state, transcript.open().text());
        return new Next(decide(task(state, understanding, transcript.open(), tools), said), transcript.calls());
    }

    private State after(State state, Turn turn, Set<String> tools, List<String> said) {
        if (MASKED.matcher(turn.text()).matches()) {
            return state;
        }
        Understanding understanding = understand(state, turn.text());
        Task task = task(state, understanding, turn, tools);
        Step step = decide(task, said);
        // Another model may have answered; then nothing that this one would have asked was asked.
        Optional<Step.Say> answered = step instanceof Step.Say say
                        && turn.answer()
                                .filter(text -> text.contains(say.lastSentence()))
                                .isPresent()
                ? Optional.of(say)
                : Optional.empty();
        return state.after(understanding.language(), turn.uses(), answered, task.wish());
    }

    /** An answer within an errand may be a name or an address, which look like another language than the shopper's. */
    private Understanding understand(State state, String text) {
        return state.language()
                .filter(language -> state.errand().isPresent())
                .map(language -> interpreter.readIn(language, text))
                .filter(understanding -> wishes.isInErrand(state, understanding, text))
                .orElseGet(() -> interpreter.read(text, state.language()));
    }

    private Task task(State state, Understanding understanding, Turn turn, Set<String> tools) {
        return new Task(
                state,
                wishes.read(state, understanding, turn.text()),
                turn.uses(),
                tools,
                wordings.in(understanding.language()));
    }

    private Step decide(Task task, List<String> said) {
        if (task.wish().declined()) {
            return PeopleClerk.say(task, "declined");
        }
        return switch (task.wish().intent()) {
            case track_order, list_orders, order_details, track_refund -> orders.answer(task);
            case find_product, product_details, product_stock, product_price, compare_products, recommend_product ->
                products.answer(task);
            case place_order ->
                task.wish().slots().contentWords().isEmpty() ? help.answer(task) : products.answer(task);
            case greeting -> PeopleClerk.greet(task);
            case thanks -> PeopleClerk.say(task, "thanks");
            case goodbye -> PeopleClerk.say(task, "goodbye");
            case who_are_you -> PeopleClerk.introduce(task);
            case abuse -> PeopleClerk.calm(task);
            case contact_human_agent -> PeopleClerk.handOff(task, said);
            case out_of_scope -> unclear(task);
            case cancel_order,
                    change_order,
                    change_shipping_address,
                    set_up_shipping_address,
                    return_items,
                    exchange_items,
                    get_refund,
                    change_payment -> errands.answer(task);
            case delivery_options,
                    delivery_period,
                    check_refund_policy,
                    check_cancellation_fee,
                    get_invoice,
                    check_invoice,
                    check_payment_methods,
                    payment_issue,
                    create_account,
                    delete_account,
                    edit_account,
                    switch_account,
                    recover_password,
                    registration_problems,
                    newsletter_subscription,
                    complaint,
                    review,
                    contact_customer_service,
                    troubleshoot -> help.answer(task);
        };
    }

    /** What the words of the shop itself may still make sense of: a product's name, an article's subject. */
    private Step unclear(Task task) {
        int words = task.wish().text().strip().split("\\s+", -1).length;
        boolean name = words - task.wish().slots().contentWords().size() <= WORDS_BESIDE_A_NAME;
        return (name
                        ? products.attempt(task).or(() -> help.attempt(task))
                        : help.attempt(task).or(() -> products.attempt(task)))
                .orElseGet(() -> misunderstood(task));
    }

    private static Step misunderstood(Task task) {
        boolean again = task.state().misunderstood() > 0;
        Speech speech = task.speech().say(again ? "unclear.again" : "unclear", Map.of());
        Step.Say say = again ? task.offerPerson(speech) : Task.say(speech.say("unclear.ask"));
        return say.asMisunderstood();
    }
}
