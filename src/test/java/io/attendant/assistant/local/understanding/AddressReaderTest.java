package io.attendant.assistant.local.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.assistant.local.understanding.AddressParts.Part;
import io.attendant.shared.wording.Language;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressReaderTest {
    private final AddressReader reader = new AddressReader(Lexicons.load());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | change it to 411 Park Avenue, Suite 987, Phoenix, AZ 85060, USA | 411 Park Avenue | Suite 987 | Phoenix | AZ | 85060 | USA
            en | send it to 411 Park Avenue Suite 987 Phoenix AZ 85060 USA | 411 Park Avenue | Suite 987 | Phoenix | AZ | 85060 | USA
            en | my address is 1840 Sagebrush Avenue, Apt 5C, Portland, Oregon 97209 | 1840 Sagebrush Avenue | Apt 5C | Portland | OR | 97209 | ''
            en | 27 Rowan Terrace, Flat 3, Bristol BS6 5AT, UK | 27 Rowan Terrace | Flat 3 | Bristol | '' | BS6 5AT | UK
            en | ship it to 9 Fuchsia Lane, Cork, T12 X4K9, Ireland | 9 Fuchsia Lane | '' | Cork | '' | T12 X4K9 | Ireland
            en | 12 Maple Road, Toronto, ON M5V 2T6, Canada | 12 Maple Road | '' | Toronto | ON | M5V 2T6 | Canada
            en | street: 5 Elm Street, city: Austin, state: TX, zip: 78701, country: USA | 5 Elm Street | '' | Austin | TX | 78701 | USA
            de | ändern Sie sie bitte auf Lindenweg 5, 2. OG links, 10115 Berlin, danke! | Lindenweg 5 | 2. OG links | Berlin | '' | 10115 | ''
            de | Neue Adresse: Unter den Linden 5, 10117 Berlin, Deutschland | Unter den Linden 5 | '' | Berlin | '' | 10117 | Deutschland
            de | Birkengasse 22, Top 9, 1070 Wien, Österreich | Birkengasse 22 | Top 9 | Wien | '' | 1070 | Österreich
            de | Lindenweg 5 10115 Berlin | Lindenweg 5 | '' | Berlin | '' | 10115 | ''
            fr | changez l'adresse : 12 bis rue des Lilas, Bât. C, 69004 Lyon | 12 bis rue des Lilas | Bât. C | Lyon | '' | 69004 | ''
            fr | Rue du Tilleul 63, 1030 Bruxelles, Belgique | Rue du Tilleul 63 | '' | Bruxelles | '' | 1030 | Belgique
            es | cambia la dirección a Calle Mayor 3, 2º B, 28013 Madrid, España | Calle Mayor 3 | 2º B | Madrid | '' | 28013 | España
            it | spedite in Via Roma 12, 40126 Bologna (BO), Italia | Via Roma 12 | '' | Bologna | '' | 40126 | Italia
            pt | para Rua das Amoreiras 88, 2.º Dto, 4050-036 Porto | Rua das Amoreiras 88 | 2.º Dto | Porto | '' | 4050-036 | ''
            nl | stuur het naar Lijsterstraat 41, 3514 TB Utrecht | Lijsterstraat 41 | '' | Utrecht | '' | 3514 TB | ''
            pl | wyślijcie na ul. Długa 6 m. 17, 30-081 Kraków, Polska | ul. Długa 6 m. 17 | '' | Kraków | '' | 30-081 | Polska
            en | Lingonstigen 15, lgh 1102, 412 58 Göteborg, Sweden | Lingonstigen 15 | lgh 1102 | Göteborg | '' | 412 58 | Sweden
            en | My name is Ann and I live in 85060. I am busy, tired and in a hurry. For #W12, change address to {'order_id': '#W12', 'address1': '53 Park Avenue', 'address2': 'Suite 3', 'city': 'New York', 'country': 'USA', 'state': 'NY', 'zip': '10064'} | 53 Park Avenue | Suite 3 | New York | NY | 10064 | USA
            en | change order #W1234567 to 12 Main Street, Springfield | 12 Main Street | '' | Springfield | '' | '' | ''
            """)
    void readsAddressesAsTheyAreWritten(
            Language language,
            String text,
            String line1,
            String line2,
            String city,
            String state,
            String postalCode,
            String country) {
        assertThat(reader.find(text, language))
                .isEqualTo(new AddressParts(line1, line2, city, state, postalCode, country));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "change my address", "10115 Berlin", "order #W1234567 please", "Berlin, Germany", "🙂, , ;"})
    void whatHasNoStreetIsNoAddress(String text) {
        assertThat(reader.find(text, Language.en).isEmpty()).isTrue();
    }

    @Test
    void linesAreAsGoodAsCommas() {
        assertThat(reader.find("Ahornweg 14\n10999 Berlin\nGermany", Language.en))
                .isEqualTo(new AddressParts("Ahornweg 14", "", "Berlin", "", "10999", "Germany"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10115 Berlin            | Berlin      | 10115   | ''
            it's 10115, in Berlin   | Berlin      | 10115   | ''
            Portland OR 97209       | Portland    | 97209   | OR
            Springfield, 62701      | Springfield | 62701   | ''
            """)
    void completesWhatIsMissing(String answer, String city, String postalCode, String state) {
        AddressParts found = reader.complete(answer, EnumSet.of(Part.city, Part.postalCode, Part.state), Language.en);

        assertThat(found).isEqualTo(new AddressParts("", "", city, state, postalCode, ""));
    }

    @Test
    void aCountryWithStatesNeedsOne() {
        AddressParts address = new AddressParts("12 Main Street", "", "Springfield", "", "62701", "USA");

        assertThat(address.missing()).containsExactly(Part.state);
        assertThat(address.in("DE").missing()).isEmpty();
        assertThat(reader.complete("Illinois", Set.of(Part.state), Language.en).state())
                .isEqualTo("IL");
    }

    @Test
    void aNewStreetHasNoOldSecondLine() {
        AddressParts old = new AddressParts("Ahornweg 14", "2. OG", "Berlin", "", "10999", "DE");

        assertThat(new AddressParts("Lindenweg 5", "", "", "", "", "").over(old))
                .isEqualTo(new AddressParts("Lindenweg 5", "", "Berlin", "", "10999", "DE"));
    }

    @Test
    void longAndHostileTextIsBounded() {
        assertThat(reader.find("5 " + "a".repeat(4_000), Language.en).postalCode())
                .isEmpty();
        assertThat(reader.find("1,".repeat(2_000), Language.de).city()).isEmpty();
        assertThat(reader.find("(#".repeat(2_000), Language.fr).isEmpty()).isTrue();
    }
}
