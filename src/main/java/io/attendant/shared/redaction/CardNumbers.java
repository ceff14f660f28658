package io.attendant.shared.redaction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the numbers of payment cards. */
public final class CardNumbers {
    /** How people group digits; anything else counts only in a sentence about a card. */
    private static final List<List<Integer>> KNOWN_GROUPS = List.of(List.of(4, 6, 5), List.of(4, 6, 4));

    private static final List<Integer> EVEN_GROUPS = List.of(1, 2, 4, 8);
    /** Prices, dates and quantities come in smaller groups, but hardly with one sign between all of them. */
    private static final int FREELY_SEPARATED = 4;

    /** The usual lengths first: what follows a number may be its security code. */
    private static final int[] LENGTHS = {16, 15, 14, 19, 18, 17, 13};

    private static final int MAX_SEPARATOR = 3;
    private static final String SEPARATORS = "-._/|,:*+~\u00B7\u2022";
    /** The longest number a phone can have, with the country's. */
    private static final int MAX_PHONE = 15;

    private static final Pattern CARD_WORDS = Pattern.compile(
            "(?<!\\p{L})(?:(?:credit|debit|bank|gift|kredit|debet|debit|ec-?|giro|betaal)?(?:cards?|karten?|kaart(?:en)?|karta|karty)"
                    + "|kart[ei]|carte|tarjetas?|carta|cartao|cardnumber|kartennummer|kreditkartennummer|visa|mastercard"
                    + "|maestro|amex|diners|discover|jcb|unionpay)(?!\\p{L})");
    private static final Pattern PARCEL_WORDS = Pattern.compile(
            "(?<!\\p{L})(?:track|parcel|package|shipment|order|sendung|paket|bestell|colis|suivi|commande|envio"
                    + "|seguimiento|pedido|spedizion|tracciament|pacco|ordine|encomenda|rastre|zending|pakket|bestelling|przesyl"
                    + "|paczk|zamowien|ean|gtin|imei|isbn|barcode|serial|sku)");

    private final FoldedText text;
    private final Sentences aboutCards;
    private final Sentences aboutParcels;
    private final List<Finding> found = new ArrayList<>();

    private CardNumbers(FoldedText text) {
        this.text = text;
        this.aboutCards = new Sentences(text, CARD_WORDS);
        this.aboutParcels = new Sentences(text, PARCEL_WORDS);
    }

    public static List<Finding> in(FoldedText text) {
        CardNumbers numbers = new CardNumbers(text);
        numbers.search();
        return numbers.found;
    }

    private void search() {
        BitSet uuids = Uuids.in(text);
        int i = 0;
        while (i < text.length()) {
            if (!text.isDigit(i) || uuids.get(i)) {
                i++;
                continue;
            }
            DigitRun run = DigitRun.from(text, i, MAX_SEPARATOR, SEPARATORS);
            search(run);
            i = run.end();
        }
    }

    private void search(DigitRun run) {
        int group = 0;
        while (group < run.groups()) {
            int last = numberFrom(run, group);
            if (last >= 0) {
                int end = run.groupEnd(last);
                found.add(new Finding(run.groupStart(group), end, "[card •" + run.lastFour(last) + "]"));
                group = last + 1;
            } else {
                group++;
            }
        }
    }

    /** The last group of a card's number that begins with {@code first}, or -1. */
    private int numberFrom(DigitRun run, int first) {
        for (int length : LENGTHS) {
            int last = run.lastGroup(first, length);
            if (last >= 0 && isCard(run, first, last, length)) {
                return last;
            }
        }
        return -1;
    }

    private boolean isCard(DigitRun run, int first, int last, int length) {
        int start = run.groupStart(first);
        return CardBrand.issues(run.prefix(first), length)
                && run.checks(first, length)
                && !isPhone(start, length)
                && (aboutCards.named(start)
                        || (length != CardBrand.SHORTEST && looksLikeOne(run, first, last, length)));
    }

    private boolean isPhone(int start, int length) {
        return start > 0 && text.at(start - 1) == '+' && length <= MAX_PHONE;
    }

    private boolean looksLikeOne(DigitRun run, int first, int last, int length) {
        if (first == last) {
            return length == 15 || length == 16 || !aboutParcels.named(run.groupStart(first));
        }
        return isUsualGrouping(run, first, last);
    }

    private static boolean isUsualGrouping(DigitRun run, int first, int last) {
        List<Integer> sizes = run.sizes(first, last);
        if (KNOWN_GROUPS.contains(sizes)) {
            return true;
        }
        int size = sizes.getFirst();
        boolean even = EVEN_GROUPS.contains(size)
                && sizes.getLast() <= size
                && sizes.subList(0, sizes.size() - 1).stream().allMatch(other -> other == size);
        return even && (size >= FREELY_SEPARATED || run.isAlone(first, last));
    }
}
