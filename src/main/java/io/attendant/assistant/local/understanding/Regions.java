package io.attendant.assistant.local.understanding;

import io.attendant.shared.SearchText;
import io.attendant.shared.wording.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** Countries by the names and codes that people write, and the states of those that have them in addresses. */
public final class Regions {
    private static final Set<String> WITH_STATES = Set.of("US", "CA", "AU");
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("uk", "GB"),
            Map.entry("england", "GB"),
            Map.entry("scotland", "GB"),
            Map.entry("wales", "GB"),
            Map.entry("northern ireland", "GB"),
            Map.entry("great britain", "GB"),
            Map.entry("grossbritannien", "GB"),
            Map.entry("holland", "NL"),
            Map.entry("hollande", "NL"),
            Map.entry("holanda", "NL"),
            Map.entry("olanda", "NL"),
            Map.entry("holandia", "NL"),
            Map.entry("united states of america", "US"),
            Map.entry("america", "US"),
            Map.entry("us", "US"),
            Map.entry("eeuu", "US"),
            Map.entry("eua", "US"),
            Map.entry("czech republic", "CZ"));

    private static final Map<String, String> COUNTRIES = countries();
    /** By code and by folded name. */
    private static final Map<String, String> STATES = states();

    private Regions() {}

    private static Map<String, String> countries() {
        Map<String, String> countries = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            countries.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
            for (Language language : Language.values()) {
                countries.put(plain(country.getDisplayCountry(language.locale())), code);
            }
        }
        countries.putAll(OTHER_NAMES);
        return Map.copyOf(countries);
    }

    private static Map<String, String> states() {
        String name = "/local/states.properties";
        try (InputStream in = Regions.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing " + name);
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, String> states = new HashMap<>();
            properties.forEach((key, value) -> {
                String code = ((String) key).substring(3);
                states.put(code, code);
                states.put(plain((String) value), code);
            });
            return Map.copyOf(states);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + name, e);
        }
    }

    private static String plain(String name) {
        return String.join(" ", SearchText.words(name));
    }

    /** The ISO code of a country by its name in any of our languages, or by its code of three letters. */
    static Optional<String> named(String text) {
        return Optional.ofNullable(COUNTRIES.get(plain(text)));
    }

    /** The ISO code of a country by its name or code. */
    public static Optional<String> country(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        boolean isCode = code.length() == 2 && COUNTRIES.containsValue(code);
        return isCode ? Optional.of(code) : named(text);
    }

    /** Whether addresses in the country name a state. */
    static boolean hasStates(String country) {
        return country(country).filter(WITH_STATES::contains).isPresent();
    }

    /** The code of a state by its name, or by its code in capitals. */
    static Optional<String> state(String text) {
        String typed = text.strip();
        return Optional.ofNullable(STATES.get(typed)).or(() -> Optional.ofNullable(STATES.get(plain(typed))));
    }
}
