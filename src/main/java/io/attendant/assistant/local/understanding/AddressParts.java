package io.attendant.assistant.local.understanding;

import java.util.ArrayList;
import java.util.List;

/**
 * A postal address as far as it is known; what isn't is empty.
 *
 * @param country as typed
 */
public record AddressParts(String line1, String line2, String city, String state, String postalCode, String country) {
    public static final AddressParts NONE = new AddressParts("", "", "", "", "", "");

    /** A part that an address can't do without. */
    public enum Part {
        line1,
        postalCode,
        city,
        state,
        country
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** This address, and from {@code older} what this one leaves open; a new street has no old second line. */
    public AddressParts over(AddressParts older) {
        return new AddressParts(
                or(line1, older.line1),
                line1.isEmpty() ? or(line2, older.line2) : line2,
                or(city, older.city),
                or(state, older.state),
                or(postalCode, older.postalCode),
                or(country, older.country));
    }

    public AddressParts in(String otherCountry) {
        return new AddressParts(line1, line2, city, state, postalCode, otherCountry);
    }

    /** What is needed and not known. */
    public List<Part> missing() {
        List<Part> missing = new ArrayList<>();
        if (line1.isEmpty()) {
            missing.add(Part.line1);
        }
        if (postalCode.isEmpty()) {
            missing.add(Part.postalCode);
        }
        if (city.isEmpty()) {
            missing.add(Part.city);
        }
        if (state.isEmpty() && Regions.hasStates(country)) {
            missing.add(Part.state);
        }
        if (country.isEmpty()) {
            missing.add(Part.country);
        }
        return missing;
    }

    private static String or(String value, String other) {
        return value.isEmpty() ? other : value;
    }
}
