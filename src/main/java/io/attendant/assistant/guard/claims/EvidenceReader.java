package io.attendant.assistant.guard.claims;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.shared.wording.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the tools, the shop and the shopper said into facts. */
final class EvidenceReader {
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Pattern ISO_INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+(?:Z|[+-]\\d{2}:?\\d{2})");
    private static final Pattern FACTOR = Pattern.compile("^\\s*(\\d{1,2})\\s*\\*|\\*\\s*(\\d{1,2})\\s*$");
    private static final Pattern CODE = Pattern.compile("[\\w.+@#:/-]*\\d[\\w.+@#:/-]*");
    private static final Set<String> NOTES = Set.of("note", "text");
    private static final Set<String> TOLD = Set.of("CALL", "MAIL");

    private static final Set<String> MONEY = Set.of(
            "price", "amount", "balance", "priceFrom", "priceTo", "priceDifference", "paid", "refunded", "maxPrice");

    private final Vocabulary vocabulary = Vocabulary.get();
    private final Facts common = new Facts();
    private final Facts said = new Facts();
    private final Facts card = new Facts();
    private final List<Statement> statements = new ArrayList<>();
    private final Things things;
    private final Set<String> identifiers = new HashSet<>();
    private final StringBuilder corpus = new StringBuilder();
    private final StringBuilder notes = new StringBuilder();
    private final Set<String> concepts = new HashSet<>();
    private final Proposals proposals = new Proposals();
    private final Methods methods = new Methods();
    private final StringBuilder shopper = new StringBuilder();
    /** The title or name of what is being read. */
    private String about = "";

    private boolean ticket;
    /** Where the facts of the result go that is being read. */
    private String place = "common";
    /** What was read before: where to, what it was about, and the text. */
    private final Set<List<String>> read = new HashSet<>();

    EvidenceReader(LocalDate today) {
        this.things = new Things(today);
    }

    void configured(String text) {
        text(text, common, true);
    }

    /** To be called before the results: their language is probably the shopper's. */
    void shopper(String text) {
        shopper.append(text).append('\n');
        FoldedText folded = FoldedText.of(text);
        for (Language language : vocabulary.languages(folded)) {
            List<Mention> mentions = vocabulary.read(folded, language);
            said.text(mentions);
            mentions.forEach(this::identifier);
        }
        Matcher code = CODE.matcher(text);
        while (code.find()) {
            String found = code.group();
            boolean postalCode = found.length() >= 4 && found.length() <= 10;
            if (postalCode) {
                identifiers.add(Identifiers.normal(Claim.Kind.TRACKING, found));
                identifiers.add(Identifiers.normal(Claim.Kind.ORDER, found));
            }
        }
    }

    void result(Evidence.Result result) {
        if (result.isRefused()) {
            if (result.result().path("refused").asText().equals("replacement_unavailable")) {
                Facts refused = new Facts();
                refused.state(Set.of(Status.OUT_OF_STOCK));
                things.loose(refused);
            }
            text(result.result().path("message").asText(), common, false);
            return;
        }
        JsonNode node = result.result();
        if (result.tool().equals("calculate")) {
            calculated(node.path("expression").asText(), common.operands);
            calculated(node.path("result").asText(), common.calculated);
            pieces(node.path("expression").asText());
            return;
        }
        Facts scope = common;
        boolean known = false;
        if (node.has("actionId") || node.path("proposed").asBoolean()) {
            scope = card;
            proposals.add(node.path("kind").asText(result.tool()));
            node.path("lines").forEach(line -> {
                things.cardLine(line.path("value").asText());
                proposals.line(line.path("label").asText(), line.path("value").asText());
            });
            methods.proposal(result.arguments(), node);
            if (result.arguments().has("itemIds")) {
                proposals.items(
                        result.tool(), result.arguments().path("itemIds").size());
            }
        } else if (node.has("ticketId")) {
            ticket = true;
            long position = node.path("position").asLong(0);
            if (position > 0) {
                common.count(position, "position");
                common.count(position - 1, "ahead");
            }
        } else if (node.has("articles")) {
            // Articles are texts, and texts speak for everybody.
        } else {
            scope = new Facts();
            known = things.read(node);
            methods.order(node);
            node.path("orders").forEach(methods::order);
            methods.profile(node);
        }
        place = scope == card ? "card" : known ? "known" : "loose";
        // What was searched for is no property of what was found.
        Facts asked = known ? new Facts() : scope;
        leaves(result.tool(), "", result.arguments(), asked);
        leaves(result.tool(), "", node, scope);
        if (known) {
            things.loose(asked);
        }
        if (known) {
            things.details(scope);
        } else if (scope != common && scope != card) {
            things.loose(scope);
        }
    }

    private static void calculated(String expression, Set<BigDecimal> to) {
        Matcher matcher = NUMBER.matcher(expression);
        while (matcher.find()) {
            BigDecimal value = Numbers.plain(matcher.group());
            to.add(value);
            to.add(Numbers.plain(value.setScale(2, RoundingMode.HALF_UP)));
        }
    }

    /** A sum of prices counts pieces: 2 * 5.00 + 3.00 is the price of three. */
    private void pieces(String expression) {
        int pieces = 0;
        for (String term : expression.split("\\+", -1)) {
            Matcher factor = FACTOR.matcher(term);
            if (factor.find()) {
                pieces += Integer.parseInt(factor.group(1) == null ? factor.group(2) : factor.group(1));
            } else {
                pieces++;
            }
        }
        common.operands.add(BigDecimal.valueOf(pieces));
    }

    /** Every value, wherever it stands. */
    private void leaves(String tool, String key, JsonNode node, Facts facts) {
        if (node.isObject()) {
            String subject =
                    node.path("title").asText() + " " + node.path("name").asText();
            about = subject.isBlank() ? about : FoldedText.fold(subject);
            node.properties().forEach(field -> leaves(tool, field.getKey(), field.getValue(), facts));
        } else if (node.isArray()) {
            Counting.array(key, node, facts);
            node.forEach(element -> leaves(tool, key, element, facts));
        } else if (node.isNumber()) {
            number(tool, key, node, facts);
        } else if (node.isTextual()) {
            leaf(key, node.asText(), facts);
        }
    }

    private void number(String tool, String key, JsonNode node, Facts facts) {
        BigDecimal value = node.decimalValue();
        if (MONEY.contains(key) || (key.equals("total") && !node.isIntegralNumber())) {
            facts.amount(value, Optional.empty());
            if (key.equals("balance")) {
                facts.balances.add(Numbers.plain(value));
            }
            return;
        }
        String unit = switch (key) {
            case "itemCount" -> "item";
            case "total" -> tool.equals("listMyOrders") ? "order" : "product";
            case "stock" -> "stock";
            case "count" -> "product";
            case "position" -> "position";
            default -> "";
        };
        if (key.equals("items") || key.equals("total")) {
            facts.amount(value, Optional.empty());
        }
        if (!key.equals("items")) {
            facts.counts.add(new Facts.Count(Numbers.plain(value), unit, ""));
        }
    }

    private void leaf(String key, String value, Facts facts) {
        Optional<Instant> instant = ISO_INSTANT.matcher(value).matches() ? instant(value) : Optional.empty();
        if (instant.isPresent()) {
            instant(key, instant.get(), facts);
            return;
        }
        Matcher code = CODE.matcher(value);
        while (code.find()) {
            identifiers.add(Identifiers.normal(Claim.Kind.TRACKING, code.group()));
        }
        if (NOTES.contains(key)) {
            notes.append(FoldedText.fold(value)).append('\n');
        }
        boolean id = key.equals("id") || key.endsWith("Id") || key.endsWith("Ids") || key.equals("trackingNumbers");
        if (id) {
            identifiers.add(Identifiers.normal(Claim.Kind.ORDER, value));
            identifiers.add(Identifiers.normal(Claim.Kind.TRACKING, value));
            corpus.append(FoldedText.fold(value)).append('\n');
        } else {
            text(value, facts, key.equals("body"));
        }
    }

    static Optional<Instant> instant(String value) {
        try {
            return Optional.of(Instant.parse(value));
        } catch (DateTimeParseException e) {
            // An hour of 25: it names no day that could be told.
            return Optional.empty();
        }
    }

    private static void instant(String key, Instant instant, Facts facts) {
        OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
        Facts.Role role = switch (key) {
            case "placedAt" -> Facts.Role.PLACED;
            case "expectedAt" -> Facts.Role.EXPECTED;
            case "expiresAt" -> Facts.Role.EXPIRY;
            default -> Facts.Role.OTHER;
        };
        facts.date(role, time.toLocalDate());
        facts.minutes.add(time.getHour() * 60 + time.getMinute());
    }

    private void text(String text, Facts facts, boolean vouchesForConcepts) {
        // Tools say the same again and again: refusals, a product's description in each search.
        if (!read.add(List.of(facts == common ? "common" : place, about, text))) {
            return;
        }
        FoldedText folded = FoldedText.of(text);
        corpus.append(folded.folded()).append('\n');
        List<Language> languages = vocabulary.languages(folded, shopper());
        for (Language language : languages) {
            List<Mention> mentions = vocabulary.read(folded, language);
            facts.text(mentions);
            mentions.forEach(this::identifier);
            statements.addAll(Statement.of(folded, mentions, vocabulary.words(language), about));
        }
        if (vouchesForConcepts || facts == common || facts == card) {
            languages.forEach(language -> vocabulary
                    .words(language)
                    .family("concept.")
                    .forEach((concept, pattern) -> {
                        // That a shop can be called or written to doesn't say that it calls or writes.
                        boolean silent = TOLD.contains(concept)
                                && !vocabulary.words(language).has("promise.contact", folded.folded())
                                && !vocabulary.words(language).has("promise.get", folded.folded());
                        if (!silent && pattern.matcher(folded.folded()).find()) {
                            concepts.add(concept);
                        }
                    }));
            languages.stream()
                    .filter(language -> vocabulary.words(language).has("free", folded.folded()))
                    .forEach(language -> concepts.add("FREE"));
        }
    }

    private void identifier(Mention mention) {
        if (mention instanceof Mention.Identifier identifier) {
            identifiers.add(identifier.value());
        }
    }

    void done(String kind, Optional<String> order) {
        order.map(id -> Identifiers.normal(Claim.Kind.ORDER, id)).ifPresent(id -> {
            identifiers.add(id);
            things.done(kind, id);
        });
    }

    /** To be called when everything is read. */
    void finish() {
        things.finish();
    }

    /** What proposals say. */
    Facts card() {
        return card;
    }

    /** The figures of long texts. */
    List<Statement> statements() {
        return List.copyOf(statements);
    }

    Facts common() {
        return common;
    }

    Facts said() {
        return said;
    }

    Facts loose() {
        return things.loose();
    }

    Facts records() {
        return things.records();
    }

    /** What orders, products and variants are known to have, without what their descriptions say. */
    Facts orders() {
        Facts facts = new Facts();
        things.things().forEach(thing -> facts.add(thing.facts()));
        return facts;
    }

    List<Thing> things() {
        return things.things();
    }

    Set<String> identifiers() {
        return Set.copyOf(identifiers);
    }

    String corpus() {
        return corpus.toString();
    }

    String notes() {
        return notes.toString();
    }

    Set<String> concepts() {
        Set<String> spoken = new HashSet<>(concepts);
        things.things().forEach(thing -> {
            if (thing.type() == Thing.Type.ORDER) {
                spoken.add("DELIVER");
            }
        });
        return Set.copyOf(spoken);
    }

    /** Which ways refunds went, or would go if the shopper confirms: {@code paypal}, {@code gift} or {@code card}. */
    Set<String> refundMethods() {
        return methods.refunds();
    }

    /** Which ways each order was paid. */
    Map<String, Set<String>> payments() {
        return methods.payments();
    }

    /** The shopper's words, whose language the answer probably has. */
    FoldedText shopper() {
        return FoldedText.of(shopper.toString());
    }

    Proposals proposals() {
        return proposals;
    }

    boolean ticket() {
        return ticket;
    }
}
