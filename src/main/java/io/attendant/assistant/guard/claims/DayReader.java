package io.attendant.assistant.guard.claims;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds days and times of day in all their writings. */
final class DayReader {
    private static final Pattern ISO = Pattern.compile(
            "(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?:t(\\d{2}):(\\d{2})(?::\\d{2}(?:\\.\\d+)?)?z?)?(?!\\d)");
    private static final Pattern NUMERIC =
            Pattern.compile("(?<![\\d.,/])(\\d{1,2})([./-])\\s?(\\d{1,2})\\2\\s?(\\d{4}|\\d{2})(?![\\d])");
    private static final Pattern DOTTED = Pattern.compile("(?<![\\d.,/])(\\d{1,2})\\.\\s?(\\d{1,2})\\.(?!\\d)");
    private static final Pattern SLASHED = Pattern.compile("(?<![\\d.,/])(\\d{1,2})/(\\d{1,2})(?![\\d/%])");
    private static final Pattern CLOCK = Pattern.compile(
            "(?<![\\d.,:])(\\d{1,2})(?::|\\s?h\\s?)(\\d{2})(?![\\d:])\\s?(a\\.?m\\.?|p\\.?m\\.?)?(?!\\p{L})");
    private static final Pattern HOUR = Pattern.compile(
            "(?<![\\d.,:])(\\d{1,2})(?:[.:](\\d{2}))?\\s?(a\\.?m\\.?(?!\\p{L})|p\\.?m\\.?(?!\\p{L})|uhr)");
    /** "From 9.00 to 17.30 uur": the point parts hours from minutes where the word for it follows. */
    private static final Pattern POINTED = Pattern.compile(
            "(?<![\\d.,:])(\\d{1,2})\\.(\\d{2})(?=\\s?(?:uur|uhr|h)(?!\\p{L})|\\s?(?:tot|bis|-|–)\\s?\\d{1,2}\\.\\d{2}\\s?(?:uur|uhr|h)(?!\\p{L}))(?:\\s?(?:uur|uhr|h))?");

    private static final String YEAR = "(?:,?\\s+(?:(?:de|del|do|van|of)\\s+)?(\\d{4})(?!\\d))?";
    private static final int NOON = 12;

    private final Pattern dayBeforeMonth;
    private final Pattern daysBeforeMonth;
    private final Pattern monthBeforeDay;
    private final Pattern monthBeforeDays;
    private final List<Pattern> months = new ArrayList<>();
    private final List<Pattern> weekdays = new ArrayList<>();
    private final Pattern recurring;
    private final List<RelativeWord> relatives = new ArrayList<>();

    private final List<RelativeWord> weeks = new ArrayList<>();

    private record RelativeWord(int days, Pattern pattern) {}

    private final HourReader hours;
    private final Pattern through;

    DayReader(Words words) {
        this.hours = new HourReader(words);
        this.through = Pattern.compile("\\s*(?:" + words.source("through") + ")\\s*");
        String month = "(" + String.join("|", words.list("months")) + ")(?!\\p{L})";
        // Elsewhere a month before a number is a word: "mają 10 %".
        String first = words.source("monthFirst").equals("yes") ? "" : "(?!)";
        String ordinal = "(?:st|nd|rd|th|er|\\.|º|ª|°|e)?";
        String join = "\\s*(?:(?:" + words.source("dateJoin") + ")\\s+)?";
        String range = "\\s?(?:" + words.source("range") + ")\\s?(?:" + words.source("dateJoin") + ")?\\s?";
        this.dayBeforeMonth = Pattern.compile("(?<![\\d.,])(\\d{1,2})" + ordinal + join + month + "\\.?" + YEAR);
        this.daysBeforeMonth = Pattern.compile(
                "(?<![\\d.,])(\\d{1,2})" + ordinal + range + "(\\d{1,2})" + ordinal + join + month + "\\.?" + YEAR);
        this.monthBeforeDay = Pattern.compile(
                "(?<!\\p{L})" + first + month + "\\.?\\s+(?:the )?(\\d{1,2})(?!\\d|\\s?[:%])" + ordinal + YEAR);
        this.monthBeforeDays = Pattern.compile("(?<!\\p{L})" + first + month + "\\.?\\s+(\\d{1,2})" + ordinal + range
                + "(\\d{1,2})(?![\\d:%])" + ordinal + "(?!\\s*\\p{L}*" + month + ")" + YEAR);
        words.list("months").forEach(name -> months.add(Pattern.compile(name)));
        words.list("weekdays").forEach(name -> weekdays.add(Pattern.compile("(?<!\\p{L})(?:" + name + ")(?!\\p{L})")));
        this.recurring = Pattern.compile("(?:" + words.source("recurring") + ")");
        words.family("weeks.")
                .forEach((number, pattern) -> weeks.add(new RelativeWord(Integer.parseInt(number), pattern)));
        // The longer first: the day after tomorrow holds tomorrow.
        words.family("relative.")
                .forEach((days, pattern) -> relatives.add(new RelativeWord(Integer.parseInt(days), pattern)));
        relatives.sort((one, other) -> Math.abs(other.days()) - Math.abs(one.days()));
    }

    void read(StringBuilder rest, List<Mention> mentions) {
        MentionReader.take(rest, ISO, match -> {
            day(match, 1, 2, 3, mentions);
            if (match.group(4) != null) {
                clock(match, 4, 5, null, mentions);
            }
        });
        takeDays(rest, NUMERIC, mentions, match -> readings(match.group(4), match.group(1), match.group(3)));
        takeDays(rest, daysBeforeMonth, mentions, match -> {
            Optional<CalendarDay> first = CalendarDay.of(
                    MentionReader.integer(match.group(4)), month(match.group(3)), Integer.parseInt(match.group(1)));
            first.ifPresent(day -> mentions.add(new Mention.Day(match.start(), match.end(), List.of(day))));
            return CalendarDay.of(
                            MentionReader.integer(match.group(4)),
                            month(match.group(3)),
                            Integer.parseInt(match.group(2)))
                    .stream()
                    .toList();
        });
        takeDays(
                rest,
                dayBeforeMonth,
                mentions,
                match -> CalendarDay.of(
                                MentionReader.integer(match.group(3)),
                                month(match.group(2)),
                                Integer.parseInt(match.group(1)))
                        .stream()
                        .toList());
        takeDays(rest, monthBeforeDays, mentions, match -> {
            CalendarDay.of(Optional.empty(), month(match.group(1)), Integer.parseInt(match.group(2)))
                    .ifPresent(day -> mentions.add(new Mention.Day(match.start(), match.end(), List.of(day))));
            return CalendarDay.of(Optional.empty(), month(match.group(1)), Integer.parseInt(match.group(3))).stream()
                    .toList();
        });
        takeDays(
                rest,
                monthBeforeDay,
                mentions,
                match -> CalendarDay.of(
                                MentionReader.integer(match.group(3)),
                                month(match.group(1)),
                                Integer.parseInt(match.group(2)))
                        .stream()
                        .toList());
        MentionReader.take(rest, POINTED, match -> clock(match, 1, 2, null, mentions));
        MentionReader.take(rest, CLOCK, match -> clock(match, 1, 2, match.group(3), mentions));
        MentionReader.take(rest, HOUR, match -> clock(match, 1, 2, match.group(3), mentions));
        hours.read(rest, mentions);
        relatives.forEach(word -> MentionReader.take(
                rest,
                word.pattern(),
                match -> mentions.add(new Mention.Relative(match.start(), match.end(), word.days()))));
        weeks.forEach(word -> MentionReader.take(
                rest,
                word.pattern(),
                match -> mentions.add(new Mention.Week(match.start(), match.end(), word.days()))));
        for (DayOfWeek day : DayOfWeek.values()) {
            MentionReader.take(
                    rest,
                    weekdays.get(day.ordinal()),
                    match -> mentions.add(new Mention.Weekday(
                            match.start(),
                            match.end(),
                            day,
                            recurring.matcher(match.group()).find())));
        }
        mentions.addAll(daysBetween(rest, mentions));
    }

    /** "Tuesday to Friday" speaks of Wednesday too. */
    private List<Mention> daysBetween(StringBuilder rest, List<Mention> mentions) {
        List<Mention.Weekday> days = mentions.stream()
                .filter(Mention.Weekday.class::isInstance)
                .map(Mention.Weekday.class::cast)
                .sorted(Comparator.comparingInt(Mention.Weekday::start))
                .toList();
        List<Mention> between = new ArrayList<>();
        for (int i = 1; i < days.size(); i++) {
            Mention.Weekday first = days.get(i - 1);
            Mention.Weekday last = days.get(i);
            if (through.matcher(rest.substring(first.end(), last.start())).matches()) {
                for (DayOfWeek day = first.day().plus(1); day != last.day(); day = day.plus(1)) {
                    between.add(new Mention.Weekday(last.start(), last.end(), day, last.recurring()));
                }
            }
        }
        return between;
    }

    /** Days without month name and year; an amount at the end of a sentence looks like one: "$8.25." */
    void readShort(StringBuilder rest, List<Mention> mentions) {
        takeDays(rest, DOTTED, mentions, match -> readings(null, match.group(1), match.group(2)));
        takeDays(rest, SLASHED, mentions, match -> readings(null, match.group(1), match.group(2)));
    }

    private interface Readings {
        List<CalendarDay> of(MatchResult match);
    }

    private static void takeDays(StringBuilder rest, Pattern pattern, List<Mention> mentions, Readings readings) {
        Matcher matcher = pattern.matcher(rest.toString());
        while (matcher.find()) {
            List<CalendarDay> days = readings.of(matcher.toMatchResult());
            if (!days.isEmpty()) {
                mentions.add(new Mention.Day(matcher.start(), matcher.end(), days));
                MentionReader.blank(rest, matcher.start(), matcher.end());
            }
        }
    }

    private static void day(MatchResult match, int year, int month, int day, List<Mention> mentions) {
        CalendarDay.of(
                        MentionReader.integer(match.group(year)),
                        Integer.parseInt(match.group(month)),
                        Integer.parseInt(match.group(day)))
                .ifPresent(reading -> mentions.add(new Mention.Day(match.start(), match.end(), List.of(reading))));
    }

    /** Day and month in either order, where the calendar allows it. */
    private static List<CalendarDay> readings(String year, String first, String second) {
        List<CalendarDay> days = new ArrayList<>();
        Optional<Integer> written = MentionReader.integer(year);
        CalendarDay.of(written, Integer.parseInt(second), Integer.parseInt(first))
                .ifPresent(days::add);
        CalendarDay.of(written, Integer.parseInt(first), Integer.parseInt(second))
                .ifPresent(days::add);
        return days;
    }

    private static void clock(MatchResult match, int hour, int minute, String half, List<Mention> mentions) {
        int hours = Integer.parseInt(match.group(hour));
        int minutes = match.group(minute) == null ? 0 : Integer.parseInt(match.group(minute));
        if (half != null && half.startsWith("p") && hours < NOON) {
            hours += NOON;
        } else if (half != null && half.startsWith("a") && hours == NOON) {
            hours = 0;
        }
        mentions.add(new Mention.Clock(match.start(), match.end(), hours, minutes, false));
    }

    private int month(String name) {
        for (int month = 0; month < months.size(); month++) {
            if (months.get(month).matcher(name).matches()) {
                return month + 1;
            }
        }
        throw new IllegalStateException("no month: " + name);
    }
}
