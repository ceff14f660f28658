package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.assistant.local.understanding.AddressReader;
import io.attendant.assistant.local.understanding.Intent;
import io.attendant.assistant.local.understanding.Particulars;
import io.attendant.assistant.local.understanding.Slots;
import io.attendant.assistant.local.wording.Speech;
import io.attendant.shared.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has things done for shoppers: finds out what and of which order, then proposes it. Nothing is done before they confirm. */
final class ErrandClerk {
    private static final int LISTED = 8;

    private final HelpClerk help;
    private final OrderChoice orders;
    private final CancelClerk cancellations = new CancelClerk();
    private final ItemsClerk items;
    private final AddressClerk addresses;

    ErrandClerk(HelpClerk help, Glossary glossary, AddressReader addressReader) {
        this.help = help;
        this.orders = new OrderChoice(glossary);
        this.items = new ItemsClerk(glossary);
        this.addresses = new AddressClerk(addressReader);
    }

    Step answer(Task task) {
        Optional<Errand> before = task.wish().errand();
        Errand errand = before.orElseGet(() -> begin(task));
        Slots slots = task.wish().slots();
        boolean addsOrRemoves = before.isEmpty()
                && errand.intent() == Intent.change_order
                && slots.particulars().addsOrRemoves();
        if (!errand.action().isOffered(task) || addsOrRemoves) {
            return help.answer(task);
        }
        if (task.wish().misheard() && task.state().misunderstood() > 0) {
            return task.offerPerson(task.speech().say("unclear.again")).asMisunderstood();
        }
        Job job = Job.of(task, errand);
        if (before.isEmpty() && slots.particulars().asksHow() && !isParticular(slots)) {
            Optional<Step> explained = explained(job);
            if (explained.isPresent()) {
                return explained.get();
            }
        }
        if (before.isEmpty() && isAnyAddress(job)) {
            return whichAddress(job);
        }
        return errand.action() == Action.update_profile ? addresses.ofProfile(job) : ofAnOrder(job);
    }

    private static Errand begin(Task task) {
        Action action = Action.of(task.wish().intent()).orElseThrow();
        Particulars particulars = task.wish().slots().particulars();
        boolean numbered = task.wish().slots().orderId().isPresent();
        if (action == Action.change_address && particulars.account() && !particulars.ofAnOrder() && !numbered) {
            action = Action.update_profile;
        } else if (action == Action.update_profile
                && (numbered || (particulars.ofAnOrder() && !particulars.account()))) {
            action = Action.change_address;
        }
        Errand begun = Errand.begin(action, task);
        // "Exchange it instead": what was said of the order and its items still counts.
        return task.state()
                .errand()
                .filter(before -> before.action() != begun.action() && before.action() != Action.update_profile)
                .filter(before -> begun.action() != Action.update_profile)
                .filter(before -> task.wish().slots().orderId().isEmpty())
                .map(begun::after)
                .orElse(begun);
    }

    private static boolean isParticular(Slots slots) {
        return slots.orderId().isPresent() || slots.ordinal().isPresent() || slots.last() || slots.refersBack();
    }

    /** Who asks how something is done gets the article, and the offer to do it. */
    private Optional<Step> explained(Job job) {
        Speech speech = job.speech();
        HelpClerk.Quoted quoted = help.quote(speech, job.task());
        if (quoted.next().isPresent()) {
            return quoted.next();
        }
        return quoted.found() ? Optional.of(job.ask(speech, Question.errand_offer, "do.offer")) : Optional.empty();
    }

    /** "I want to change my address": of what? */
    private static boolean isAnyAddress(Job job) {
        Slots slots = job.task().wish().slots();
        return job.errand().action() == Action.change_address
                && job.task().offers(Tools.UPDATE_ADDRESS)
                && job.errand().spokenOf().isEmpty()
                && job.errand().said().size() == 1
                && slots.orderId().isEmpty()
                && !slots.particulars().ofAnOrder()
                && !slots.last();
    }

    private static Step whichAddress(Job job) {
        String order = job.text("do.address.order");
        String account = job.text("do.address.account");
        return job.ask(
                job.speech(),
                Question.errand_place,
                "do.address.which",
                List.of(Action.change_address.name(), Action.update_profile.name()),
                Optional.empty(),
                List.of(new Choice(order, order), new Choice(account, account)));
    }

    private Step ofAnOrder(Job job) {
        OrderChoice.Pick pick = orders.pick(job);
        if (pick.needsList()) {
            return job.task().offers(Tools.LIST_ORDERS)
                    ? job.beforeOrders(true).orElseThrow()
                    : job.ask(job.speech(), Question.errand_order, "order.number");
        }
        if (pick.id().isPresent()) {
            return withOrder(job, pick.id().get());
        }
        Optional<Step> first = job.beforeOrders(true);
        if (first.isPresent()) {
            return first.get();
        }
        if (pick.among().isEmpty()) {
            return pick.another() ? Task.say(job.speech().say("order.no_other")) : none(job);
        }
        return which(job, pick.among());
    }

    /** No order is in a state that allows it. */
    private static Step none(Job job) {
        boolean any = job.facts().orders().filter(all -> !all.isEmpty()).isPresent();
        if (!any) {
            return Task.say(job.speech().say("orders.none"));
        }
        Speech speech = job.speech().say("no.orders." + job.errand().action());
        boolean mayBeAccount =
                job.errand().action() == Action.change_address && job.task().offers(Tools.UPDATE_ADDRESS);
        return mayBeAccount
                ? job.ask(speech, Question.errand_account, "do.address.account.offer")
                : job.task().offerPerson(speech);
    }

    private static Step which(Job job, List<JsonNode> among) {
        List<JsonNode> shown = among.stream().limit(LISTED).toList();
        Speech speech = job.speech().say("do.orders");
        shown.forEach(order -> speech.item(OrderReport.line(speech.wording(), order)));
        List<String> ids = shown.stream().map(OrderChoice::id).toList();
        return job.ask(
                speech,
                Question.errand_order,
                "do.order.which",
                ids,
                Optional.empty(),
                shown.stream().map(ErrandClerk::choice).toList());
    }

    private static Choice choice(JsonNode order) {
        String id = OrderChoice.id(order);
        List<String> names = Results.texts(order, "items");
        return new Choice(names.isEmpty() ? id : id + ": " + names.get(0) + (names.size() > 1 ? " …" : ""), id);
    }

    private Step withOrder(Job job, String id) {
        Optional<ToolUse> opened = job.task().used(Tools.ORDER_DETAILS, "orderId", id);
        if (opened.flatMap(ToolUse::refusal)
                .filter(ErrorCode.ORDER_NOT_FOUND.code()::equals)
                .isPresent()) {
            return OrderClerk.notFound(job.task(), id);
        }
        Optional<Step> first = job.beforeOrder(id, false);
        if (first.isPresent()) {
            return first.get();
        }
        JsonNode order = job.facts().order(id).orElseThrow();
        if (job.errand().action() == Action.change_payment && items.isSwap(job.errand(), order)) {
            return withOrder(Job.of(job.task(), job.errand().as(Action.swap)), id);
        }
        Optional<Step> regret = Regrets.before(job, order);
        if (regret.isPresent()) {
            return regret.get();
        }
        return switch (job.errand().action()) {
            case cancel -> cancellations.answer(job, order);
            case change_address -> addresses.ofOrder(job, order);
            case change_payment -> PaymentClerk.change(job, order);
            case swap -> items.swap(job, order);
            case give_back -> items.giveBack(job, order);
            case update_profile -> addresses.ofProfile(job);
        };
    }

    /** Whether a message answers the question that is open, or corrects what was proposed. */
    boolean isAnswered(Errand errand, Said said, JsonNode order) {
        return items.isAnswered(errand, said, order);
    }

    OrderChoice orders() {
        return orders;
    }

    AddressClerk addresses() {
        return addresses;
    }

    static Map<String, String> named(JsonNode order) {
        return Map.of("order", OrderChoice.id(order));
    }
}
