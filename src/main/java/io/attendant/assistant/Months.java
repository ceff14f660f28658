package io.attendant.assistant;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The names of the months in the languages that write a day as an ordinal with a full stop ("3. November", "3. listopada"). */
final class Months {
    private static final List<String> NAMES = Stream.of("de", "pl", "nl")
            .map(Locale::forLanguageTag)
            .flatMap(locale -> Stream.of(Month.values())
                    .flatMap(month -> Stream.of(
                            month.getDisplayName(TextStyle.FULL, locale),
                            month.getDisplayName(TextStyle.SHORT, locale))))
            .map(name -> name.replace(".", ""))
            .distinct()
            .toList();

    private Months() {}

    static boolean startsWith(String text) {
        return NAMES.stream().anyMatch(text::startsWith);
    }
}
