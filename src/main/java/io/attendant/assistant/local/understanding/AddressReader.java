package io.attendant.assistant.local.understanding;

import io.attendant.shared.wording.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a postal address in a message, as the countries of our languages write them: street, perhaps a second line, postal
 * code, city, perhaps state and country. What it reads is shown to the shopper before it counts. Immutable.
 */
public final class AddressReader {
    private static final Pattern ORDER_NUMBER =
            Pattern.compile("#\\s?[\\p{L}\\d-]+|(?<![\\p{L}\\d])[A-Za-z]{1,3}\\d{6,}(?![\\p{L}\\d])");
    private static final Pattern BRACKETS = Pattern.compile("\\(\\p{L}{2}\\)|\\([^()#]{0,60}#[^()]{0,60}\\)");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[,;\\n\\r]+\\s*");
    /** From the most particular form to any four to six digits. */
    private static final Pattern POSTAL_CODE = Pattern.compile("(?<![\\p{L}\\d-])(?:"
            + "(?i:[A-Z]{1,2}\\d[A-Z\\d]?\\s?\\d[A-Z]{2})"
            + "|[A-Z]\\d[A-Z]\\s?\\d[A-Z]\\d"
            + "|[A-Z]\\d[\\dW]\\s?[A-Z\\d]{4}"
            + "|\\d{4}\\s?[A-Z]{2}"
            + "|\\d{4}-\\d{3}|\\d{2}-\\d{3}|\\d{5}(?:-\\d{4})?|\\d{3}\\s\\d{2}|\\d{4,6}"
            + ")(?![\\p{L}\\d-])");

    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=\\p{L}{4})[.!?]+\\s.*$|[.!?]+$");
    /** Sentences before the one with the address; after few words a dot may well stand behind a street. */
    private static final Pattern STORY = Pattern.compile("^(?:\\S+\\s+){6,}\\S*[\\p{L}\\d]{4}[.!?]\\s+(?=\\p{Lu})");
    /** {@code city: Phoenix}, as forms are copied. */
    private static final Pattern LABEL = Pattern.compile("^['\"{\\[\\s]*\\p{L}[\\p{L}_]*\\d?['\"]?\\s*:\\s*");

    private static final Pattern QUOTES = Pattern.compile("^['\"{\\[\\s]+|['\"}\\]\\s]+$");
    /** An address is short; this bounds the work for hostile messages. */
    private static final int LENGTH = 1_000;

    private static final int COUNTRY_WORDS = 4;
    private static final int CITY_WORDS = 4;

    private final Streets streets;

    public AddressReader(Lexicons lexicons) {
        this.streets = new Streets(lexicons);
    }

    /** The address in a message; {@link AddressParts#NONE} if there is no street with a number in it. */
    public AddressParts find(String text, Language language) {
        List<String> segments = segments(text);
        for (int i = 0; i < segments.size(); i++) {
            boolean isStreet = DIGIT.matcher(segments.get(i)).find() && !isPostalCodeWithCity(segments, i);
            if (isStreet) {
                String street = streets.withoutLead(segments.get(i), language);
                List<String> address = new ArrayList<>(List.of(street));
                address.addAll(segments.subList(i + 1, segments.size()));
                return read(address, language);
            }
        }
        return AddressParts.NONE;
    }

    /** The answer to a question for what an address still lacks. */
    public AddressParts complete(String text, Set<AddressParts.Part> missing, Language language) {
        if (missing.contains(AddressParts.Part.line1)) {
            AddressParts whole = find(text, language);
            if (!whole.isEmpty()) {
                return whole;
            }
        }
        Rest rest = new Rest(String.join(", ", segments(text)));
        String postalCode = missing.contains(AddressParts.Part.postalCode) ? rest.takePostalCode() : "";
        String country = rest.takeCountry(missing.contains(AddressParts.Part.country));
        boolean mayHaveState = missing.contains(AddressParts.Part.state) || Regions.hasStates(country);
        String state = mayHaveState ? rest.takeState() : "";
        String city = missing.contains(AddressParts.Part.city) ? streets.trimmed(rest.text(), language) : "";
        return new AddressParts("", "", withoutEnd(city), state, postalCode, country);
    }

    private static List<String> segments(String text) {
        String beginning = text.substring(0, Math.min(text.length(), LENGTH));
        String plain = ORDER_NUMBER
                .matcher(BRACKETS.matcher(beginning).replaceAll(" "))
                .replaceAll(" ");
        return Arrays.stream(SEPARATOR.split(plain.strip(), -1))
                .map(segment -> STORY.matcher(segment).replaceFirst(""))
                .map(segment -> LABEL.matcher(segment).replaceFirst(""))
                .map(segment -> QUOTES.matcher(segment).replaceAll("").replaceAll("\\s+", " "))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    /** "10115 Berlin" is no street, but "1840 Sagebrush Avenue, Portland 97209" has one. */
    private boolean isPostalCodeWithCity(List<String> segments, int i) {
        Matcher code = POSTAL_CODE.matcher(segments.get(i));
        if (!code.lookingAt()) {
            return false;
        }
        boolean another = segments.subList(i + 1, segments.size()).stream()
                .anyMatch(segment -> POSTAL_CODE.matcher(segment).find());
        return !another && !Streets.hasSuffix(segments.get(i));
    }

    private AddressParts read(List<String> address, Language language) {
        int coded = -1;
        for (int i = address.size() - 1; i > 0 && coded < 0; i--) {
            coded = POSTAL_CODE.matcher(address.get(i)).find() ? i : -1;
        }
        if (coded < 0) {
            return address.size() == 1 || hasCodeBehindNumber(address.get(0))
                    ? inOneLine(address, language)
                    : withoutCode(address, language);
        }
        Rest rest = new Rest(address.get(coded));
        Matcher code = POSTAL_CODE.matcher(address.get(coded));
        boolean codeFirst = code.lookingAt();
        String postalCode = rest.takePostalCode();
        String country = rest.takeCountry(false);
        String state = codeFirst ? "" : rest.takeState();
        String city = rest.text();
        int cityAt = coded;
        while (city.isEmpty() && cityAt > 1) {
            cityAt--;
            Rest before = new Rest(address.get(cityAt));
            state = state.isEmpty() ? before.takeWholeState() : state;
            country = country.isEmpty() ? before.takeWholeCountry() : country;
            city = before.text();
        }
        List<String> behind = new ArrayList<>(address.subList(coded + 1, address.size()));
        if (city.isEmpty()
                && !behind.isEmpty()
                && Regions.country(behind.get(0)).isEmpty()) {
            city = behind.remove(0);
        }
        for (String segment : behind) {
            Rest further = new Rest(withoutEnd(segment));
            state = state.isEmpty() ? further.takeWholeState() : state;
            country = country.isEmpty()
                    ? Regions.country(further.text())
                            .map(known -> further.text())
                            .orElse("")
                    : country;
        }
        String line2 = cityAt > 1 ? String.join(", ", address.subList(1, cityAt)) : "";
        return new AddressParts(
                withoutEnd(address.get(0)),
                line2,
                streets.trimmed(withoutEnd(city), language),
                state,
                postalCode,
                country);
    }

    private static boolean hasCodeBehindNumber(String street) {
        Matcher code = POSTAL_CODE.matcher(street);
        return code.find(Math.min(street.length(), firstGap(street)));
    }

    private static int firstGap(String street) {
        int gap = street.indexOf(' ');
        return gap < 0 ? street.length() : gap;
    }

    /** "411 Park Avenue Suite 987 Phoenix AZ 85060 USA": no comma tells the parts apart. */
    private AddressParts inOneLine(List<String> address, Language language) {
        String line = String.join(" ", address);
        Matcher code = POSTAL_CODE.matcher(line);
        if (!code.find(Math.min(line.length(), firstGap(line)))) {
            Streets.Parts parts = Streets.parts(withoutEnd(line));
            return new AddressParts(streets.trimmed(parts.line1(), language), parts.line2(), "", "", "", "");
        }
        Rest before = new Rest(line.substring(0, code.start()).strip());
        Rest behind = new Rest(line.substring(code.end()).strip());
        String state = before.takeState();
        String country = behind.takeCountry(true);
        Streets.Parts parts = Streets.parts(before.text());
        String city = parts.rest().isEmpty() ? behind.text() : parts.rest();
        return new AddressParts(
                parts.line1(),
                parts.line2(),
                streets.trimmed(withoutEnd(city), language),
                state,
                code.group().strip(),
                country);
    }

    private AddressParts withoutCode(List<String> address, Language language) {
        List<String> further = new ArrayList<>(address.subList(1, address.size()));
        further.replaceAll(AddressReader::withoutEnd);
        further.removeIf(String::isEmpty);
        String country = "";
        String state = "";
        if (!further.isEmpty() && Regions.named(last(further)).isPresent()) {
            country = further.remove(further.size() - 1);
        }
        if (!further.isEmpty()) {
            state = Regions.state(last(further))
                    .filter(code -> further.size() > 1)
                    .orElse("");
            if (!state.isEmpty()) {
                further.remove(further.size() - 1);
            }
        }
        boolean isCity = !further.isEmpty()
                && !DIGIT.matcher(last(further)).find()
                && last(further).split(" ", -1).length <= CITY_WORDS;
        String city = isCity ? further.remove(further.size() - 1) : "";
        return new AddressParts(
                address.get(0), String.join(", ", further), streets.trimmed(city, language), state, "", country);
    }

    private static String last(List<String> list) {
        return list.get(list.size() - 1);
    }

    private static String withoutEnd(String text) {
        return SENTENCE_END.matcher(text).replaceFirst("").strip();
    }

    /** What is left of a text as parts are taken from it. */
    private static final class Rest {
        private String text;

        Rest(String text) {
            this.text = text;
        }

        /** What is left, if there is a word in it. */
        String text() {
            return LETTER.matcher(text).find() ? text : "";
        }

        String takePostalCode() {
            Matcher code = POSTAL_CODE.matcher(text);
            if (!code.find()) {
                return "";
            }
            text = (text.substring(0, code.start()) + " " + text.substring(code.end()))
                    .strip()
                    .replaceAll("\\s+", " ");
            return code.group().strip();
        }

        /** A country at the end; it may be all there is only if {@code alone}. */
        String takeCountry(boolean alone) {
            String[] words = text.split("[\\s,]+", -1);
            for (int count = Math.min(COUNTRY_WORDS, alone ? words.length : words.length - 1); count > 0; count--) {
                String name = String.join(" ", Arrays.copyOfRange(words, words.length - count, words.length));
                if (Regions.named(withoutEnd(name)).isPresent()) {
                    text = String.join(" ", Arrays.copyOfRange(words, 0, words.length - count));
                    return withoutEnd(name);
                }
            }
            return "";
        }

        /** A state at the end. */
        String takeState() {
            String[] words = text.split("[\\s,]+", -1);
            for (int count = Math.min(COUNTRY_WORDS, words.length); count > 0; count--) {
                String name = String.join(" ", Arrays.copyOfRange(words, words.length - count, words.length));
                Optional<String> state = Regions.state(name);
                if (state.isPresent()) {
                    text = String.join(" ", Arrays.copyOfRange(words, 0, words.length - count));
                    return state.get();
                }
            }
            return "";
        }

        /** A country that is all there is. */
        String takeWholeCountry() {
            String whole = text;
            if (Regions.country(whole).isEmpty()) {
                return "";
            }
            text = "";
            return whole;
        }

        /** A state that is all there is. */
        String takeWholeState() {
            Optional<String> state = Regions.state(text);
            if (state.isPresent()) {
                text = "";
            }
            return state.orElse("");
        }
    }
}
