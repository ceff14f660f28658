package io.attendant.assistant.guard.claims;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one record, or one text, vouches for. Filled while evidence is read, then only read. */
final class Facts {
    /** What a date of an order is the date of. */
    enum Role {
        PLACED,
        EXPECTED,
        DELIVERED,
        /** Until when a proposal can be confirmed. */
        EXPIRY,
        OTHER
    }

    /** @param unit what is counted, as the word files name it; empty for anything */
    record Count(BigDecimal value, String unit, String noun) {}

    record Range(BigDecimal lower, BigDecimal upper, String unit) {}

    /** The currencies of each amount; none means the shop's. */
    final Map<BigDecimal, Set<String>> amounts = new HashMap<>();

    final Set<BigDecimal> refunds = new HashSet<>();
    /** What whole orders came to, of which a product's name may be a part. */
    final Map<BigDecimal, Set<String>> totals = new HashMap<>();

    /** What is left on gift cards. */
    final Set<BigDecimal> balances = new HashSet<>();

    final Set<BigDecimal> percents = new HashSet<>();
    /** Results of calculations: of anything. */
    final Set<BigDecimal> calculated = new HashSet<>();

    final Set<BigDecimal> operands = new HashSet<>();

    final Map<Role, Set<LocalDate>> dates = new EnumMap<>(Role.class);
    final List<CalendarDay> days = new ArrayList<>();
    final Set<DayOfWeek> weekdays = new HashSet<>();
    final Set<Integer> minutes = new HashSet<>();
    final List<Count> counts = new ArrayList<>();
    /** Tracking numbers. */
    final Set<String> codes = new HashSet<>();

    final List<Range> ranges = new ArrayList<>();
    /** Each state of affairs that is true of some part of the record. */
    final List<Set<Status>> states = new ArrayList<>();

    void amount(BigDecimal value, Optional<String> currency) {
        amount(amounts, value, currency);
    }

    void total(BigDecimal value, Optional<String> currency) {
        amount(totals, value, currency);
        amount(amounts, value, currency);
    }

    private static void amount(Map<BigDecimal, Set<String>> to, BigDecimal value, Optional<String> currency) {
        Set<String> currencies = to.computeIfAbsent(Numbers.plain(value.abs()), any -> new HashSet<>());
        currency.ifPresent(currencies::add);
    }

    void date(Role role, LocalDate date) {
        dates.computeIfAbsent(role, any -> new HashSet<>()).add(date);
    }

    void count(long value, String unit) {
        counts.add(new Count(BigDecimal.valueOf(value), unit, ""));
    }

    void state(Set<Status> state) {
        if (!state.isEmpty()) {
            states.add(Set.copyOf(state));
        }
    }

    void add(Facts other) {
        other.amounts.forEach((value, currencies) ->
                amounts.computeIfAbsent(value, any -> new HashSet<>()).addAll(currencies));
        other.totals.forEach((value, currencies) ->
                totals.computeIfAbsent(value, any -> new HashSet<>()).addAll(currencies));
        refunds.addAll(other.refunds);
        balances.addAll(other.balances);
        percents.addAll(other.percents);
        calculated.addAll(other.calculated);
        operands.addAll(other.operands);
        other.dates.forEach((role, all) ->
                dates.computeIfAbsent(role, any -> new HashSet<>()).addAll(all));
        days.addAll(other.days);
        weekdays.addAll(other.weekdays);
        minutes.addAll(other.minutes);
        counts.addAll(other.counts);
        ranges.addAll(other.ranges);
        codes.addAll(other.codes);
        states.addAll(other.states);
    }

    /** Everything that a text says. */
    void text(List<Mention> mentions) {
        for (Mention mention : mentions) {
            switch (mention) {
                case Mention.Amount amount ->
                    amount.values().forEach(value -> {
                        amount(value, Optional.empty());
                        amounts.get(Numbers.plain(value)).addAll(amount.currency());
                    });
                case Mention.Percent percent -> percents.addAll(percent.values());
                case Mention.Day day -> days.addAll(day.readings());
                case Mention.Weekday weekday -> weekdays.add(weekday.day());
                case Mention.Clock clock -> minutes.add(clock.hour() * 60 + clock.minute());
                case Mention.Quantity quantity -> quantity(quantity);
                case Mention.Free free -> {
                    // What is free is told by the words around it alone.
                }
                case Mention.Week week -> {
                    // It was said in another week.
                }
                case Mention.Relative relative -> {
                    // It was said on another day.
                }
                case Mention.Identifier identifier -> {
                    // Identifiers are kept together for all evidence.
                }
            }
        }
    }

    private void quantity(Mention.Quantity quantity) {
        for (BigDecimal value : quantity.values()) {
            counts.add(new Count(value, quantity.unit(), quantity.noun()));
            quantity.upper()
                    .ifPresent(uppers -> uppers.forEach(upper -> {
                        counts.add(new Count(upper, quantity.unit(), quantity.noun()));
                        ranges.add(new Range(value, upper, quantity.unit()));
                    }));
        }
    }
}
