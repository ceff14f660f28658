package io.attendant.assistant.local.understanding;

import io.attendant.shared.wording.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Finds intents by a model that was trained on messages in all languages, at build time. Immutable. */
final class TrainedClassifier implements IntentClassifier {
    /** Less sure than this, nothing is guessed: of such guesses two in three were wrong. */
    private static final double SURE = 0.1;
    /** A word or two say less: they may name a product, or answer a question. */
    private static final double SURE_OF_LITTLE = 0.2;

    private static final int LITTLE = 2;
    /** Less likely ones are nobody's second choice. */
    private static final double LIKELY = 0.02;

    /** How much a sentence by itself counts against the whole. */
    private static final double OF_A_PART = 0.9;

    /** "Via PayPal" adds to what stands before it. */
    private static final int WORDS_OF_A_PART = 3;

    private static final int MOST_SENTENCES = 12;
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?;\\n])\\s+");
    private static final Pattern WORD_END = Pattern.compile("\\s+");

    private final IntentModels models;
    private final LinearModel model;
    private final List<Intent> intents;

    TrainedClassifier(IntentModels models, LinearModel model) {
        this.models = models;
        this.model = model;
        this.intents = model.labels().stream().map(Intent::valueOf).toList();
    }

    @Override
    public List<IntentScore> rank(Utterance message, Language language) {
        double[] likelihoods = likelihoods(message.text(), language);
        double sum = Math.max(1, Arrays.stream(likelihoods).sum());
        List<IntentScore> scores = new ArrayList<>();
        for (int i = 0; i < likelihoods.length; i++) {
            if (likelihoods[i] >= LIKELY) {
                scores.add(new IntentScore(intents.get(i), likelihoods[i] / sum));
            }
        }
        scores.sort(Comparator.comparingDouble(IntentScore::confidence).reversed());
        double sure = message.words().size() <= LITTLE ? SURE_OF_LITTLE : SURE;
        double best = Arrays.stream(likelihoods).max().orElse(0);
        return best < sure ? unsure(best, scores) : List.copyOf(scores);
    }

    /** Nothing is guessed: what it may be shares what little likelihood there is. */
    private static List<IntentScore> unsure(double best, List<IntentScore> scores) {
        List<IntentScore> others = scores.stream()
                .filter(score -> score.intent() != Intent.out_of_scope)
                .toList();
        double sum = others.stream().mapToDouble(IntentScore::confidence).sum();
        List<IntentScore> all = new ArrayList<>(List.of(new IntentScore(Intent.out_of_scope, 1 - best)));
        others.forEach(score -> all.add(new IntentScore(score.intent(), score.confidence() * best / sum)));
        return List.copyOf(all);
    }

    /** A wish is often one sentence of many: what one of them says clearly the message says too. */
    private double[] likelihoods(String text, Language language) {
        double[] whole = model.probabilities(models.features(text, language));
        String[] sentences = SENTENCE_END.split(text, MOST_SENTENCES);
        if (sentences.length < 2) {
            return whole;
        }
        for (String sentence : sentences) {
            if (WORD_END.split(sentence.strip(), WORDS_OF_A_PART).length == WORDS_OF_A_PART) {
                double[] part = model.probabilities(models.features(sentence, language));
                for (int i = 0; i < whole.length; i++) {
                    boolean passing = intents.get(i).isSmallTalk() || intents.get(i) == Intent.out_of_scope;
                    whole[i] = passing ? whole[i] : Math.max(whole[i], OF_A_PART * part[i]);
                }
            }
        }
        return whole;
    }
}
