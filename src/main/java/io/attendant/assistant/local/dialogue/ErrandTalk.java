package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.assistant.local.understanding.Intent;
import io.attendant.assistant.local.understanding.Particulars;
import io.attendant.assistant.local.understanding.Slots;
import io.attendant.assistant.local.understanding.Slots.Reply;
import io.attendant.assistant.local.understanding.Understanding;
import io.attendant.shared.wording.Language;
import java.util.List;
import java.util.Optional;

/** Reads a message in the light of an errand: what it answers, corrects, or leaves. */
final class ErrandTalk {
    private static final double CERTAIN = 0.7;
    private static final int WORDS_OF_AN_ANSWER = 6;

    private final ErrandClerk clerk;

    ErrandTalk(ErrandClerk clerk) {
        this.clerk = clerk;
    }

    /** What the message goes on with or says no to; empty if it has nothing to do with the errand. */
    Optional<Wish> read(State state, Understanding understanding, String text) {
        if (state.errand().isEmpty() || state.question().isEmpty()) {
            return Optional.empty();
        }
        Errand errand = state.errand().get();
        Question question = state.question().get();
        Slots slots = understanding.slots();
        Wish plain = new Wish(understanding.intent(), slots, text);
        boolean same = Action.of(plain.intent())
                .filter(action -> isSame(action, errand.action()))
                .isPresent();
        Errand heard = errand.hear(text, slots, understanding.language(), Optional.of(question), same);
        boolean answers = isAnswered(question, heard, heard.latest());
        // A short answer has to be clearly another wish to be taken for one.
        boolean isShort = text.strip().split("\\s+", -1).length <= WORDS_OF_AN_ANSWER;
        boolean mayTurn = !answers || !isShort || understanding.intents().get(0).confidence() >= CERTAIN;
        if (!same && mayTurn && turnsTo(plain.intent(), question, heard.latest())) {
            return Optional.empty();
        }
        boolean declines = slots.reply().filter(Reply.no::equals).isPresent() && !slots.other();
        if (declines && !answers) {
            // "No, size M" takes back something that was said before.
            Errand corrected = errand.hear(text, slots, understanding.language(), Optional.of(question), true);
            return Optional.of(isCorrection(errand, corrected.latest()) ? plain.goingOn(corrected) : plain.declining());
        }
        boolean agrees = slots.reply()
                .filter(reply -> reply == Reply.yes || reply == Reply.fine)
                .isPresent();
        return switch (question) {
            case sign_in -> agrees ? Optional.of(plain.goingOn(errand)) : Optional.empty();
            case errand_account ->
                agrees || answers ? Optional.of(plain.goingOn(heard.as(Action.update_profile))) : Optional.empty();
            case errand_place -> place(plain, heard);
            case errand_offer, errand_confirm ->
                agrees || answers || same ? Optional.of(plain.goingOn(heard)) : Optional.empty();
            default -> {
                if (answers || same) {
                    yield Optional.of(plain.goingOn(heard));
                }
                yield plain.intent() == Intent.out_of_scope ? Optional.of(plain.mishearing(errand)) : Optional.empty();
            }
        };
    }

    boolean isWholeAddress(String text, Language language) {
        return clerk.addresses().isWhole(text, language);
    }

    private static boolean isSame(Action action, Action open) {
        boolean addresses = action == Action.change_address || action == Action.update_profile;
        return action == open || (addresses && (open == Action.change_address || open == Action.update_profile));
    }

    /** Whether a message wants something else done, and doesn't just use the words of it in its answer. */
    private boolean turnsTo(Intent intent, Question question, Said said) {
        Optional<Action> other = intent == Intent.get_refund ? Optional.empty() : Action.of(intent);
        return other.filter(action -> switch (question) {
                    case errand_order, errand_offer -> true;
                    case errand_method -> action != Action.change_payment;
                    // "No, with PayPal" corrects the card; "pay #A1 with PayPal" is a wish of its own.
                    case errand_confirm ->
                        action != Action.change_payment
                                || said.slots().orderId().isPresent();
                    case errand_items, errand_variant -> action != Action.change_payment && action != Action.swap;
                    case errand_reason -> CancelClerk.told(said).isEmpty();
                    case errand_address -> !isWholeAddress(said.text(), said.language());
                    default -> false;
                })
                .isPresent();
    }

    private static Optional<Wish> place(Wish wish, Errand heard) {
        Said said = heard.latest();
        Particulars particulars = said.slots().particulars();
        boolean account = particulars.account()
                || said.picked().filter(Action.update_profile.name()::equals).isPresent();
        boolean order = particulars.ofAnOrder()
                || said.slots().orderId().isPresent()
                || said.picked().filter(Action.change_address.name()::equals).isPresent();
        if (account == order) {
            return wish.intent() == Intent.out_of_scope ? Optional.of(wish.mishearing(heard)) : Optional.empty();
        }
        return Optional.of(wish.goingOn(account ? heard.as(Action.update_profile) : heard));
    }

    private boolean isAnswered(Question question, Errand errand, Said said) {
        Slots slots = said.slots();
        boolean numbered = slots.orderId().isPresent() && errand.action() != Action.update_profile;
        if (numbered) {
            return true;
        }
        return switch (question) {
            case errand_order ->
                slots.bareNumber().isPresent()
                        || said.picked().isPresent()
                        || slots.last()
                        || slots.other()
                        || clerk.orders()
                                .isNamedIn(said, errand.facts().orders().orElse(List.of()));
            case errand_reason -> CancelClerk.told(said).isPresent() || slots.other();
            case errand_items, errand_variant -> isOnItems(errand, said);
            case errand_method -> said.picked().isPresent() || slots.other() || isMethodNamed(errand, said);
            case errand_address, errand_account -> clerk.addresses().isAnswered(said);
            case errand_confirm -> isCorrection(errand, said);
            default -> false;
        };
    }

    private boolean isCorrection(Errand errand, Said said) {
        if (said.slots().other()) {
            return true;
        }
        return switch (errand.action()) {
            case cancel -> CancelClerk.told(said).isPresent();
            case change_payment -> isMethodNamed(errand, said);
            case change_address, update_profile -> clerk.addresses().isAnswered(said);
            case swap, give_back -> isOnItems(errand, said) || isMethodNamed(errand, said);
        };
    }

    private boolean isOnItems(Errand errand, Said said) {
        return errand.facts().details().values().stream().anyMatch(order -> clerk.isAnswered(errand, said, order));
    }

    private static boolean isMethodNamed(Errand errand, Said said) {
        JsonNode profile = errand.facts().profile().orElseGet(Task::arguments);
        return errand.facts().details().values().stream()
                .anyMatch(order -> !new PaymentMethods(profile)
                        .named(said, PaymentMethods.paidWith(order))
                        .isEmpty());
    }
}
