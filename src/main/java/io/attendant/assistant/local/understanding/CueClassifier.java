package io.attendant.assistant.local.understanding;

import io.attendant.shared.wording.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the cues of the data files point at: of each intent the heaviest cue that the message holds. */
final class CueClassifier {
    /** What each further cue for the same intent adds to the heaviest. */
    private static final double FURTHER_CUE = 0.25;

    private static final int FURTHER_CUES = 2;
    /** The weight of the possibility that the message wants something else. */
    private static final double DOUBT = 0.5;

    private final Lexicons lexicons;

    CueClassifier(Lexicons lexicons) {
        this.lexicons = lexicons;
    }

    /** Likeliest first, never empty. */
    List<IntentScore> rank(Utterance message, Language language) {
        Words words = Words.of(lexicons.spelling(language).correct(message.folded()));
        Map<Intent, Double> weights = new EnumMap<>(Intent.class);
        lexicons.of(language).cues().forEach((intent, cues) -> {
            double[] found = cues.stream()
                    .filter(cue -> cue.matches(words))
                    .mapToDouble(Cue::weight)
                    .toArray();
            if (found.length > 0) {
                weights.put(intent, weight(found));
            }
        });
        return scores(weights);
    }

    private static double weight(double[] found) {
        double heaviest = 0;
        for (double weight : found) {
            heaviest = Math.max(heaviest, weight);
        }
        return heaviest + FURTHER_CUE * Math.min(found.length - 1, FURTHER_CUES);
    }

    private static List<IntentScore> scores(Map<Intent, Double> weights) {
        double sum = DOUBT;
        for (double weight : weights.values()) {
            sum += weight * weight;
        }
        List<IntentScore> scores = new ArrayList<>();
        for (Map.Entry<Intent, Double> entry : weights.entrySet()) {
            scores.add(new IntentScore(entry.getKey(), entry.getValue() * entry.getValue() / sum));
        }
        scores.sort(Comparator.comparingDouble(IntentScore::confidence).reversed());
        if (scores.isEmpty()) {
            scores.add(new IntentScore(Intent.out_of_scope, 1));
        }
        return List.copyOf(scores);
    }
}
