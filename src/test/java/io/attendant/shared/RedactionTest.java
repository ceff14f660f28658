package io.attendant.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final int MESSAGE = 4_000;
    private static final int LONG = 64 * 1024;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4111111111111111                        | [card •1111]
            4111 1111 1111 1111                     | [card •1111]
            4111-1111-1111-1111                     | [card •1111]
            4111.1111.1111.1111                     | [card •1111]
            4111 - 1111 - 1111 - 1111               | [card •1111]
            4111_1111_1111_1111                     | [card •1111]
            4111/1111/1111/1111                     | [card •1111]
            41111111 11111111                       | [card •1111]
            4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1         | [card •1111]
            41 11 11 11 11 11 11 11                 | [card •1111]
            5555555555554444                        | [card •4444]
            2223003122003222                        | [card •3222]
            3782 822463 10005                       | [card •0005]
            378282246310005                         | [card •0005]
            3056 930902 5904                        | [card •5904]
            6011111111111117                        | [card •1117]
            3530111333300000                        | [card •0000]
            6205500000000000004                     | [card •0004]
            6759649826438453                        | [card •8453]
            2200000000000004                        | [card •0004]
            My card is 4222222222222                | My card is [card •2222]
            card4111111111111111thanks              | card[card •1111]thanks
            (4111111111111111)                      | ([card •1111])
            4111111111111111 and 5555555555554444   | [card •1111] and [card •4444]
            my card: 411 111 111 111 111 1          | my card: [card •1111]
            my order #W1234567 4111 1111 1111 1111  | my order #W1234567 [card •1111]
            """)
    void cardNumbersInAnyWriting(String text, String redacted) {
        assertThat(Redaction.of(text)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "４１１１１１１１１１１１１１１１",
                "٤١١١ ١١١١ ١١١١ ١١١١",
                "۴۱۱۱۱۱۱۱۱۱۱۱۱۱۱۱",
                "४१११ ११११ ११११ ११११",
                "𝟒𝟏𝟏𝟏 𝟏𝟏𝟏𝟏 𝟏𝟏𝟏𝟏 𝟏𝟏𝟏𝟏",
                "④①①① ①①①① ①①①① ①①①①",
                "4111\u200B1111\u200D1111\u00AD1111",
                "4111\u00A01111\u20091111\u202F1111",
                "4111‐1111–1111—1111",
                "4111 1111\n1111 1111",
                "4111 1111\r\n1111 1111",
                "4️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣",
            })
    void cardNumbersInAnyScript(String number) {
        assertThat(Redaction.of("Number: " + number + ".")).isEqualTo("Number: [card •1111].");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4111111111111111 12/27 123               | [card •1111] 12/27 [CVC]
            4111111111111111, exp 12/2027, 123       | [card •1111], exp 12/2027, [CVC]
            4111 1111 1111 1111 1227 123             | [card •1111] 1227 [CVC]
            4111111111111111 123                     | [card •1111] [CVC]
            378282246310005 01/28 1234               | [card •0005] 01/28 [CVC]
            4111111111111111 cvc 123                 | [card •1111] cvc [CVC]
            CVV: 123                                 | CVV: [CVC]
            the security code is 1234                | the security code is [CVC]
            Prüfziffer: 123                          | Prüfziffer: [CVC]
            le cryptogramme est 123                  | le cryptogramme est [CVC]
            código de seguridad 1 2 3                | código de seguridad [CVC]
            CVC 123 4111111111111111                 | CVC [CVC] [card •1111]
            4111111111111111 100 EUR                 | [card •1111] 100 EUR
            4111111111111111 for 2 lamps             | [card •1111] for 2 lamps
            The CVC has 3 digits                     | The CVC has 3 digits
            """)
    void securityCodes(String text, String redacted) {
        assertThat(Redaction.of(text)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DE89370400440532013000               | [IBAN •3000]
            DE89 3704 0044 0532 0130 00          | [IBAN •3000]
            de89 3704 0044 0532 0130 00 is mine  | [IBAN •3000] is mine
            IBANDE89370400440532013000.          | IBAN[IBAN •3000].
            DE89-3704-0044-0532-0130-00          | [IBAN •3000]
            ＤＥ８９３７０４００４４０５３２０１３０００     | [IBAN •3000]
            GB29 NWBK 6016 1331 9268 19          | [IBAN •6819]
            FR14 2004 1010 0505 0001 3M02 606    | [IBAN •2606]
            NL91 ABNA 0417 1643 00               | [IBAN •4300]
            PL61 1090 1014 0000 0712 1981 2874   | [IBAN •2874]
            ES91 2100 0418 4502 0005 1332        | [IBAN •1332]
            IT60 X054 2811 1010 0000 0123 456    | [IBAN •3456]
            PT50 0002 0123 1234 5678 9015 4      | [IBAN •0154]
            NO93 8601 1117 947                   | [IBAN •7947]
            DE88 3704 0044 0532 0130 00          | DE88 3704 0044 0532 0130 00
            """)
    void bankAccounts(String text, String redacted) {
        assertThat(Redaction.of(text)).isEqualTo(redacted);
    }

    static Stream<String> machineSecrets() {
        String thirty = "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5";
        return Stream.of(
                "sk-" + thirty,
                "sk-proj-" + thirty,
                "sk_live_" + thirty,
                "AIza" + thirty + "p6Q7r",
                "ghp_" + thirty,
                "github_pat_" + thirty,
                "glpat-" + thirty,
                "xoxb-1234567890-" + thirty,
                "AKIA" + "Q7X2M4K9P1Z3B5N8",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbmEifQ." + thirty,
                "shpat_" + "0a1b2c3d".repeat(4),
                "-----BEGIN RSA PRIVATE KEY-----\nMIIEow==\nab12\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\n" + thirty + "\n" + thirty + "\nab12==");
    }

    @ParameterizedTest
    @MethodSource("machineSecrets")
    void keysAndTokens(String secret) {
        assertThat(Redaction.of(secret)).isEqualTo("[secret]");
        assertThat(Redaction.of("Look: " + secret + ", please!")).isEqualTo("Look: [secret], please!");
    }

    @Test
    void secretsWithWordsAroundThem() {
        assertThat(Redaction.of("Authorization: Bearer abc123DEF456ghi789"))
                .isEqualTo("Authorization: Bearer [secret]");
        assertThat(Redaction.of("https://ana:Geheim1@shop.example/x")).isEqualTo("https://ana:[secret]@shop.example/x");
        assertThat(Redaction.of("api key: 0a1b2c3d4e5f6a7b")).isEqualTo("api key: [secret]");
        assertThat(Redaction.of("my PIN is 1234.")).isEqualTo("my PIN is [secret].");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my password is %s",
                "My password is: %s.",
                "Password: %s",
                "password = %s",
                "password %s",
                "pw: %s",
                "user: ana pass: %s",
                "mi clave es %s",
                "The password for my account is %s, help!",
                "email: ana@example.com password: %s",
                "Mein Passwort ist %s",
                "Passwort: %s",
                "Mein Kennwort lautet %s.",
                "mon mot de passe est %s",
                "mot de passe : %s",
                "mi contraseña es %s",
                "contraseña: %s",
                "la mia password è %s",
                "a minha senha é %s",
                "palavra-passe: %s",
                "mijn wachtwoord is %s",
                "moje hasło to %s",
                "hasło: %s",
                "PASSWORD: %s"
            })
    void passwordsInEightLanguages(String sentence) {
        assertThat(Redaction.of(sentence.formatted("Tr0ub4dor&3"))).isEqualTo(sentence.formatted("[secret]"));
        assertThat(Redaction.of(sentence.formatted("Sommer2024"))).isEqualTo(sentence.formatted("[secret]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            my password is hunter                      | my password is [secret]
            my password is hunter and I can't get in   | my password is [secret] and I can't get in
            password: swordfish, thanks                | password: [secret], thanks
            Passwort: Schatzi                          | Passwort: [secret]
            my password is "blue horse moon"           | my password is "[secret]"
            password is 12345678                       | password is [secret]
            """)
    void passwordsThatAreWords(String text, String redacted) {
        assertThat(Redaction.of(text)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I forgot my password",
                "I forgot my password.",
                "my password is wrong",
                "My password is not working",
                "my password is not accepted any more, order #W1234567",
                "Is my password safe with you?",
                "Password reset",
                "Password: how do I change it?",
                "How do I reset my password? It is urgent",
                "my password doesn't work, order number: W1234567",
                "the password for my order is missing",
                "I need a password for order number: W1234567",
                "Passwort vergessen",
                "Mein Passwort ist falsch.",
                "mein Passwort ist abgelaufen",
                "mon mot de passe est incorrect",
                "mot de passe oublié",
                "mi contraseña es incorrecta",
                "he olvidado mi contraseña",
                "la password è sbagliata",
                "a minha senha está errada",
                "mijn wachtwoord is verlopen",
                "moje hasło jest niepoprawne",
                "nie pamiętam hasła",
                "my password is 8 characters long",
                "my password is linked to ana@example.com",
                "my new password is being rejected",
                "my password must have numbers",
                "the secret is out",
                "bearer of good news",
                "sk-tracking-and-delivery-question",
                "the pin is on the map",
                "PIN code 560001",
                "palabras clave: zapatos",
                "my bus pass is valid",
                "What does the token mean?"
            })
    void talkAboutPasswordsStays(String text) {
        assertThat(Redaction.of(text)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#W1234567",
                "Where are #W2611340 and #W4817420?",
                "tracking number 357962501027",
                "357962501027, 555227871167, 703776728913",
                "1Z999AA10123456784",
                "JJD000390007882823471",
                "9400111899223197428490",
                "my code is 482913",
                "482 913",
                "39.90, 42.50, 44.99 and 45.99",
                "44.99 45.99 46.99 47.99",
                "$1,234.50 and 1.234,50 €",
                "+49 151 23456789",
                "+41 44 668 18 00",
                "+4915123456789",
                "My card is lost, call +4915123456787",
                "4915123456789",
                "0049 151 23456789",
                "00351 912 345 678",
                "(555) 123-4567 ext. 89",
                "4006381333931",
                "EAN 4006381333931",
                "302-1234567-1234567",
                "IMEI 356938035643809",
                "550e8400-e29b-41d4-a716-446655440000",
                "2026-11-22T10:15:30Z",
                "22.11.2026 10:15, 23.11.2026 11:30",
                "69001 Lyon, 10121 Torino, SW1A 1AA, 00-950 Warszawa",
                "credit_card_7815826 and gift_card_1725971",
                "1700000000000",
                "4111111111111112",
                "4111 1111 1111 1112",
                "1234567890123456",
                "0000 0000 0000 0000",
                "5 of 12 lamps of 2024",
                "P1/V1, 6469567736, 8426249116",
                "[card •1111] [IBAN •3000] [CVC] [secret]"
            })
    void ourOwnNumbersStay(String text) {
        assertThat(Redaction.of(text)).isSameAs(text);
    }

    @Test
    void aMarkStandsForAllThatOverlaps() {
        assertThat(Redaction.of("my password is 4111111111111111!")).isEqualTo("my password is [card •1111]!");
        assertThat(Redaction.of("Passwort: DE89370400440532013000")).isEqualTo("Passwort: [IBAN •3000]");
        assertThat(Redaction.of("password: x4111111111111111y")).isEqualTo("password: [secret]");
    }

    private static final List<String> PARTS = List.of(
            "4111111111111111",
            "4111 1111",
            "1111",
            " 123",
            " 12/27",
            "CVC",
            " cvc 123 456",
            "DE89370400440532013000",
            "DE89",
            "password",
            " is ",
            ": ",
            "Passwort:",
            "hunter2",
            "Summer!",
            "\"a b\"",
            "[",
            "]",
            "[secret]",
            "[card •1111]",
            "[CVC]",
            "card",
            " track ",
            ". ",
            "\n",
            " ",
            "-",
            "sk-a1B2c3D4e5F6g7H8i9J0",
            "eyJhbGciOiJI.eyJzdWIiOiJh.",
            "PIN 1234",
            "4006381333931",
            "6205500000000000004",
            "-----BEGIN PRIVATE KEY-----",
            "-----END PRIVATE KEY-----",
            "bearer ",
            "token=",
            "٤١١١",
            "\u200B",
            "#W1234567",
            "://a:b1@");

    /** Also where findings touch, overlap and are cut off. */
    @Test
    void redactedTextIsLeftAlone() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int part = random.nextInt(1, 9); part > 0; part--) {
                text.append(PARTS.get(random.nextInt(PARTS.size())));
            }
            String once = Redaction.of(text.toString());
            assertThat(Redaction.of(once)).as(text.toString()).isEqualTo(once);
        }
    }

    static Stream<String> hostilePatterns() {
        return Stream.of(
                "4",
                "4 ",
                "41",
                "4111 ",
                "4111111111111112 ",
                "4111-",
                "0",
                "D",
                "DE89",
                "DE89 ",
                "DE8937040044053201300",
                "password ",
                "password is ",
                "password: ",
                "password for ",
                "password for a ",
                "password\"a",
                "\"a ",
                "pw\"",
                "passwd=",
                "sk-",
                "sk-a",
                "eyJ",
                "eyJaaaaaaaa.",
                "AIza",
                "bearer ",
                "bearer a",
                "://",
                "://a:",
                "://a:b",
                "cvc ",
                "cvc 12",
                "cvc is is ",
                "pin ",
                "-----BEGIN ",
                "-----BEGIN PRIVATE KEY-----",
                "-----END ",
                "[",
                " ",
                "\n",
                ".",
                ". ",
                "\u200B",
                "é",
                "a\u0301",
                "\uD83D\uDE00",
                "٤",
                "card ",
                "123456-",
                "0a1b2c3d-0000-0000-0000-");
    }

    @ParameterizedTest
    @MethodSource("hostilePatterns")
    void takesTimeInProportionWhateverTheText(String pattern) {
        Redaction.of(pattern.repeat(MESSAGE / pattern.length()));
        String text = pattern.repeat(LONG / pattern.length());
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Redaction.of(text));
    }
}
