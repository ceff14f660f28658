package io.attendant.assistant.guard.claims;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.attendant.shared.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What may be stated, and who vouches for it. Immutable, built once per model call. */
public final class Evidence {
    final LocalDate today;
    final String currency;
    /** What every sentence may say, whatever it is about: articles, calculations, cards, configuration. */
    final Facts common;
    /** What the proposals say that wait for the shopper. */
    final Facts card;

    final List<Statement> statements;
    /** What is known other than by texts. */
    final Facts recorded;

    /** What records say outside of orders and products. */
    final Facts loose;

    /** What orders and products say. */
    final Facts records;

    final Facts all;
    /** All but how many pieces there are of something. */
    final Facts unstocked;

    final List<Thing> things;
    final Names names;
    final Set<String> identifiers;
    /** All texts, folded, one a line. */
    final String corpus;

    /** What was noted on orders and parcels, folded. */
    final String notes;

    /** What the texts and records speak about, as the word files name it. */
    final Set<String> concepts;

    /** What the texts grant without a figure. */
    final Set<String> terms;

    final Set<String> done;
    final Set<String> cards;
    /** The tools that refused. */
    final Set<String> refused;

    final Map<String, Integer> cardItems;
    /** What proposals say will be paid. */
    final Set<BigDecimal> toPay;
    /** What proposals say will come back. */
    final Set<BigDecimal> toReturn;

    final Set<String> refundMethods;
    /** The ways each order was paid. */
    final Map<String, Set<String>> payments;

    final FoldedText shopper;
    final boolean ticket;
    /** The shopper's figures, which an answer may deny. */
    final Facts said;

    private Evidence(Builder builder) {
        EvidenceReader reader = new EvidenceReader(builder.today);
        builder.shopper.forEach(reader::shopper);
        builder.configured.forEach(reader::configured);
        builder.results.values().forEach(reader::result);
        builder.done.forEach(action -> reader.done(action.kind(), action.orderId()));
        reader.finish();
        this.today = builder.today;
        this.currency = builder.currency;
        this.common = reader.common();
        this.things = reader.things();
        this.loose = reader.loose();
        this.records = reader.records();
        this.card = reader.card();
        this.statements = reader.statements();
        this.all = sum(common, card, loose, records);
        this.recorded = sum(card, loose, reader.orders());
        this.unstocked = sum(all);
        unstocked.counts.removeIf(count -> count.unit().equals("stock"));
        this.names = new Names(things);
        this.identifiers = reader.identifiers();
        this.corpus = reader.corpus();
        this.notes = reader.notes();
        this.concepts = reader.concepts();
        this.terms = Vocabulary.get().terms(corpus);
        this.said = reader.said();
        this.cards = reader.proposals().kinds();
        this.refused = builder.results.values().stream()
                .filter(Result::isRefused)
                .map(Result::tool)
                .collect(Collectors.toUnmodifiableSet());
        this.cardItems = reader.proposals().items();
        this.toPay = reader.proposals().paid();
        this.toReturn = reader.proposals().returned();
        this.refundMethods = reader.refundMethods();
        this.payments = reader.payments();
        this.shopper = reader.shopper();
        this.done = builder.done.stream().map(Action::kind).collect(Collectors.toUnmodifiableSet());
        this.ticket = builder.ticket || reader.ticket();
    }

    private static Facts sum(Facts... parts) {
        Facts sum = new Facts();
        for (Facts part : parts) {
            sum.add(part);
        }
        return sum;
    }

    /**
     * @param today the day in the shop's zone, which "tomorrow" counts from
     * @param currency the ISO code of amounts that come without one
     */
    public static Builder builder(LocalDate today, String currency) {
        return new Builder(today, currency);
    }

    private record Action(String kind, Optional<String> orderId) {}

    /** A tool's call and what came of it. */
    record Result(String tool, JsonNode arguments, JsonNode result) {
        boolean isRefused() {
            return result.has("refused");
        }
    }

    /** Takes in what is known, in the order in which it became known. Not safe for use by several threads. */
    public static final class Builder {
        private final LocalDate today;
        private final String currency;
        private final Map<String, Result> results = new LinkedHashMap<>();
        private final List<String> shopper = new ArrayList<>();
        private final List<String> configured = new ArrayList<>();
        private final List<Action> done = new ArrayList<>();
        private boolean ticket;

        private Builder(LocalDate today, String currency) {
            this.today = today;
            this.currency = currency;
        }

        /**
         * A result takes the place of an earlier one of the same tool with the same arguments. The arguments vouch too, unless
         * the tool refused. What is no JSON vouches for nothing.
         */
        public Builder toolResult(String tool, String argumentsJson, String resultJson) {
            JsonNode arguments = tree(argumentsJson);
            String call = tool + " " + arguments;
            results.remove(call);
            results.put(call, new Result(tool, arguments, tree(resultJson)));
            return this;
        }

        private static JsonNode tree(String json) {
            try {
                return Json.mapper().readTree(json);
            } catch (JsonProcessingException e) {
                // A model's arguments can be anything; nothing then stands in them that anybody vouches for.
                return MissingNode.getInstance();
            }
        }

        /** What the shopper wrote: it vouches for identifiers only. */
        public Builder shopper(String text) {
            shopper.add(text);
            return this;
        }

        /** Words or figures of the shop's configuration. */
        public Builder configured(String text) {
            configured.add(text);
            return this;
        }

        /** @param there whether a person has been brought in */
        public Builder ticket(boolean there) {
            ticket = there;
            return this;
        }

        /**
         * An action that the shopper confirmed and the server executed.
         *
         * @param kind the tool's name
         */
        public Builder done(String kind, Optional<String> orderId) {
            done.add(new Action(kind, orderId));
            return this;
        }

        public Evidence build() {
            return new Evidence(this);
        }
    }
}
