package io.attendant.customers;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.Ids;
import io.attendant.shared.ProblemException;
import io.attendant.shared.SearchText;
import io.attendant.shared.wording.Language;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A postal address. Parts that a country doesn't use are empty, never absent. */
@RegisterForReflection
@Embeddable
public record Address(
        @NotNull @Size(max = 200) String line1,
        @NotNull @Size(max = 200) String line2,
        @NotNull @Size(max = 200) String city,
        @NotNull @Size(max = 200) String state,

        @NotNull @Size(max = 200) @Column(name = "postal_code")
        String postalCode,

        @NotNull @Size(max = 200) String country) {

    public static final String LINE1 = "street and house number";
    public static final String LINE2 = "flat, floor or company; empty if there is none";
    public static final String CITY = "city";
    public static final String STATE = "state or province, as its usual short form; empty where addresses have none";
    public static final String POSTAL_CODE = "postal code";
    public static final String COUNTRY = "country, as it stands in the shopper's other addresses";
    private static final int MAX_LENGTH = 200;

    /** Where an address needs a state, by the letters of the country's usual writings. */
    private static final Set<String> WITH_STATE = Stream.concat(
                    Stream.of("US", "USA", "United States of America", "CA", "CAN", "AU", "AUS"),
                    Stream.of("US", "CA", "AU").flatMap(Address::names))
            .map(Address::letters)
            .collect(Collectors.toUnmodifiableSet());

    /** The country's names in the languages of the UI. */
    private static Stream<String> names(String code) {
        Locale country = Locale.of("", code);
        return Arrays.stream(Language.values()).map(language -> country.getDisplayCountry(language.locale()));
    }

    private static String letters(String text) {
        return String.join("", SearchText.words(text));
    }

    /**
     * An address as somebody said it; parts that were not said are empty.
     *
     * @throws ProblemException {@link ErrorCode#INVALID_ARGUMENTS} for a part that no address has
     */
    public static Address fromWords(
            String line1, String line2, String city, String state, String postalCode, String country) {
        return new Address(part(line1), part(line2), part(city), part(state), part(postalCode), part(country));
    }

    private static String part(String said) {
        String part = said == null ? "" : said;
        if (part.length() > MAX_LENGTH || !Ids.isStorable(part)) {
            throw new ProblemException(ErrorCode.INVALID_ARGUMENTS);
        }
        return part;
    }

    /** In one line. */
    public String written() {
        return Stream.of(line1, line2, (postalCode + " " + city).strip(), state, country)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    /** Without white space around its parts. */
    public Address stripped() {
        return new Address(
                line1.strip(), line2.strip(), city.strip(), state.strip(), postalCode.strip(), country.strip());
    }

    /** Whether a parcel can be sent there: no part is missing that its country has. */
    @JsonIgnore
    public boolean isComplete() {
        return isGiven(line1)
                && isGiven(city)
                && isGiven(postalCode)
                && isGiven(country)
                && (isGiven(state) || !WITH_STATE.contains(letters(country)));
    }

    /** A dash or a space that doesn't break is no street. */
    private static boolean isGiven(String part) {
        return part.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
