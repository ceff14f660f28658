package io.attendant.assistant.guard.claims;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds addresses and numbers that name something. */
final class Identifiers {
    private static final Pattern EMAIL =
            Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern URL = Pattern.compile(
            "(?i)https?://[^\\s)>\\]\"]+|www\\.[^\\s)>\\]\"]+|(?<![\\w@.-])(?:[a-z0-9-]+\\.)+(?:com|net|org|io|shop|store|eu|de|at|ch|fr|es|it|pt|nl|be|pl|uk|us|ca|info|example)(?![\\w-])(?:/[^\\s)>\\]\"]*)?");
    private static final Pattern ORDER = Pattern.compile("#(?=[\\w-]*\\d)[\\w-]{2,}");
    /** Letters and digits mixed, or parts with hyphens that hold digits. */
    private static final Pattern CODE =
            Pattern.compile("(?<![\\w-])(?=[A-Za-z-]*\\d)(?=[\\d-]*[A-Za-z])[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*(?![\\w-])");

    private static final Pattern LONG_NUMBER = Pattern.compile(
            "(?<![\\w.,])(?:[A-Z]{1,4} )?\\+?\\d(?:[ /()-]{0,2}\\d){6,}(?: [A-Z]{2}(?![\\p{L}\\d]))?(?![\\w.,]\\d)");
    /** As the Swiss post writes them: "99.60.148372.00915566". */
    private static final Pattern DOTTED_NUMBER =
            Pattern.compile("(?<![\\w.,])\\d{2}(?:\\.\\d{2,8}){2,4}(?![\\w.,]\\d)(?<=\\d{5})");

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*|\\d{1,2}[-/]\\d{1,2}[-/]\\d{2,4}");
    private static final Pattern SIZE_OR_TIME = Pattern.compile(
            "(?i)\\d{1,2}h\\d{2}|\\d+[a-zºª]{1,4}|[a-z]{0,3}|\\d+-[a-zäöü]+(?:-[a-zäöü]+)*|[a-z]{1,2}\\d{1,2}|\\d+x\\d+[a-z]*");
    private static final Pattern END = Pattern.compile("[.,;:!?]+$");

    private Identifiers() {}

    static void read(FoldedText text, StringBuilder rest, List<Mention> mentions) {
        String original = text.original();
        find(EMAIL, original, Claim.Kind.EMAIL, rest, mentions);
        find(URL, original, Claim.Kind.URL, rest, mentions);
        find(ORDER, original, Claim.Kind.ORDER, rest, mentions);
        find(DOTTED_NUMBER, original, Claim.Kind.TRACKING, rest, mentions);
        find(CODE, original, Claim.Kind.TRACKING, rest, mentions);
        find(LONG_NUMBER, original, Claim.Kind.TRACKING, rest, mentions);
    }

    private static void find(
            Pattern pattern, String original, Claim.Kind kind, StringBuilder rest, List<Mention> mentions) {
        Matcher matcher = pattern.matcher(original);
        while (matcher.find()) {
            String found = END.matcher(matcher.group()).replaceAll("");
            boolean taken = rest.charAt(matcher.start()) == MentionReader.TAKEN;
            boolean plain = kind == Claim.Kind.TRACKING
                    && (SIZE_OR_TIME.matcher(found).matches()
                            || DATE.matcher(found).matches());
            if (!taken && !plain && !found.isEmpty()) {
                int end = matcher.start() + found.length();
                mentions.add(new Mention.Identifier(matcher.start(), end, kind, normal(kind, found)));
                MentionReader.blank(rest, matcher.start(), end);
            }
        }
    }

    /** One writing for each identifier. */
    static String normal(Claim.Kind kind, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return switch (kind) {
            case ORDER -> lower.replace("#", "");
            case TRACKING -> lower.replaceAll("[^\\p{L}\\d]", "");
            case URL ->
                lower.replaceFirst("^https?://", "").replaceFirst("^www\\.", "").replaceFirst("/$", "");
            default -> lower;
        };
    }
}
