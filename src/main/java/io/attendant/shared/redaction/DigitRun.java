package io.attendant.shared.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Groups of digits with nothing but a few separators between them. */
final class DigitRun {
    private final int[] digits;
    private final int[] starts;
    private final int[] ends;
    /** How many digits come before each group. */
    private final int[] before;

    private final String[] separators;

    private DigitRun(int[] digits, List<int[]> groups, List<String> separators) {
        this.digits = digits;
        starts = groups.stream().mapToInt(group -> group[0]).toArray();
        ends = groups.stream().mapToInt(group -> group[1]).toArray();
        before = new int[starts.length + 1];
        for (int i = 0; i < starts.length; i++) {
            before[i + 1] = before[i] + ends[i] - starts[i];
        }
        this.separators = separators.toArray(String[]::new);
    }

    /** The run that begins with the digit at {@code start}. */
    static DigitRun from(FoldedText text, int start, int maxSeparator, String signs) {
        int[] digits = new int[16];
        int count = 0;
        List<int[]> groups = new ArrayList<>();
        List<String> separators = new ArrayList<>();
        int i = start;
        while (true) {
            int groupStart = i;
            while (text.isDigit(i)) {
                if (count == digits.length) {
                    digits = Arrays.copyOf(digits, count * 2);
                }
                digits[count++] = text.digit(i);
                i++;
            }
            groups.add(new int[] {groupStart, i});
            int next = i;
            while (next < text.length() && next - i <= maxSeparator && isSeparator(text.at(next), signs)) {
                next++;
            }
            // A full stop with a space after it ends a sentence.
            boolean stop = next - i > 1 && text.chars().substring(i, next).indexOf('.') >= 0;
            if (stop || next - i > maxSeparator || !text.isDigit(next)) {
                return new DigitRun(Arrays.copyOf(digits, count), groups, separators);
            }
            separators.add(text.chars().substring(i, next));
            i = next;
        }
    }

    private static boolean isSeparator(char c, String signs) {
        return Character.isWhitespace(c) || signs.indexOf(c) >= 0;
    }

    int groups() {
        return starts.length;
    }

    int groupStart(int group) {
        return starts[group];
    }

    int groupEnd(int group) {
        return ends[group];
    }

    /** The character after the run. */
    int end() {
        return ends[ends.length - 1];
    }

    /** The group with which the digits from {@code first} on are exactly so many, or -1. */
    int lastGroup(int first, int length) {
        for (int last = first; last < starts.length; last++) {
            int sum = before[last + 1] - before[first];
            if (sum >= length) {
                return sum == length ? last : -1;
            }
        }
        return -1;
    }

    /** The six digits from a group on; there must be as many. */
    int prefix(int group) {
        int prefix = 0;
        for (int i = 0; i < 6; i++) {
            prefix = prefix * 10 + digits[before[group] + i];
        }
        return prefix;
    }

    boolean checks(int first, int length) {
        return CardBrand.checks(digits, before[first], length);
    }

    String lastFour(int last) {
        StringBuilder four = new StringBuilder();
        for (int i = before[last + 1] - 4; i < before[last + 1]; i++) {
            four.append(digits[i]);
        }
        return four.toString();
    }

    List<Integer> sizes(int first, int last) {
        List<Integer> sizes = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            sizes.add(ends[i] - starts[i]);
        }
        return sizes;
    }

    /** Whether one sign separates these groups, and no group of the same size is joined to them by it. */
    boolean isAlone(int first, int last) {
        String sign = kind(first);
        for (int i = first; i < last; i++) {
            if (!kind(i).equals(sign)) {
                return false;
            }
        }
        int size = ends[first] - starts[first];
        return !joins(first - 1, first - 1, size, sign) && !joins(last, last + 1, size, sign);
    }

    private boolean joins(int separator, int group, int size, String sign) {
        return group >= 0
                && group < starts.length
                && ends[group] - starts[group] == size
                && kind(separator).equals(sign);
    }

    /** A separator whatever its length, if it is white space. */
    private String kind(int separator) {
        return separators[separator].isBlank() ? " " : separators[separator];
    }
}
