package io.attendant.shared.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what somebody calls their password, PIN or key, in the languages of the UI. */
public final class Passwords {
    private static final String BEFORE = "(?<![\\p{L}\\p{N}\\[\\]])";
    private static final Pattern PASSWORD = Pattern.compile(BEFORE
            + "(?:passwords?|passwd|passphrase|pass ?code|pass(?=\\s{0,2}[:=])|pwd|pw|passw[oe]rt|kennwort|mot de passe|mdp|contrasena|(?<!palabras? )clave|senha"
            + "|palavra-?[ ]?passe|parola d'ordine|wachtwoord|hasl(?:o|a|em))(?!\\p{L})");
    private static final Pattern PIN = Pattern.compile(
            BEFORE + "(?:pin(?:[- ]?(?:code|nummer|number))?|code pin|codigo pin|codice pin|kod pin)(?!\\p{L})");
    private static final Pattern KEY = Pattern.compile(BEFORE
            + "(?:api[ _-]?(?:key|schlussel|token)|(?:secret|access)[ _-]key|client[ _-]secret|(?:access|auth|refresh)[ _-]token"
            + "|secret|token|cle api|clave api|chiave api|chave api|klucz api)(?!\\p{L})");

    private static final String IS =
            "(?:\\s{0,3}(?:[:=]|[-=]>|\u2192)\\s{0,3}|\\s{1,3}(?:is|was|ist|lautet|war|est|etait|es|era|e|jest|to|brzmi)(?:\\s?:)?\\s{1,3})";
    private static final Pattern CONNECTED = Pattern.compile(IS);
    /** What the password is for, in a few words. */
    private static final Pattern CONNECTED_LATER = Pattern.compile(
            "\\s{1,3}(?:for|to|of|on|i|we|fur|zu|von|ich|pour|de|du|je|para|que|per|di|do|da|voor|van|dla)"
                    + "(?:\\s{1,3}[^\\s:=,;\\[]{1,40}){0,4}?" + IS);

    private static final Pattern BESIDE = Pattern.compile("[ \\t]{1,3}");
    private static final Pattern OTHER_NUMBER =
            Pattern.compile("order|track|number|nummer|numero|bestell|commande|pedido|ordine|zamow|e-?mail|code");
    private static final int REACH = 260;

    private static final Pattern PIN_VALUE = Pattern.compile("\\d{4}(?!\\d)");

    private final FoldedText text;
    private final List<Finding> found = new ArrayList<>();

    private Passwords(FoldedText text) {
        this.text = text;
    }

    public static List<Finding> in(FoldedText text) {
        Passwords passwords = new Passwords(text);
        passwords.search();
        return passwords.found;
    }

    private void search() {
        Matcher password = PASSWORD.matcher(text.lower());
        while (password.find()) {
            password(password.end());
        }
        Matcher pin = PIN.matcher(text.lower());
        while (pin.find()) {
            pin(pin.end());
        }
        Matcher key = KEY.matcher(text.lower());
        while (key.find()) {
            after(CONNECTED, key.end())
                    .map(this::value)
                    .filter(SecretValue::isMachineMade)
                    .ifPresent(this::add);
        }
    }

    private void password(int end) {
        Optional<SecretValue> connected = after(CONNECTED, end).map(this::value);
        Optional<SecretValue> later = after(CONNECTED_LATER, end)
                .filter(start -> !OTHER_NUMBER
                        .matcher(text.lower().substring(end, start))
                        .find())
                .map(this::value);
        Optional<SecretValue> beside = after(BESIDE, end).map(this::value);
        connected
                .filter(value -> value.isStrong() || value.standsAlone())
                .or(() -> later.filter(SecretValue::isMixed))
                .or(() -> beside.filter(SecretValue::isMixed))
                .ifPresent(this::add);
    }

    private void pin(int end) {
        after(CONNECTED, end)
                .or(() -> after(BESIDE, end))
                .map(start -> PIN_VALUE
                        .matcher(text.chars())
                        .region(start, text.length())
                        .useTransparentBounds(true))
                .filter(Matcher::lookingAt)
                .ifPresent(value -> found.add(new Finding(value.start(), value.end(), Finding.SECRET)));
    }

    /** Where the text goes on after {@code words}, if they stand at {@code start}. */
    private Optional<Integer> after(Pattern words, int start) {
        Matcher matcher = words.matcher(text.lower()).region(start, Math.min(start + REACH, text.length()));
        return matcher.lookingAt() ? Optional.of(matcher.end()) : Optional.empty();
    }

    private SecretValue value(int start) {
        return SecretValue.at(text, start);
    }

    private void add(SecretValue value) {
        found.add(new Finding(value.start(), value.end(), Finding.SECRET));
    }
}
