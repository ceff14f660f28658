package io.attendant.assistant.local.training;

import io.attendant.assistant.local.understanding.Intent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes the many messages that are nearly the same: "how do I cancel my order", "can you help me to cancel a purchase". A
 * frame such as {@code how do i {do}} is filled with what an intent says can be done; words in braces stand for one of a list.
 *
 * <p>Sections of the file: {@code [lists]} with {@code name = choice | choice}, {@code [frames do]} and so on with a frame a
 * line, {@code [open]} and {@code [close]} with what may stand around a message, {@code [intent …]} with a line of choices for
 * each kind of frame and one, {@code say}, of whole messages.
 */
public final class PhraseGrammar {
    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
    private static final Pattern SECTION = Pattern.compile("\\[(\\w+)(?: (\\w+))?]");
    private static final String WHOLE = "say";
    private static final int DEPTH = 8;
    /** New messages get rarer the more there are; then enough is enough. */
    private static final int TRIES = 20;

    private static final double OPENED = 0.15;
    private static final double CLOSED = 0.15;
    /** Kinds with many frames would otherwise leave little room for whole messages. */
    private static final double WHOLE_SHARE = 0.4;

    private final Map<String, List<String>> lists = new HashMap<>();
    private final Map<String, List<String>> frames = new HashMap<>();
    private final Map<Intent, Map<String, List<String>>> phrases = new EnumMap<>(Intent.class);
    private final List<String> openings = new ArrayList<>();
    private final List<String> closings = new ArrayList<>();

    private PhraseGrammar() {}

    /** @throws IllegalArgumentException naming the line that is none of the grammar, or a list that is not there */
    static PhraseGrammar parse(List<String> lines) {
        PhraseGrammar grammar = new PhraseGrammar();
        String section = "";
        String name = "";
        for (String raw : lines) {
            String line = raw.strip();
            Matcher head = SECTION.matcher(line);
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (head.matches()) {
                section = head.group(1);
                name = head.group(2) == null ? "" : head.group(2);
            } else {
                grammar.add(section, name, line);
            }
        }
        grammar.check();
        return grammar;
    }

    private void add(String section, String name, String line) {
        switch (section) {
            case "open" -> openings.add(line);
            case "close" -> closings.add(line);
            case "frames" ->
                frames.computeIfAbsent(name, kind -> new ArrayList<>()).add(line);
            case "lists" -> choices(line, lists);
            case "intent" -> choices(line, phrases.computeIfAbsent(Intent.valueOf(name), intent -> new HashMap<>()));
            default -> throw new IllegalArgumentException("in no section: " + line);
        }
    }

    /** A name may come again and have more choices. */
    private static void choices(String line, Map<String, List<String>> to) {
        int sign = line.indexOf('=');
        if (sign < 0) {
            throw new IllegalArgumentException("no choices: " + line);
        }
        List<String> choices = to.computeIfAbsent(line.substring(0, sign).strip(), name -> new ArrayList<>());
        for (String choice : line.substring(sign + 1).split("\\|", -1)) {
            choices.add(choice.strip());
        }
    }

    private void check() {
        phrases.forEach((intent, kinds) -> kinds.keySet().stream()
                .filter(kind -> !kind.equals(WHOLE) && !frames.containsKey(kind))
                .forEach(kind -> {
                    throw new IllegalArgumentException(intent + ": no frames " + kind);
                }));
        Stream.concat(lists.values().stream(), phrases.values().stream().flatMap(kinds -> kinds.values().stream()))
                .flatMap(List::stream)
                .forEach(phrase -> SLOT.matcher(phrase)
                        .results()
                        .map(slot -> slot.group(1))
                        .forEach(slot -> {
                            if (!lists.containsKey(slot)) {
                                throw new IllegalArgumentException("no list " + slot + ": " + phrase);
                            }
                        }));
    }

    /** The same without the phrases and frames that are held out, or with those alone; a fifth of each. */
    PhraseGrammar part(boolean heldOut, long seed) {
        PhraseGrammar part = new PhraseGrammar();
        part.lists.putAll(lists);
        part.openings.addAll(openings);
        part.closings.addAll(closings);
        frames.forEach((kind, all) -> part.frames.put(kind, part(all, heldOut, seed)));
        phrases.forEach((intent, kinds) -> {
            Map<String, List<String>> own = new HashMap<>();
            kinds.forEach((kind, all) -> own.put(kind, part(all, heldOut, seed)));
            part.phrases.put(intent, own);
        });
        return part;
    }

    private static List<String> part(List<String> all, boolean heldOut, long seed) {
        List<String> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));
        int held = (shuffled.size() + Sentences.HELD_OUT - 1) / Sentences.HELD_OUT;
        return List.copyOf(heldOut ? shuffled.subList(0, held) : shuffled.subList(held, shuffled.size()));
    }

    /** Different messages, at most {@code most}. */
    List<String> messages(Intent intent, int most, Random random) {
        Map<String, List<String>> kinds = phrases.getOrDefault(intent, Map.of());
        List<String> framed = kinds.keySet().stream()
                .filter(kind -> !kind.equals(WHOLE) && !kinds.get(kind).isEmpty())
                .sorted()
                .toList();
        Set<String> messages = new LinkedHashSet<>();
        for (int tries = 0; tries < most * TRIES && messages.size() < most && !kinds.isEmpty(); tries++) {
            boolean whole = !kinds.getOrDefault(WHOLE, List.of()).isEmpty()
                    && (framed.isEmpty() || random.nextDouble() < WHOLE_SHARE);
            String kind = whole ? WHOLE : one(framed, random);
            String phrase = one(kinds.get(kind), random);
            String message = whole ? phrase : one(frames.get(kind), random).replace("{" + kind + "}", phrase);
            messages.add(surrounded(filled(message, random), random));
        }
        return List.copyOf(messages);
    }

    private String surrounded(String message, Random random) {
        String opened = !openings.isEmpty() && random.nextDouble() < OPENED
                ? filled(one(openings, random), random) + " " + message
                : message;
        return !closings.isEmpty() && random.nextDouble() < CLOSED
                ? opened + " " + filled(one(closings, random), random)
                : opened;
    }

    private String filled(String phrase, Random random) {
        String text = phrase;
        for (int depth = 0; depth < DEPTH && text.indexOf('{') >= 0; depth++) {
            text = SLOT.matcher(text)
                    .replaceAll(slot -> Matcher.quoteReplacement(one(lists.get(slot.group(1)), random)));
        }
        return text;
    }

    private static String one(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
