package io.attendant.shared.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds keys and tokens of machines by the forms that their issuers give them. */
public final class Credentials {
    /** Begins only where such a word begins, so that each is read once. */
    private static final Pattern FORMS = Pattern.compile("(?<![A-Za-z0-9_\\]-])(?:"
            + String.join(
                    "|",
                    "(?:sk|rk)[-_][A-Za-z0-9_-]{16,}+",
                    "AIza[A-Za-z0-9_-]{30,}+",
                    "gh[pousr]_[A-Za-z0-9]{20,}+",
                    "github_pat_[A-Za-z0-9_]{20,}+",
                    "glpat-[A-Za-z0-9_-]{16,}+",
                    "xox[abeoprs]-[A-Za-z0-9-]{10,}+",
                    "(?:AKIA|ASIA)[A-Z0-9]{16,}+",
                    "shp(?:at|ca|pa|ss)_[A-Fa-f0-9]{20,}+",
                    "whsec_[A-Za-z0-9]{20,}+",
                    "npm_[A-Za-z0-9]{30,}+",
                    "hf_[A-Za-z0-9]{20,}+",
                    "ya29\\.[A-Za-z0-9_-]{20,}+",
                    "SG\\.[A-Za-z0-9_-]{16,}+\\.[A-Za-z0-9_-]{16,}+",
                    "eyJ[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]{8,}+(?:\\.[A-Za-z0-9_-]*+)?")
            + ")");

    private static final Pattern BEARER = Pattern.compile(
            "(?<![a-z\\]])(?:bearer|authorization\\s{0,3}:\\s{0,3}basic)[\\s:]{1,3}([a-z0-9._~+/=-]{12,}+)");
    private static final Pattern IN_ADDRESS = Pattern.compile("://[^\\s/:@\\[]{1,100}:([^\\s/@\\[]{1,200})@");
    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY[A-Z0-9 ]{0,10}-----");
    private static final Pattern KEY_END = Pattern.compile("-----END [A-Z0-9 ]{1,50}-----");
    private static final Pattern KEY_BODY =
            Pattern.compile("(?:\\s{0,4}[A-Za-z0-9+/=]{16,}+)*+(?:\\s{1,4}[A-Za-z0-9+/]{1,63}={1,2})?");
    private static final Predicate<String> DIGIT = Pattern.compile("[0-9]").asPredicate();

    private Credentials() {}

    public static List<Finding> in(FoldedText text) {
        List<Finding> found = new ArrayList<>();
        add(found, FORMS.matcher(text.chars()), 0);
        add(found, BEARER.matcher(text.lower()), 1);
        Matcher address = IN_ADDRESS.matcher(text.chars());
        while (address.find()) {
            found.add(new Finding(address.start(1), address.end(1), Finding.SECRET));
        }
        addPrivateKeys(found, text);
        return found;
    }

    /** One without a digit is a word with a hyphen. */
    private static void add(List<Finding> found, Matcher form, int group) {
        while (form.find()) {
            if (DIGIT.test(form.group(group))) {
                found.add(new Finding(form.start(group), form.end(group), Finding.SECRET));
            }
        }
    }

    private static void addPrivateKeys(List<Finding> found, FoldedText text) {
        Matcher begin = PRIVATE_KEY.matcher(text.chars());
        Matcher end = KEY_END.matcher(text.chars());
        Matcher body = KEY_BODY.matcher(text.chars());
        boolean endsAhead = true;
        int from = 0;
        while (begin.find(from)) {
            endsAhead = endsAhead && end.find(begin.end());
            if (endsAhead) {
                from = end.end();
            } else {
                body.region(begin.end(), text.length()).lookingAt();
                from = body.end();
            }
            found.add(new Finding(begin.start(), from, Finding.SECRET));
        }
    }
}
