package io.attendant.assistant.guard.claims;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Checks days and times of day. */
final class DateCheck {
    private static final int WEEK = 7;
    /** A date without a year is the one next to today. */
    private static final int HALF_A_YEAR = 183;

    /** A weekday this close to a date names the same day. */
    private static final int APPOSITION = 8;
    /** How far from a number of days the word may stand that tells where they are counted to. */
    private static final int NEARBY = 14;
    /** The unit stands between the number and what follows. */
    private static final int BEYOND = 24;

    private static final int MINUTES = 60;
    private static final int NOON = 12;

    private DateCheck() {}

    static List<Claim> check(Sentence sentence, Evidence evidence) {
        List<Claim> claims = new ArrayList<>();
        List<Binding.Value> bound = new ArrayList<>();
        List<Mention> mentions = sentence.mentions();
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            switch (mention) {
                case Mention.Day day -> days(mention, day.readings(), sentence, evidence, claims, bound);
                case Mention.Relative relative -> {
                    if (isClaim(relative, sentence)) {
                        CalendarDay day = CalendarDay.of(evidence.today.plusDays(relative.days()));
                        days(mention, List.of(day), sentence, evidence, claims, bound);
                    }
                }
                case Mention.Weekday weekday when sentence.words().has("unknown", sentence.folded()) -> {
                    // That nothing is known of a day tells nothing of it.
                }
                case Mention.Weekday weekday
                when isClosing(sentence, evidence) -> {
                    if (evidence.all.weekdays.contains(weekday.day())) {
                        claims.add(sentence.claim(Claim.Kind.DATE, weekday.start(), weekday.end()));
                    }
                }
                case Mention.Weekday weekday -> {
                    Optional<Mention.Day> date = beside(weekday, mentions);
                    if (date.isPresent()) {
                        if (!falls(date.get(), weekday.day(), evidence.today)) {
                            claims.add(sentence.claim(Claim.Kind.DATE, weekday.start(), weekday.end()));
                        }
                    } else if (weekday.recurring() && !evidence.all.weekdays.contains(weekday.day())) {
                        claims.add(sentence.claim(Claim.Kind.DATE, weekday.start(), weekday.end()));
                    } else if (!sentence.isQuestion()
                            && (isOfOrder(sentence, weekday) || !evidence.all.weekdays.contains(weekday.day()))) {
                        days(mention, around(weekday.day(), evidence.today), sentence, evidence, claims, bound);
                    }
                }
                case Mention.Week week -> {
                    Clause clause = sentence.clause(week.start());
                    if (!clause.question()
                            && !clause.conditional()
                            && !clause.negated()
                            && !isInWeek(week.weeks(), evidence)) {
                        claims.add(sentence.claim(Claim.Kind.DATE, week.start(), week.end()));
                    }
                }
                case Mention.Clock clock -> {
                    boolean vouched = evidence.all.minutes.contains(clock.hour() * MINUTES + clock.minute())
                            || (clock.spoken()
                                    && evidence.all.minutes.contains((clock.hour() + NOON) * MINUTES + clock.minute()))
                            || (clock.minute() == 0
                                    && evidence.all.counts.stream()
                                            .anyMatch(count -> (count.unit().equals("hour")
                                                            && count.value().intValue() == clock.hour())
                                                    || (count.unit().isEmpty()
                                                            && count.value().intValue() == clock.hour() % 12)));
                    if (!vouched && !sentence.isQuestion()) {
                        claims.add(sentence.claim(Claim.Kind.TIME, clock.start(), clock.end()));
                    }
                }
                default -> {
                    // Not a time.
                }
            }
        }
        List<Names.Anchor> anchors = FigureCheck.anchors(sentence, facts -> !facts.dates.isEmpty());
        if (!anchors.isEmpty()) {
            Binding.unvouched(bound, anchors)
                    .forEach(value -> claims.add(sentence.claim(Claim.Kind.DATE, value.start(), value.end())));
        }
        return claims;
    }

    private static void days(
            Mention mention,
            List<CalendarDay> readings,
            Sentence sentence,
            Evidence evidence,
            List<Claim> claims,
            List<Binding.Value> bound) {
        boolean text =
                readings.stream().anyMatch(reading -> evidence.all.days.stream().anyMatch(reading::matches));
        boolean denied = sentence.isNegated()
                && readings.stream()
                        .anyMatch(reading -> evidence.said.days.stream().anyMatch(reading::matches));
        if (text || denied || isDeniedArrival(sentence, mention)) {
            return;
        }
        Set<Facts.Role> roles = roles(sentence, mention);
        if (vouches(readings, roles, evidence.common)
                || vouches(readings, roles, evidence.card)
                || (vouches(readings, roles, evidence.loose) && evidence.things.isEmpty())) {
            return;
        }
        if (vouches(readings, roles, evidence.records) && sentence.isOfRest(mention.start())) {
            return;
        }
        if (vouches(readings, roles, evidence.records)) {
            bound.add(new Binding.Value(mention.start(), mention.end(), facts -> vouches(readings, roles, facts)));
        } else {
            claims.add(sentence.claim(Claim.Kind.DATE, mention.start(), mention.end()));
        }
    }

    /** "Nothing came on Tuesday": any day may be denied to have been the one. */
    private static boolean isDeniedArrival(Sentence sentence, Mention mention) {
        Clause clause = sentence.clause(mention.start());
        return clause.negated()
                && clause.asserts()
                && (sentence.words().has("role.DELIVERED", clause.text())
                        || sentence.words().has("status.DELIVERED", clause.text()));
    }

    /** Today is often said without telling a date: "I can't do more today". */
    private static boolean isClaim(Mention.Relative relative, Sentence sentence) {
        Clause clause = sentence.clause(relative.start());
        if (clause.question() || clause.conditional()) {
            return false;
        }
        return relative.days() != 0 || sentence.words().has("event", clause.text());
    }

    private static boolean vouches(List<CalendarDay> readings, Set<Facts.Role> roles, Facts facts) {
        return roles.stream()
                .flatMap(role -> dates(role, facts))
                .map(CalendarDay::of)
                .anyMatch(date -> readings.stream().anyMatch(date::matches));
    }

    /** Where no delivery is known, what is said of one is measured by what is known of the parcel. */
    private static Stream<LocalDate> dates(Facts.Role role, Facts facts) {
        Set<LocalDate> dates = facts.dates.getOrDefault(role, Set.of());
        if (role == Facts.Role.DELIVERED && dates.isEmpty()) {
            boolean shipped = facts.dates.containsKey(Facts.Role.EXPECTED) || facts.dates.containsKey(Facts.Role.OTHER);
            return (shipped ? Stream.of(Facts.Role.EXPECTED, Facts.Role.OTHER) : Stream.of(Facts.Role.PLACED))
                    .flatMap(other -> facts.dates.getOrDefault(other, Set.of()).stream());
        }
        return dates.stream();
    }

    /** What the date must be the date of, as far as the clause says it. */
    private static Set<Facts.Role> roles(Sentence sentence, Mention mention) {
        String clause = sentence.clause(mention.start()).text();
        Words words = sentence.words();
        if (words.has("role.EXPIRY", clause)) {
            return EnumSet.allOf(Facts.Role.class);
        }
        if (words.has("role.FROM", lastWords(sentence.folded().substring(0, mention.start())))) {
            return EnumSet.of(Facts.Role.PLACED, Facts.Role.OTHER, Facts.Role.DELIVERED, Facts.Role.EXPECTED);
        }
        Set<Facts.Role> roles = EnumSet.noneOf(Facts.Role.class);
        // When parcels come doesn't tell when money does.
        if (words.has("money.back", clause) && !words.has("role.PLACED", clause)) {
            return EnumSet.of(Facts.Role.OTHER);
        }
        if (words.has("role.PLACED", clause)) {
            roles.add(Facts.Role.PLACED);
        }
        if (words.has("role.EXPECTED", clause)) {
            roles.add(Facts.Role.EXPECTED);
        } else if (words.has("role.DELIVERED", clause)) {
            roles.add(Facts.Role.DELIVERED);
        }
        return roles.size() == 1 ? roles : EnumSet.complementOf(EnumSet.of(Facts.Role.EXPIRY));
    }

    /** Whether it says when a shop is closed, and the texts tell only when it is open. */
    private static boolean isClosing(Sentence sentence, Evidence evidence) {
        Words words = sentence.words();
        String beside = words.pattern("closed").matcher(sentence.folded()).replaceAll(" ");
        return words.has("closed", sentence.folded())
                && !words.has("opens", beside)
                && !evidence.all.weekdays.isEmpty()
                && !sentence.words().has("closed", evidence.corpus);
    }

    /** Opening hours don't tell when a parcel comes. */
    private static boolean isOfOrder(Sentence sentence, Mention weekday) {
        String clause = sentence.clause(weekday.start()).text();
        return sentence.words().has("status.DELIVERED", clause)
                || sentence.words().has("role.PLACED", clause)
                || sentence.words().has("arrival", clause);
    }

    private static Optional<Mention.Day> beside(Mention.Weekday weekday, List<Mention> mentions) {
        return mentions.stream()
                .filter(Mention.Day.class::isInstance)
                .map(Mention.Day.class::cast)
                .filter(day -> day.start() >= weekday.end()
                        ? day.start() - weekday.end() <= APPOSITION
                        : weekday.start() >= day.end() && weekday.start() - day.end() <= APPOSITION)
                .findFirst();
    }

    private static boolean falls(Mention.Day date, DayOfWeek weekday, LocalDate today) {
        return date.readings().stream()
                .anyMatch(reading -> IntStream.of(0, -1, 1)
                        .map(years -> reading.year().orElse(today.getYear() + years))
                        .filter(reading.day()::isValidYear)
                        .mapToObj(reading.day()::atYear)
                        .filter(day -> reading.year().isPresent()
                                || Math.abs(ChronoUnit.DAYS.between(today, day)) <= HALF_A_YEAR)
                        .anyMatch(day -> day.getDayOfWeek() == weekday));
    }

    private static List<CalendarDay> around(DayOfWeek weekday, LocalDate today) {
        return IntStream.rangeClosed(-WEEK, WEEK)
                .mapToObj(today::plusDays)
                .filter(date -> date.getDayOfWeek() == weekday)
                .map(CalendarDay::of)
                .toList();
    }

    /** Whether it is said how far away a day is, and the evidence has a date that far away. */
    static boolean isDaysAway(Mention.Quantity quantity, Sentence sentence, Evidence evidence) {
        int length = quantity.unit().equals("day") ? 1 : quantity.unit().equals("week") ? WEEK : 0;
        if (length == 0 || quantity.upper().isPresent()) {
            return false;
        }
        String before = sentence.folded().substring(0, quantity.start());
        String after = sentence.folded().substring(quantity.end());
        Words words = sentence.words();
        boolean past = words.has("days.past", lastWords(before)) || words.has("days.pastAfter", firstWords(after));
        boolean future = words.has("days.future", lastWords(before));
        if (words.has("days.late", firstWords(after))) {
            return quantity.values().stream().anyMatch(value -> isDelay(value.intValue() * length, evidence));
        }
        boolean between = words.has("days.between", firstWords(after));
        return quantity.values().stream().anyMatch(value -> {
            int days = value.intValue() * length;
            return (between && isDifference(days, evidence))
                    || (past && isKnown(evidence.today.minusDays(days), evidence))
                    || (future && isKnown(evidence.today.plusDays(days), evidence));
        });
    }

    /** Whether it tells how long ago something of an order happened. */
    static boolean isOfPast(Mention.Quantity quantity, Sentence sentence) {
        Words words = sentence.words();
        boolean days = quantity.unit().equals("day") || quantity.unit().equals("week");
        boolean ago = words.has("days.pastAfter", firstWords(sentence.folded().substring(quantity.end())))
                || words.has("days.ago", lastWords(sentence.folded().substring(0, quantity.start())));
        Clause clause = sentence.clause(quantity.start());
        return days
                && ago
                && clause.asserts()
                && quantity.upper().isEmpty()
                && (words.has("role.PLACED", clause.text()) || words.has("role.DELIVERED", clause.text()));
    }

    /** "On the 21st": the number names a day if one is known that has it, of what the sentence speaks of. */
    static boolean isDayOfMonth(
            Mention.Quantity quantity, Set<BigDecimal> values, Sentence sentence, Evidence evidence) {
        boolean named = quantity.unit().isEmpty()
                && sentence.words()
                        .pattern("day.before")
                        .matcher(lastWords(sentence.folded().substring(0, quantity.start())))
                        .find();
        return named
                && roles(sentence, quantity).stream()
                        .flatMap(role -> dates(role, evidence.all))
                        .anyMatch(date -> values.contains(BigDecimal.valueOf(date.getDayOfMonth())));
    }

    /** "From nine to five": the number names an hour if one is known, of either half of the day. */
    static boolean isHour(Mention.Quantity quantity, Set<BigDecimal> values, Sentence sentence, Evidence evidence) {
        boolean named = (quantity.unit().isEmpty() || quantity.unit().equals("hour"))
                && (quantity.upper().isPresent()
                        || sentence.words()
                                .pattern("hour.before")
                                .matcher(lastWords(sentence.folded().substring(0, quantity.start())))
                                .find());
        return named
                && values.stream()
                        .anyMatch(value -> evidence.all.minutes.contains(value.intValue() * MINUTES)
                                || evidence.all.minutes.contains((value.intValue() + NOON) * MINUTES));
    }

    private static String lastWords(String text) {
        return text.substring(Math.max(0, text.length() - NEARBY));
    }

    private static String firstWords(String text) {
        return text.substring(0, Math.min(text.length(), BEYOND));
    }

    private static boolean isInWeek(int weeks, Evidence evidence) {
        LocalDate monday = evidence.today.with(DayOfWeek.MONDAY).plusWeeks(weeks);
        return IntStream.range(0, WEEK).mapToObj(monday::plusDays).anyMatch(day -> isKnown(day, evidence));
    }

    private static boolean isDifference(int days, Evidence evidence) {
        List<LocalDate> dates = Stream.concat(
                        evidence.all.dates.values().stream().flatMap(Set::stream), Stream.of(evidence.today))
                .distinct()
                .toList();
        return dates.stream().anyMatch(date -> dates.contains(date.plusDays(days)));
    }

    /** Whether something came so many days after it was expected, or hasn't come so many days after. */
    private static boolean isDelay(int days, Evidence evidence) {
        List<LocalDate> ends = Stream.of(Facts.Role.EXPECTED, Facts.Role.DELIVERED)
                .flatMap(role -> evidence.all.dates.getOrDefault(role, Set.of()).stream())
                .toList();
        return evidence.all.dates.getOrDefault(Facts.Role.EXPECTED, Set.of()).stream()
                .map(date -> date.plusDays(days))
                .anyMatch(date -> date.equals(evidence.today) || ends.contains(date));
    }

    private static boolean isKnown(LocalDate date, Evidence evidence) {
        return evidence.all.dates.entrySet().stream()
                .anyMatch(entry ->
                        entry.getKey() != Facts.Role.EXPIRY && entry.getValue().contains(date));
    }
}
