package io.attendant.assistant.guard.claims;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds numbers and what they count. */
final class QuantityReader {
    /** What is there only one of as a matter of course. */
    private static final Set<String> UNCOUNTED = Set.of("free", "times");

    private static final Set<String> TIMES = Set.of("day", "week", "month", "year", "hour");
    /** A number may be this many words before what it counts: "two of your last orders". */
    private static final int REACH = 4;
    /** "Only" may be this many letters before the one. */
    private static final int ONLY_REACH = 16;

    private static final Pattern NEXT_WORD =
            Pattern.compile("(?:[\\s-]*(?:'s\\s+)?|')(\\p{L}[\\p{L}']*|\"|°\\s?[cf]?)");

    private final Words words;
    private final Pattern number;
    private final Pattern oneTime;
    /** "One to two": what is an article elsewhere begins a range. */
    private final Pattern oneTo;

    private final Pattern rangeSign;
    private final Pattern joins;
    private final Pattern only;
    private final Pattern marker;
    private final Map<String, Pattern> units;
    /** Lengths of time that have words of their own: half a year is six months. */
    private final Map<String, Pattern> lengths;

    QuantityReader(Words words) {
        this.words = words;
        String any = "(?:(?<![\\d.,])" + Numbers.DIGITS + "|(?<!\\p{L})(?:" + words.numberWords() + ")(?!\\p{L}))";
        this.number = Pattern.compile(any);
        this.rangeSign = Pattern.compile("\\s?(?:" + words.source("range") + ")\\s?$");
        this.oneTime = Pattern.compile("(?<![\\p{L}\\d])(?:" + words.source("one") + ")(?![\\p{L}\\d])");
        this.oneTo = Pattern.compile(
                "(?<![\\p{L}\\d])(?:" + words.source("oneTo") + ")\\s(?:" + words.source("range") + ")\\s$");
        this.joins = Pattern.compile("(?:" + words.source("dateJoin") + ")");
        this.only = Pattern.compile("(?<!\\p{L})(?:" + words.source("only") + ")(?:\\s\\p{L}+)?\\s$");
        this.marker = Pattern.compile("(?<!\\p{L})(?:" + words.source("marker") + ")\\s*$");
        this.units = words.family("unit.");
        this.lengths = words.family("length.");
    }

    private record Found(int start, int end, Set<BigDecimal> values, Unit unit) {}

    private record Unit(String name, String noun, boolean near) {}

    void read(StringBuilder rest, List<Mention> mentions) {
        lengths.forEach((length, pattern) -> MentionReader.take(
                rest,
                pattern,
                match -> mentions.add(new Mention.Quantity(
                        match.start(),
                        match.end(),
                        Set.of(Numbers.plain(length.substring(0, length.indexOf('.')))),
                        Optional.empty(),
                        length.substring(length.indexOf('.') + 1),
                        ""))));
        String text = rest.toString();
        Matcher matcher = number.matcher(text);
        Found before = null;
        while (matcher.find()) {
            String found = matcher.group();
            Set<BigDecimal> values = words.number(found).map(Set::of).orElseGet(() -> Numbers.readings(found));
            Found now = new Found(matcher.start(), matcher.end(), values, unit(text, matcher.end()));
            if (before != null && isRange(text, before, now)) {
                mentions.add(new Mention.Quantity(
                        before.start(),
                        now.end(),
                        before.values(),
                        Optional.of(values),
                        now.unit().name(),
                        now.unit().noun()));
                before = null;
                continue;
            }
            if (before != null) {
                add(before, text, mentions);
                before = null;
            }
            Matcher one = oneTo.matcher(text.substring(Math.max(0, now.start() - ONLY_REACH), now.start()));
            if (one.find()) {
                mentions.add(new Mention.Quantity(
                        now.start() - one.group().length(),
                        now.end(),
                        Set.of(BigDecimal.ONE),
                        Optional.of(values),
                        now.unit().name(),
                        now.unit().noun()));
                continue;
            }
            before = now;
        }
        if (before != null) {
            add(before, text, mentions);
        }
        ones(text, mentions);
    }

    private boolean isRange(String text, Found before, Found now) {
        String between = text.substring(before.end(), now.start());
        return rangeSign.matcher(between).matches();
    }

    private void add(Found found, String text, List<Mention> mentions) {
        if (!marker.matcher(text.substring(Math.max(0, found.start() - 12), found.start()))
                .find()) {
            mentions.add(new Mention.Quantity(
                    found.start(),
                    found.end(),
                    found.values(),
                    Optional.empty(),
                    found.unit().name(),
                    found.unit().noun()));
        }
    }

    /** One is a number only before a length of time; elsewhere the word is an article. */
    private void ones(String text, List<Mention> mentions) {
        Matcher matcher = oneTime.matcher(text);
        while (matcher.find()) {
            Unit unit = unit(text, matcher.end());
            // "Uno solo" counts whatever follows.
            boolean single = matcher.group().indexOf(' ') > 0 && unit.name().isEmpty();
            boolean counts =
                    TIMES.contains(unit.name()) || (isOnly(text, matcher.start()) && !UNCOUNTED.contains(unit.name()));
            if (single || (unit.near() && counts)) {
                mentions.add(new Mention.Quantity(
                        matcher.start(), matcher.end(), Set.of(BigDecimal.ONE), Optional.empty(), unit.name(), ""));
            }
        }
    }

    private boolean isOnly(String text, int at) {
        return only.matcher(text.substring(Math.max(0, at - ONLY_REACH), at)).find();
    }

    private Unit unit(String text, int from) {
        Matcher next = NEXT_WORD.matcher(text);
        int at = from;
        String noun = "";
        for (int word = 0; word < REACH; word++) {
            if (!next.region(at, text.length()).lookingAt()) {
                break;
            }
            String found = next.group(1);
            if (number.matcher(found).matches()
                    || words.pattern("each").matcher(found).matches()
                    || (word > 0 && words.pattern("one").matcher(found).matches())
                    || words.pattern("conditional").matcher(found).matches()) {
                break;
            }
            String unit = unitAt(text, next.start(1));
            // "9 in M" is no length.
            boolean letter = word > 0 && found.length() == 1;
            if (!unit.isEmpty() && !letter) {
                return new Unit(unit, "", word <= 1);
            }
            if (!noun.isEmpty()
                    && words.isFunctionWord(found)
                    && !joins.matcher(found).matches()) {
                break;
            }
            if (word == 0 && rangeSign.matcher(found).matches()) {
                break;
            }
            if (noun.isEmpty() && !words.isFunctionWord(found)) {
                noun = found;
            }
            at = next.end();
        }
        return new Unit("", noun, false);
    }

    private String unitAt(String text, int at) {
        for (Map.Entry<String, Pattern> unit : units.entrySet()) {
            Matcher matcher = unit.getValue().matcher(text);
            boolean attached = at > 0 && Character.isDigit(text.charAt(at - 1));
            if (matcher.region(at, text.length())
                    .useTransparentBounds(!attached)
                    .lookingAt()) {
                return unit.getKey();
            }
        }
        return "";
    }
}
