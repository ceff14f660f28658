package io.attendant.assistant.local.dialogue;

import dev.langchain4j.data.message.ChatMessage;
import io.attendant.assistant.local.understanding.AddressReader;
import io.attendant.assistant.local.understanding.Interpreter;
import io.attendant.assistant.local.understanding.Lexicons;
import io.attendant.assistant.local.understanding.Understanding;
import io.attendant.assistant.local.wording.Speech;
import io.attendant.shared.wording.Language;
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
    /** In letters; a choice is a button. */
    private static final int LONGEST_LABEL = 80;
    /** A code that proved who the shopper is, as it stands in the history; what was said before goes on after it. */
    private static final Pattern MASKED = Pattern.compile("\\s*•+\\s*");

    private final Interpreter interpreter;
    private final Wordings wordings;
    private final ProductClerk products;
    private final HelpClerk help;
    private final OrderClerk orders;
    private final ErrandClerk errands;
    private final Wishes wishes;
    private final Requests requests;

    public Dialogue(Interpreter interpreter, Lexicons lexicons, Wordings wordings) {
        this.interpreter = interpreter;
        this.wordings = wordings;
        Glossary glossary = Glossary.load();
        this.help = new HelpClerk(lexicons, glossary, interpreter);
        this.errands = new ErrandClerk(help, glossary, new AddressReader(lexicons));
        this.wishes = new Wishes(glossary, new ErrandTalk(errands));
        this.requests = new Requests(interpreter);
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
            state = after(state.at(turn), turn, tools, said);
        }
        said.add(transcript.open().text());
        Answer answer = answer(state.at(transcript.open()), transcript.open(), tools, said);
        return new Next(answer.step(), transcript.calls());
    }

    private State after(State state, Turn turn, Set<String> tools, List<String> said) {
        if (MASKED.matcher(turn.text()).matches()) {
            return state;
        }
        Answer answer = answer(state, turn, tools, said);
        // Another model may have answered; then nothing that this one would have asked was asked.
        Optional<Step.Say> answered = answer.step() instanceof Step.Say say
                        && turn.answer()
                                .filter(text -> text.contains(say.lastSentence()))
                                .isPresent()
                ? Optional.of(say)
                : Optional.empty();
        return state.after(
                answer.language(),
                turn.uses(),
                answered,
                answer.wish(),
                answered.isPresent() ? answer.rest() : List.of());
    }

    /**
     * What a message comes to.
     *
     * @param wish the last one that was gone into
     * @param rest what else the shopper wants, in his own words, once this is settled
     */
    private record Answer(Language language, Wish wish, Step step, List<String> rest) {}

    /** Questions are answered all at once; what is to be done is done one after the other. */
    private Answer answer(State before, Turn turn, Set<String> tools, List<String> said) {
        // What was kept for later is a wish of its own, whatever is open.
        State state = before.rest().contains(turn.text()) ? before.settled(turn.text()) : before;
        Understanding whole = understand(state, turn.text());
        Language language = whole.language();
        boolean goesOn = wishes.isInErrand(state, whole, turn.text());
        List<String> wanted = goesOn ? List.of(turn.text()) : requests.in(turn.text(), language);
        Understanding first = wanted.size() == 1 ? whole : interpreter.readIn(language, wanted.get(0));
        Task task = task(state, wishes.read(state, first, wanted.get(0)), turn, tools, language);
        Step step = decide(task, said);
        int next = 1;
        while (next < wanted.size() && step instanceof Step.Say say && say.isAnswer()) {
            String text = wanted.get(next++);
            Wish further = wishes.read(state, interpreter.readIn(language, text), text);
            task = task(state.afterIntroduction(), further, turn, tools, language);
            Step then = decide(task, said);
            step = then instanceof Step.Say more ? say.and(more) : then;
        }
        List<String> rest = new ArrayList<>(wanted.subList(next, wanted.size()));
        if (goesOn || state != before) {
            rest.addAll(state.rest());
        }
        return new Answer(language, task.wish(), step instanceof Step.Say say ? remind(task, say, rest) : step, rest);
    }

    /** Once the card is there, what else was wanted is one tap away. */
    private static Step remind(Task task, Step.Say say, List<String> rest) {
        boolean proposed =
                say.question().filter(Question.errand_confirm::equals).isPresent();
        if (!proposed || rest.isEmpty()) {
            return say;
        }
        Speech speech = new Speech(task.wording()).say("do.rest");
        List<Choice> choices = new ArrayList<>(say.choices());
        rest.forEach(text -> choices.add(new Choice(shortened(text), text)));
        return say.followedBy(speech.pieces()).offering(choices);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_LABEL ? text : text.substring(0, LONGEST_LABEL - 1) + "…";
    }

    /** An answer within an errand may be a name or an address, which look like another language than the shopper's. */
    private Understanding understand(State state, String text) {
        return state.language()
                .filter(language -> state.errand().isPresent())
                .map(language -> interpreter.readIn(language, text))
                .filter(understanding -> wishes.isInErrand(state, understanding, text))
                .orElseGet(() -> interpreter.read(text, state.language()));
    }

    private Task task(State state, Wish wish, Turn turn, Set<String> tools, Language language) {
        return new Task(state, wish, turn.uses(), tools, wordings.in(language));
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
