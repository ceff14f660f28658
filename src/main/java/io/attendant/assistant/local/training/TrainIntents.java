package io.attendant.assistant.local.training;

import io.attendant.assistant.local.understanding.Intent;
import io.attendant.assistant.local.understanding.IntentModels;
import io.attendant.assistant.local.understanding.Lexicons;
import io.attendant.assistant.local.understanding.LinearModel;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Trains the model by which the local assistant finds intents; run by the build when the sentences or the words have changed.
 * Deterministic: the same sentences make the same model.
 */
public final class TrainIntents {
    private static final List<String> LABELS =
            Arrays.stream(Intent.values()).map(Intent::name).toList();
    private static final Pattern NAMED_NUMBER =
            Pattern.compile("(?:\\p{L}{5,}|nr\\.?|no\\.?|n[°º])[ :]+(#?\\p{L}{0,3}-?\\d[\\d-]{3,})(?![\\p{L}\\p{N}])");
    private static final long SEED = 20_261_123;
    /** Ordinary messages of each intent and language; more of them make the build longer and the blind sentences no better. */
    private static final int ORDINARY = 200;

    private static final int ORDINARY_HELD_OUT = 20;
    /** With this the held-out sentences were likeliest, of a model that had not seen them. */
    private static final double SHARPNESS = 9;

    private final IntentModels models = new IntentModels(Lexicons.load());
    private final Sentences sentences;
    private final Sentences.Split split;

    private TrainIntents(Sentences sentences) {
        this.sentences = sentences;
        this.split = sentences.split(SEED);
    }

    /**
     * @param folder of {@link Sentences}
     * @throws IOException if a file can't be read
     */
    public static TrainIntents on(Path folder) throws IOException {
        return new TrainIntents(Sentences.read(folder));
    }

    /** @param arguments the folder of the sentences and the file of the model */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path file = Path.of(arguments[1]);
        if (isNewer(file, folder) && isNewer(file, file.getParent())) {
            return;
        }
        TrainIntents training = on(folder);
        LinearModel model = training.onAll();
        Files.createDirectories(file.getParent());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            model.write(out);
        }
    }

    /** Whether a file is there and younger than all others of the folder. */
    private static boolean isNewer(Path file, Path folder) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        FileTime made = Files.getLastModifiedTime(file);
        try (Stream<Path> others = Files.walk(folder)) {
            return others.filter(Files::isRegularFile)
                    .filter(other -> !other.equals(file))
                    .map(TrainIntents::modified)
                    .allMatch(time -> time.compareTo(made) <= 0);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The model of the application. */
    LinearModel onAll() {
        return train(sentences.written(), sentences.ordinary(ORDINARY, SEED));
    }

    /** A model that has never seen the held-out sentences. */
    public LinearModel onPart() {
        return train(split.trained(), sentences.ordinaryPart(false, ORDINARY, SEED));
    }

    public List<Sentence> heldOut() {
        return split.heldOut();
    }

    /** Ordinary messages in phrases and frames that the model of a part has not seen. */
    public List<Sentence> ordinaryHeldOut() {
        return sentences.ordinaryPart(true, ORDINARY_HELD_OUT, SEED);
    }

    private LinearModel train(List<Sentence> written, List<Sentence> ordinary) {
        List<Trainer.Example> examples = Stream.concat(written.stream(), ordinary.stream())
                .flatMap(TrainIntents::withBareNumber)
                .map(this::example)
                .toList();
        return new Trainer(LABELS).train(examples, SHARPNESS);
    }

    /** Who writes "where is order 84213" may as well write "where is 84213". */
    private static Stream<Sentence> withBareNumber(Sentence sentence) {
        String bare = NAMED_NUMBER.matcher(sentence.text()).replaceFirst("$1");
        return bare.equals(sentence.text())
                ? Stream.of(sentence)
                : Stream.of(sentence, new Sentence(sentence.language(), sentence.intent(), bare));
    }

    private Trainer.Example example(Sentence sentence) {
        return new Trainer.Example(
                models.features(sentence.text(), sentence.language()),
                sentence.intent().ordinal());
    }
}
