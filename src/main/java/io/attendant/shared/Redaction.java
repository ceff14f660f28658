package io.attendant.shared;

import io.attendant.shared.redaction.BankAccounts;
import io.attendant.shared.redaction.CardNumbers;
import io.attendant.shared.redaction.Credentials;
import io.attendant.shared.redaction.Finding;
import io.attendant.shared.redaction.FoldedText;
import io.attendant.shared.redaction.Passwords;
import io.attendant.shared.redaction.SecurityCodes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Takes out of a text what nobody may keep: payment card numbers and their security codes, bank accounts, passwords, keys and
 * tokens. A mark in its place says what was there: {@code [card •1111]} and {@code [IBAN •3000]} with the last four
 * characters, {@code [CVC]}, {@code [secret]}. The writing doesn't matter: signs between digits, line breaks, other scripts'
 * digits, invisible characters.
 *
 * <p>A card needs a brand's prefix and length and the right check digit, an IBAN its country's form and the right check
 * digits, so that numbers of orders and parcels, prices, phone numbers and ids stay. A number spelled in words, or spread over
 * messages, is not found. Takes time in proportion to the text's length, whatever the text.
 */
public final class Redaction {
    private static final int MAX_PASSES = 4;

    private Redaction() {}

    /** The text with marks; the same text again where nothing was found, as in a text that has its marks already. */
    public static String of(String text) {
        String redacted = once(text);
        // A mark can show what its place hid, as the end of the word beside it.
        String before = text;
        for (int pass = 1; pass < MAX_PASSES && !redacted.equals(before); pass++) {
            before = redacted;
            redacted = once(redacted);
        }
        return redacted;
    }

    private static String once(String text) {
        FoldedText folded = FoldedText.of(text);
        List<Finding> cards = CardNumbers.in(folded);
        List<Finding> found = new ArrayList<>(cards);
        found.addAll(SecurityCodes.in(folded, cards));
        found.addAll(BankAccounts.in(folded));
        found.addAll(Credentials.in(folded));
        found.addAll(Passwords.in(folded));
        return found.isEmpty() ? text : marked(text, folded, found);
    }

    /** Of findings that overlap one mark is left: that of the one that begins first, and of those the longest. */
    private static String marked(String text, FoldedText folded, List<Finding> found) {
        found.sort(Comparator.comparingInt(Finding::start)
                .thenComparing(Comparator.comparingInt(Finding::end).reversed()));
        StringBuilder marked = new StringBuilder(text.length());
        int kept = 0;
        int i = 0;
        while (i < found.size()) {
            Finding first = found.get(i);
            int end = first.end();
            while (i < found.size() && found.get(i).start() < end) {
                end = Math.max(end, found.get(i).end());
                i++;
            }
            marked.append(text, kept, folded.originalStart(first.start())).append(first.mark());
            kept = folded.originalStart(end);
        }
        return marked.append(text, kept, text.length()).toString();
    }
}
