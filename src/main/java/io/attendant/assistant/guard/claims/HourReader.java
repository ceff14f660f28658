package io.attendant.assistant.guard.claims;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds times of day that are told in words: noon, half past six, "halb sieben". */
final class HourReader {
    private static final int NOON = 12;
    private static final int HALF = 30;
    private static final int DAY = 24;

    private final Words words;
    private final Pattern noon;
    private final Pattern halfPast;
    private final Pattern halfTo;
    private final Pattern named;
    /** Hours that have words of their own: Polish counts them like places. */
    private final Map<String, Integer> names = new HashMap<>();

    HourReader(Words words) {
        this.words = words;
        words.list("hours")
                .forEach(entry -> names.put(
                        entry.substring(0, entry.indexOf(':')),
                        Integer.valueOf(entry.substring(entry.indexOf(':') + 1))));
        String name = names.isEmpty() ? "(?!)" : String.join("|", names.keySet());
        String hour = "(\\d{1,2}|" + words.numberWords() + "|" + words.source("one") + "|" + name + ")(?![\\p{L}\\d])";
        this.noon = words.pattern("noon");
        this.halfPast = Pattern.compile("(?<!\\p{L})(?:" + words.source("half.past") + ")\\s" + hour + "|(?<!\\p{L})"
                + hour + "\\s(?:" + words.source("half.after") + ")(?!\\p{L})");
        this.halfTo = Pattern.compile("(?<!\\p{L})(?:" + words.source("half.to") + ")\\s" + hour);
        this.named = Pattern.compile("(?<=(?<!\\p{L})(?:" + words.source("hour.before") + ")\\s)(" + name + ")(?!\\p{L})");
    }

    void read(StringBuilder rest, List<Mention> mentions) {
        MentionReader.take(rest, noon, match -> mentions.add(clock(match.start(), match.end(), NOON, 0)));
        half(rest, halfPast, 0, mentions);
        half(rest, halfTo, -1, mentions);
        MentionReader.take(
                rest,
                named,
                match -> mentions.add(clock(match.start(), match.end(), names.get(match.group(1)), 0)));
    }

    private void half(StringBuilder rest, Pattern pattern, int shift, List<Mention> mentions) {
        Matcher matcher = pattern.matcher(rest.toString());
        while (matcher.find()) {
            String hour = Optional.ofNullable(matcher.group(1))
                    .orElseGet(() -> matcher.groupCount() > 1 ? matcher.group(2) : "");
            int value = hour(hour) + shift;
            if (value >= 0 && value <= DAY) {
                mentions.add(clock(matcher.start(), matcher.end(), value, HALF));
                MentionReader.blank(rest, matcher.start(), matcher.end());
            }
        }
    }

    private int hour(String name) {
        if (names.containsKey(name)) {
            return names.get(name);
        }
        if (Character.isDigit(name.charAt(0))) {
            return Integer.parseInt(name);
        }
        return words.number(name).map(Number::intValue).orElse(1);
    }

    private static Mention.Clock clock(int start, int end, int hour, int minute) {
        return new Mention.Clock(start, end, hour, minute, true);
    }
}
