package io.attendant.shared.redaction;

import java.util.Arrays;
import java.util.List;

/** Which numbers are issued as payment cards: ranges of first digits, and the lengths they come in. */
enum CardBrand {
    VISA("4", 13, 16, 19),
    MASTERCARD("51-55 2221-2720", 16),
    AMERICAN_EXPRESS("34 37", 15),
    DINERS_CLUB("300-305 3095 36 38-39", 14, 16, 17, 18, 19),
    DISCOVER("6011 644-649 65", 16, 17, 18, 19),
    JCB("3528-3589", 16, 17, 18, 19),
    JCB_SHORT("1800 2131", 15),
    UNION_PAY("62 81", 16, 17, 18, 19),
    MAESTRO("5018 5019 5020 5038 5612 5893 6304 6390 6759 6761-6763 0604", 13, 14, 15, 16, 17, 18, 19),
    MIR("2200-2204", 16, 17, 18, 19),
    RU_PAY("508 60 82", 16),
    ELO("504175 506699-506778 509000-509999 627780 636297 636368", 16),
    VERVE("506099-506198", 16, 18, 19),
    TROY("9792", 16);

    static final int SHORTEST = 13;
    static final int LONGEST = 19;
    private static final int PREFIX = 6;

    private record Range(int low, int high, int digits) {
        boolean holds(int prefix) {
            int first = prefix;
            for (int i = digits; i < PREFIX; i++) {
                first /= 10;
            }
            return first >= low && first <= high;
        }
    }

    private final List<Range> ranges;
    private final List<Integer> lengths;

    CardBrand(String prefixes, Integer... lengths) {
        this.ranges = Arrays.stream(prefixes.split(" ", -1))
                .map(range -> range.split("-", -1))
                .map(ends ->
                        new Range(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]), ends[0].length()))
                .toList();
        this.lengths = List.of(lengths);
    }

    /** Whether a brand issues numbers of this length with these first six digits. */
    static boolean issues(int prefix, int length) {
        return Arrays.stream(values())
                .anyMatch(brand ->
                        brand.lengths.contains(length) && brand.ranges.stream().anyMatch(range -> range.holds(prefix)));
    }

    /** The check digit of ISO/IEC 7812. */
    static boolean checks(int[] digits, int from, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            int digit = digits[from + length - 1 - i];
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
