package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.assistant.local.Language;
import io.attendant.assistant.local.understanding.Intent;
import io.attendant.assistant.local.understanding.Interpreter;
import io.attendant.assistant.local.understanding.Lexicons;
import io.attendant.assistant.local.wording.Passage;
import io.attendant.assistant.local.wording.Speech;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers from the shop's help articles, and says so where there is none. */
final class HelpClerk {
    private static final int PASSAGE_LENGTH = 400;
    private static final int MAX_TERMS = 14;
    private static final int TITLE_WEIGHT = 3;
    private static final int LANGUAGE_WEIGHT = 2;

    private final Lexicons lexicons;
    private final Glossary glossary;
    private final Interpreter interpreter;

    HelpClerk(Lexicons lexicons, Glossary glossary, Interpreter interpreter) {
        this.lexicons = lexicons;
        this.glossary = glossary;
        this.interpreter = interpreter;
    }

    /** What the search is about. */
    private record Search(List<String> terms, String query) {}

    Step answer(Task task) {
        if (!task.offers(Tools.SEARCH_HELP)) {
            return cannot(task);
        }
        Search search = search(task);
        Optional<ToolUse> used = task.used(Tools.SEARCH_HELP, "query", search.query());
        if (used.isEmpty()) {
            return Task.call(Tools.SEARCH_HELP, "query", search.query());
        }
        if (used.get().isRefused()) {
            return Refusals.of(task, used.get());
        }
        Optional<JsonNode> article = best(task.wording().language(), used.get(), search.terms());
        Speech speech = task.speech();
        opening(speech, task);
        if (article.isEmpty()) {
            return task.offerPerson(speech.say("help.none"));
        }
        quote(speech, article.get(), search.terms());
        return isChange(task) || task.wish().intent() == Intent.complaint ? task.offerPerson(speech) : Task.say(speech);
    }

    /** Tries an article for a message that no intent was found for; empty if none speaks of it. */
    Optional<Step> attempt(Task task) {
        List<String> words = task.wish().slots().contentWords();
        if (words.isEmpty() || !task.offers(Tools.SEARCH_HELP)) {
            return Optional.empty();
        }
        Search search = search(task);
        Optional<ToolUse> used = task.used(Tools.SEARCH_HELP, "query", search.query());
        if (used.isEmpty()) {
            return Optional.of(Task.call(Tools.SEARCH_HELP, "query", search.query()));
        }
        List<String> english = glossary.translate(task.wording().language(), words);
        return best(task.wording().language(), used.get(), search.terms())
                .filter(article -> speaksOf(article, words) || speaksOf(article, english))
                .map(article -> {
                    Speech speech = task.speech();
                    quote(speech, article, search.terms());
                    return Task.say(speech);
                });
    }

    /** Most of the words occur, one of them at least in the title or several times in what the article is about. */
    private static boolean speaksOf(JsonNode article, List<String> words) {
        String title = article.path("title").asText("");
        return Terms.named(title, words)
                && Terms.mostly(title + " " + article.path("body").asText(""), words);
    }

    private Search search(Task task) {
        Language language = task.wording().language();
        Set<String> terms =
                new LinkedHashSet<>(lexicons.topicWords(language, task.wish().intent()));
        terms.addAll(task.wish().slots().contentWords());
        terms.addAll(glossary.translate(language, task.wish().slots().contentWords()));
        // Articles may be in English only.
        terms.addAll(lexicons.topicWords(Language.en, task.wish().intent()));
        List<String> query = terms.stream().limit(MAX_TERMS).toList();
        return new Search(query, query.isEmpty() ? Results.oneLine(task.wish().text()) : String.join(" ", query));
    }

    private Optional<JsonNode> best(Language language, ToolUse used, List<String> terms) {
        return Results.list(used.result(), "articles").stream()
                .filter(article -> Results.text(article, "title").isPresent())
                .map(article -> new Candidate(article, score(language, article, terms)))
                .filter(candidate -> candidate.score() > 0)
                .max(Comparator.comparingLong(Candidate::score))
                .map(Candidate::article);
    }

    private record Candidate(JsonNode article, long score) {}

    private long score(Language language, JsonNode article, List<String> terms) {
        String title = article.path("title").asText("");
        String body = article.path("body").asText("");
        long hits = TITLE_WEIGHT * Terms.hits(title, terms) + Terms.hits(body, terms);
        return hits == 0 ? 0 : hits + (language(article) == language ? LANGUAGE_WEIGHT : 0);
    }

    private Language language(JsonNode article) {
        return interpreter.language(
                article.path("title").asText("") + " " + article.path("body").asText(""));
    }

    private static void opening(Speech speech, Task task) {
        if (isChange(task)) {
            speech.say("help.cannot");
        } else if (task.wish().intent() == Intent.complaint) {
            speech.say("complaint");
        }
    }

    private void quote(Speech speech, JsonNode article, List<String> terms) {
        Language written = language(article);
        String title = Results.text(article, "title").orElseThrow();
        speech.say("help.article", Map.of("title", title));
        if (written != speech.wording().language()) {
            speech.say("help.language." + written);
        }
        Passage.best(article.path("body").asText(""), terms, PASSAGE_LENGTH).forEach(speech::sentence);
    }

    private Step cannot(Task task) {
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
