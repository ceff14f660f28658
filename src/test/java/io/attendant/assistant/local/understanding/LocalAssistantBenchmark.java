package io.attendant.assistant.local.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.assistant.local.training.Sentence;
import io.attendant.assistant.local.training.TrainIntents;
import io.attendant.shared.wording.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How well messages are understood, in figures: on a fifth of the written sentences, and on ordinary messages in a fifth of the
 * grammars' phrases and frames, neither of which a model trained on the rest has seen; and on sentences of an author who has
 * not seen the others, with the application's own model.
 */
class LocalAssistantBenchmark {
    private static final Path SENTENCES = Path.of("src/main/training");
    private static final Path BLIND = Path.of("src/test/resources/local/blind");
    private static final Pattern ORDER_NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{N}])#([A-Z]{0,3})-?(\\d{3,12})(?![\\p{L}\\p{N}-])");
    private static final int PAIRS = 15;

    private static final Lexicons LEXICONS = Lexicons.load();
    private static final IntentModels MODELS = new IntentModels(LEXICONS);
    private static TrainIntents training;
    private static IntentClassifier ofPart;

    @BeforeAll
    static void train() throws IOException {
        training = TrainIntents.on(SENTENCES);
        ofPart = MODELS.classifier(training.onPart());
    }

    private record Answered(Sentence sentence, Intent got) {
        boolean isRight() {
            return sentence.intent() == got;
        }
    }

    @Test
    void heldOutSentences() {
        List<Answered> answered = report("held out, written to differ", training.heldOut(), ofPart);
        // What is reached, and never to get worse.
        assertThat(share(answered)).isGreaterThan(0.77);
    }

    @Test
    void ordinaryMessages() {
        List<Answered> answered = report("held out, ordinary", training.ordinaryHeldOut(), ofPart);
        for (Language language : Language.values()) {
            List<Answered> own = answered.stream()
                    .filter(one -> one.sentence().language() == language)
                    .toList();
            assertThat(share(own)).as(language.name()).isGreaterThan(language == Language.en ? 0.93 : 0.88);
        }
    }

    @Test
    void blindSentences() throws IOException {
        List<Answered> answered = report("blind", blind(), MODELS.built());
        assertThat(share(answered)).isGreaterThan(0.9);
    }

    @Test
    void languages() throws IOException {
        LanguageDetector detector = new LanguageDetector(LEXICONS);
        List<Sentence> blind = blind();
        long right = blind.stream()
                .filter(sentence ->
                        detector.detect(Utterance.of(sentence.text()), Optional.empty()) == sentence.language())
                .count();
        System.out.printf("language, of a first message: %.1f %% of %d%n", 100.0 * right / blind.size(), blind.size());
        assertThat(right).isGreaterThan(blind.size() * 95 / 100);
    }

    @Test
    void orderNumbers() throws IOException {
        Interpreter interpreter = new Interpreter(LEXICONS);
        List<Sentence> all = new ArrayList<>(blind());
        all.addAll(training.heldOut());
        int numbered = 0;
        List<String> wrong = new ArrayList<>();
        for (Sentence sentence : all) {
            Matcher number = ORDER_NUMBER.matcher(sentence.text());
            if (number.find()) {
                numbered++;
                Optional<String> read = interpreter
                        .readIn(sentence.language(), sentence.text())
                        .slots()
                        .orderId();
                if (!read.equals(Optional.of("#" + number.group(1) + number.group(2)))) {
                    wrong.add(read + ": " + sentence.text());
                }
            }
        }
        System.out.printf("order numbers: %d of %d read%n", numbered - wrong.size(), numbered);
        assertThat(wrong.size()).as("%s", wrong).isLessThanOrEqualTo(numbered / 100);
    }

    private static List<Sentence> blind() throws IOException {
        List<Sentence> sentences = new ArrayList<>();
        for (Language language : Language.values()) {
            for (String line : Files.readAllLines(BLIND.resolve(language + ".tsv"))) {
                String[] parts = line.split("\t", 2);
                sentences.add(new Sentence(language, Intent.valueOf(parts[0]), parts[1]));
            }
        }
        return sentences;
    }

    private static List<Answered> report(String name, List<Sentence> sentences, IntentClassifier classifier) {
        List<Answered> answered = new ArrayList<>();
        double[] millis = new double[sentences.size()];
        for (int i = 0; i < millis.length; i++) {
            Sentence sentence = sentences.get(i);
            Utterance message = Utterance.of(sentence.text());
            long start = System.nanoTime();
            Intent got = classifier.rank(message, sentence.language()).get(0).intent();
            millis[i] = (System.nanoTime() - start) / 1e6;
            answered.add(new Answered(sentence, got));
        }
        Arrays.sort(millis);
        System.out.printf("%s: %.1f %% of %d%n", name, 100 * share(answered), answered.size());
        System.out.println("  by language: "
                + shares(answered, one -> one.sentence().language().name()));
        System.out.println("  by intent: "
                + shares(answered, one -> one.sentence().intent().name()));
        System.out.println("  taken for another: " + confusions(answered));
        long meant = answered.stream()
                .filter(one -> one.sentence().intent() == Intent.out_of_scope)
                .count();
        long said = answered.stream()
                .filter(one -> one.got() == Intent.out_of_scope)
                .count();
        long both = answered.stream()
                .filter(one -> one.got() == Intent.out_of_scope && one.isRight())
                .count();
        System.out.printf(
                "  out of scope: precision %.1f %%, recall %.1f %%%n",
                100.0 * both / Math.max(1, said), 100.0 * both / Math.max(1, meant));
        System.out.printf(
                "  a message: p50 %.2f ms, p99 %.2f ms%n", millis[millis.length / 2], millis[millis.length * 99 / 100]);
        return answered;
    }

    private static double share(List<Answered> answered) {
        return (double) answered.stream().filter(Answered::isRight).count() / answered.size();
    }

    private static String shares(List<Answered> answered, Function<Answered, String> by) {
        Map<String, List<Answered>> groups =
                answered.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> "%s %.1f".formatted(group.getKey(), 100 * share(group.getValue())))
                .collect(Collectors.joining(", "));
    }

    private static String confusions(List<Answered> answered) {
        Map<String, Long> pairs = answered.stream()
                .filter(one -> !one.isRight())
                .collect(Collectors.groupingBy(
                        one -> one.sentence().intent() + " > " + one.got(), TreeMap::new, Collectors.counting()));
        return pairs.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Long> pair) -> -pair.getValue()))
                .limit(PAIRS)
                .map(pair -> pair.getKey() + " " + pair.getValue())
                .collect(Collectors.joining(", "));
    }
}
