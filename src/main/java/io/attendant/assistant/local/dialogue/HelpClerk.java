package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.assistant.local.understanding.Intent;
import io.attendant.assistant.local.understanding.Interpreter;
import io.attendant.assistant.local.understanding.Lexicons;
import io.attendant.assistant.local.wording.Speech;
import io.attendant.shared.wording.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers from the shop's help articles, and says so where there is none. */
final class HelpClerk {
    private static final int PASSAGE_LENGTH = 420;
    private static final int MAX_TERMS = 10;
    private static final int TITLE_WEIGHT = 3;
    private static final int OWN_WEIGHT = 2;
    private static final int LANGUAGE_WEIGHT = 2;

    private final Lexicons lexicons;
    private final Glossary glossary;
    private final Interpreter interpreter;

    HelpClerk(Lexicons lexicons, Glossary glossary, Interpreter interpreter) {
        this.lexicons = lexicons;
        this.glossary = glossary;
        this.interpreter = interpreter;
    }

    /**
     * What articles are looked for.
     *
     * @param own the shopper's words
     * @param needed those of them that an article has to have, in the language it is looked for in
     * @param topic the words of the intent's subject
     * @param query beginnings of words: an article on charging is also meant by "charge"
     */
    private record Search(List<String> own, List<String> needed, List<String> topic, String query) {
        static Search by(List<String> own, List<String> needed, List<String> topic, Stream<String> terms) {
            String query = terms.map(Terms::stem).distinct().limit(MAX_TERMS).collect(Collectors.joining(" "));
            return new Search(own, needed, topic, query);
        }

        Stream<String> terms() {
            return Stream.concat(topic.stream(), own.stream());
        }
    }

    /** An article that may answer. */
    private record Candidate(JsonNode article, Search search, long score) {}

    /** The articles as far as they have been looked up: the next step, or the best article found. */
    private record LookUp(Optional<Step> next, Optional<Candidate> found) {}

    Step answer(Task task) {
        if (!task.offers(Tools.SEARCH_HELP)) {
            return cannot(task);
        }
        LookUp lookUp = lookUp(task, task.wish().slots().subjectWords(), HelpClerk::isOnTheSubject);
        if (lookUp.next().isPresent()) {
            return lookUp.next().get();
        }
        Speech speech = task.speech();
        opening(speech, task);
        if (lookUp.found().isEmpty()) {
            return task.offerPerson(speech.say("help.none"));
        }
        quote(speech, lookUp.found().get());
        return isChange(task) || task.wish().intent() == Intent.complaint ? task.offerPerson(speech) : Task.say(speech);
    }

    /** Tries an article for a message that names a subject in its own words alone; empty if none speaks of it. */
    Optional<Step> attempt(Task task) {
        if (task.wish().slots().contentWords().isEmpty() || !task.offers(Tools.SEARCH_HELP)) {
            return Optional.empty();
        }
        LookUp lookUp = lookUp(task, task.wish().slots().contentWords(), HelpClerk::speaksOfIt);
        return lookUp.next()
                .or(() -> lookUp.found().map(candidate -> {
                    Speech speech = task.speech();
                    quote(speech, candidate);
                    return Task.say(speech);
                }));
    }

    /** Adds what an article says on the wish's subject to an answer; the next step as long as it is looked up. */
    Step addTo(Speech speech, Task task) {
        return quote(speech, task).next().orElseGet(() -> Task.say(speech));
    }

    /**
     * @param next the next step as long as articles are looked up
     * @param found whether one was quoted
     */
    record Quoted(Optional<Step> next, boolean found) {}

    /** Adds what an article says on the wish's subject to an answer, if there is one. */
    Quoted quote(Speech speech, Task task) {
        if (!task.offers(Tools.SEARCH_HELP)) {
            return new Quoted(Optional.empty(), false);
        }
        LookUp lookUp = lookUp(task, List.of(), HelpClerk::isOnTheSubject);
        if (lookUp.next().filter(Step.Call.class::isInstance).isPresent()) {
            return new Quoted(lookUp.next(), false);
        }
        lookUp.found().ifPresent(candidate -> quote(speech, candidate));
        return new Quoted(Optional.empty(), lookUp.found().isPresent());
    }

    /** An article that the shopper hardly reads, in neither their language nor English, only where no search finds another. */
    private LookUp lookUp(Task task, List<String> own, Predicate<Candidate> fits) {
        Language language = task.wording().language();
        Optional<Candidate> foreign = Optional.empty();
        for (List<Search> together : searches(task, own)) {
            List<Candidate> candidates = new ArrayList<>();
            for (Search search : together) {
                Optional<ToolUse> used = task.used(Tools.SEARCH_HELP, "query", search.query());
                if (used.isEmpty()) {
                    return new LookUp(
                            Optional.of(Task.call(Tools.SEARCH_HELP, "query", search.query())), Optional.empty());
                }
                if (used.get().isRefused()) {
                    return new LookUp(Optional.of(Refusals.of(task, used.get())), Optional.empty());
                }
                candidates.addAll(candidates(language, used.get(), search));
            }
            Optional<Candidate> readable = best(candidates, candidate -> isReadable(candidate, language))
                    .filter(fits);
            if (readable.isPresent()) {
                return new LookUp(Optional.empty(), readable);
            }
            foreign = foreign.or(() -> best(candidates, candidate -> !isReadable(candidate, language))
                    .filter(fits));
        }
        return new LookUp(Optional.empty(), foreign);
    }

    private boolean isReadable(Candidate candidate, Language language) {
        Language written = language(candidate.article());
        return written == language || written == Language.en;
    }

    /**
     * The searches to make, one after the other until one finds something; those that stand together find together. The
     * shopper's own words alone may miss what the message is about, as in "how do returns work?".
     */
    private List<List<Search>> searches(Task task, List<String> own) {
        Language language = task.wording().language();
        Intent intent = task.wish().intent();
        List<String> english = glossary.translate(language, own);
        List<String> topic = lexicons.topicWords(language, intent);
        List<String> englishTopic = language == Language.en ? List.of() : lexicons.topicWords(Language.en, intent);
        Search byWords = Search.by(own, own, topic, own.stream());
        Search bySubject = Search.by(own, own, topic, Stream.of(topic, own).flatMap(List::stream));
        Search inEnglish = Search.by(
                joined(own, english),
                english,
                joined(topic, englishTopic),
                Stream.of(topic, englishTopic, english).flatMap(List::stream));
        List<Search> first = topic.isEmpty() ? List.of(byWords) : List.of(byWords, bySubject);
        return Stream.of(first, List.of(inEnglish))
                .map(together -> together.stream()
                        .filter(search -> !search.query().isBlank())
                        .toList())
                .toList();
    }

    private static List<String> joined(List<String> words, List<String> others) {
        return Stream.concat(words.stream(), others.stream()).distinct().toList();
    }

    private List<Candidate> candidates(Language language, ToolUse used, Search search) {
        return Results.list(used.result(), "articles").stream()
                .filter(article -> Results.text(article, "title").isPresent())
                .map(article -> new Candidate(article, search, score(language, article, search)))
                .toList();
    }

    private static Optional<Candidate> best(List<Candidate> candidates, Predicate<Candidate> chosen) {
        return candidates.stream().filter(chosen).max(Comparator.comparingLong(Candidate::score));
    }

    private long score(Language language, JsonNode article, Search search) {
        long hits = OWN_WEIGHT * hits(article, search.own()) + hits(article, search.topic());
        return hits + (language(article) == language ? LANGUAGE_WEIGHT : 0);
    }

    private static long hits(JsonNode article, List<String> terms) {
        return TITLE_WEIGHT * Terms.of(title(article)).hits(terms)
                + Terms.of(body(article)).hits(terms);
    }

    /** One word in the title, or two in the text. */
    private static boolean isOnTheSubject(Candidate candidate) {
        List<String> terms = candidate.search().terms().toList();
        return Terms.of(title(candidate.article())).hasAny(terms)
                || Terms.of(body(candidate.article())).hits(terms) > 1;
    }

    /** Most of the shopper's words occur, and one of them in the title. */
    private static boolean speaksOfIt(Candidate candidate) {
        List<String> needed = candidate.search().needed();
        String title = title(candidate.article());
        return Terms.of(title).hasAny(needed)
                && Terms.of(title + " " + body(candidate.article())).hasMost(needed);
    }

    /** As the tool says; by the words where it doesn't. */
    private Language language(JsonNode article) {
        Optional<String> code = Results.text(article, "locale")
                .map(locale -> Locale.forLanguageTag(locale).getLanguage());
        return Stream.of(Language.values())
                .filter(language -> code.filter(language.name()::equals).isPresent())
                .findFirst()
                .orElseGet(() -> interpreter.language(title(article) + " " + body(article)));
    }

    private void quote(Speech speech, Candidate candidate) {
        JsonNode article = candidate.article();
        speech.say("help.article", Map.of("title", Results.oneLine(title(article))));
        Language written = language(article);
        if (written != speech.wording().language()) {
            speech.say("help.language." + written);
        }
        Passage.best(
                        title(article),
                        body(article),
                        candidate.search().own(),
                        candidate.search().topic(),
                        PASSAGE_LENGTH)
                .forEach(part -> part.addTo(speech));
    }

    private static String title(JsonNode article) {
        return article.path("title").asText("");
    }

    private static String body(JsonNode article) {
        return article.path("body").asText("");
    }

    private static void opening(Speech speech, Task task) {
        if (isChange(task)) {
            speech.say("help.cannot");
        } else if (task.wish().intent() == Intent.complaint) {
            speech.say("complaint");
        }
    }

    private static Step cannot(Task task) {
        Speech speech = task.speech();
        opening(speech, task);
        return task.offerPerson(isChange(task) ? speech : speech.say("unavailable"));
    }

    /** What a shopper wants done, and the assistant has no tool for. */
    private static boolean isChange(Task task) {
        return switch (task.wish().intent()) {
            case cancel_order,
                    change_order,
                    change_shipping_address,
                    return_items,
                    exchange_items,
                    get_refund,
                    change_payment -> true;
            default -> false;
        };
    }
}
