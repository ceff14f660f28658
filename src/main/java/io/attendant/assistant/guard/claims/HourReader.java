package io.attendant.assistant.guard.claims;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds times of day that are told in words: noon, half past six, "Viertel nach vier", "dix heures trente". */
final class HourReader {
    private static final int NOON = 12;
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    private final Words words;
    private final Pattern noon;
    private final Pattern named;
    private final Pattern minutes;
    /** What is said before or after an hour, by the minutes that it adds. */
    private final Map<Integer, Pattern> before = new TreeMap<>();

    private final Map<Integer, Pattern> after = new TreeMap<>();
    /** Hours that have words of their own: Polish counts them like places. */
    private final Map<String, Integer> names = new HashMap<>();

    HourReader(Words words) {
        this.words = words;
        words.list("hours")
                .forEach(entry -> names.put(
                        entry.substring(0, entry.indexOf(':')),
                        Integer.valueOf(entry.substring(entry.indexOf(':') + 1))));
        String name = names.isEmpty() ? "(?!)" : String.join("|", names.keySet());
        String number = "(\\d{1,2}|" + words.numberWords() + "|" + words.source("one") + "|" + name + ")";
        String end = "(?![\\p{L}\\d])";
        this.noon = words.pattern("noon");
        this.named = Pattern.compile("(?<=(?<!\\p{L})(?:" + words.source("hour.before") + ")\\s)(" + name + ")" + end);
        this.minutes = Pattern.compile(
                "(?<![\\p{L}\\d])" + number + "\\s(?:" + words.source("hour.word") + ")\\s" + number + end);
        words.family("clockBefore.")
                .forEach((added, any) -> before.put(
                        Integer.valueOf(added),
                        Pattern.compile(
                                "(?<!\\p{L})(?:" + words.source("clockBefore." + added) + ")\\s" + number + end)));
        words.family("clockAfter.")
                .forEach((added, any) -> after.put(
                        Integer.valueOf(added),
                        Pattern.compile("(?<![\\p{L}\\d])" + number + "\\s(?:" + words.source("clockAfter." + added)
                                + ")" + end)));
    }

    void read(StringBuilder rest, List<Mention> mentions) {
        MentionReader.take(rest, noon, match -> add(match.start(), match.end(), NOON * HOUR, mentions));
        before.forEach((added, pattern) -> take(rest, pattern, added, mentions));
        after.forEach((added, pattern) -> take(rest, pattern, added, mentions));
        take(rest, minutes, 0, mentions);
        take(rest, named, 0, mentions);
    }

    private void take(StringBuilder rest, Pattern pattern, int added, List<Mention> mentions) {
        Matcher matcher = pattern.matcher(rest.toString());
        while (matcher.find()) {
            int minute = matcher.groupCount() > 1 ? value(matcher.group(2)) : added;
            int time = value(matcher.group(1)) * HOUR + minute;
            if (time >= 0 && time < DAY) {
                add(matcher.start(), matcher.end(), time, mentions);
                MentionReader.blank(rest, matcher.start(), matcher.end());
            }
        }
    }

    private int value(String name) {
        if (names.containsKey(name)) {
            return names.get(name);
        }
        if (Character.isDigit(name.charAt(0))) {
            return Integer.parseInt(name);
        }
        return words.number(name).map(Number::intValue).orElse(1);
    }

    private static void add(int start, int end, int time, List<Mention> mentions) {
        mentions.add(new Mention.Clock(start, end, time / HOUR, time % HOUR, true));
    }
}
