package io.attendant.assistant.guard;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells whether what the model says gives its instructions away: seven words of them in a row, most of a sentence in pieces,
 * names of tools and their parameters, their headings, or the announcement of them; also in a disguise that is quickly
 * undone, and spread over sentences. What the prompt says about who the assistant is may be said.
 *
 * <p>A translation or a summary in own words is not found, unless it keeps the names. Deterministic, and below a millisecond
 * a sentence; to build one takes some, so that one for the template serves all turns. Safe for use by several threads.
 */
public final class PromptLeak {
    /** How much of what was said before is looked at together with a sentence, in characters. */
    private static final int WINDOW = 400;

    private static final String INSTRUCTIONS =
            "(?:instructions|rules|guidelines|anweisungen|regeln|consignes|instrucciones|istruzioni|instrucoes|instructies|instrukcje)";
    private static final String SYSTEM_PROMPT =
            "(?:system ?(?:prompt|message|instructions?)|systemanweisungen|prompt (?:systeme|systemowy)"
                    + "|(?:prompt|mensaje|instrucciones|messaggio|istruzioni|mensagem|instrucoes) d(?:e|el|i|o) sistema|systeemprompt)";
    private static final Pattern ANNOUNCED =
            Pattern.compile("(?:^| )(?:(?:here (?:is|are|s)|this is|these are|voici|hier (?:ist|sind|is|zijn)"
                    + "|aqui (?:esta|estan|estao)|ecco|oto)(?: \\S+){0,4}? (?:" + SYSTEM_PROMPT
                    + "|(?:my|meine|mes|mis|mie|minhas|mijn|moje) (?:\\S+ )?" + INSTRUCTIONS + ")"
                    + "|my (?:" + SYSTEM_PROMPT + "|instructions) (?:is|are|says?|reads?|states?|tells? me))(?: |$)");

    private final PromptRuns runs;
    private final PromptNames names;
    private final PromptHeadings headings;

    private PromptLeak(PromptRuns runs, PromptNames names, PromptHeadings headings) {
        this.runs = runs;
        this.names = names;
        this.headings = headings;
    }

    /**
     * @param prompt the instructions as they are sent, or their template; sections begin with a line with {@code #}
     * @param toolNames the names of the tools, of their parameters too if those are not to be told
     */
    public static PromptLeak of(String prompt, Collection<String> toolNames) {
        return new PromptLeak(PromptRuns.of(prompt), PromptNames.of(prompt, toolNames), PromptHeadings.of(prompt));
    }

    /** Whether this sentence alone gives something away. */
    public boolean leaks(String sentence) {
        return leaks("", sentence);
    }

    /**
     * Whether a sentence gives something away together with what the shopper has read already.
     *
     * @param before what was said before it in the same answer, and found harmless
     */
    public boolean leaks(String before, String sentence) {
        String window = before.substring(Math.max(0, before.length() - WINDOW)) + " " + sentence;
        return runs.isQuotedIn(window)
                || runs.mostlyMakeUp(sentence)
                || ANNOUNCED.matcher(PromptWords.joined(sentence)).find()
                || severalIn(names.in(before), names.in(sentence))
                || headings.isShownIn(sentence)
                || severalIn(headings.in(before), headings.in(sentence))
                || Disguises.of(window)
                        .anyMatch(plain ->
                                runs.isQuotedIn(plain) || names.in(plain).size() > 1)
                || runs.isSpelledOutIn(window);
    }

    /** One name may be a word of the shop's; a second one with it is none. */
    private static boolean severalIn(Set<String> before, Set<String> now) {
        if (now.isEmpty()) {
            return false;
        }
        Set<String> all = new HashSet<>(before);
        all.addAll(now);
        return all.size() > 1;
    }
}
