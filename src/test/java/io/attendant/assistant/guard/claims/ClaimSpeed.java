package io.attendant.assistant.guard.claims;

import java.io.IOException;
import java.util.List;

/** Prints how long the check of a sentence takes, over the tuning corpus. Run it by hand: a clock makes no test. */
final class ClaimSpeed {
    private static final int WARM_UP = 30;
    private static final int ROUNDS = 30;

    private ClaimSpeed() {}

    public static void main(String[] arguments) throws IOException {
        ClaimCheck check = ClaimCheck.load();
        List<Corpus.Case> cases = Corpus.read("tuning");
        run(check, cases, WARM_UP);
        long start = System.nanoTime();
        long claims = run(check, cases, ROUNDS);
        double micros = (System.nanoTime() - start) / 1_000.0 / ROUNDS / cases.size();
        System.out.printf("%.0f µs a sentence (%d sentences, %d claims)%n", micros, cases.size(), claims / ROUNDS);
    }

    private static long run(ClaimCheck check, List<Corpus.Case> cases, int rounds) {
        long claims = 0;
        for (int round = 0; round < rounds; round++) {
            for (Corpus.Case sentence : cases) {
                claims += check.check(sentence.sentence(), "", sentence.evidence())
                        .size();
            }
        }
        return claims;
    }
}
