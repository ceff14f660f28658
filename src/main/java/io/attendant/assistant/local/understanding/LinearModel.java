package io.attendant.assistant.local.understanding;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A trained linear classifier over {@link MessageFeatures}: for every label a weight for every feature, as a byte times the
 * label's scale, which measured the same as with full precision and is an eighth of it. Immutable.
 */
public final class LinearModel {
    private static final int FORMAT = 1;

    private final List<String> labels;
    private final float[] scales;
    private final byte[] weights;
    private final float sharpness;

    private LinearModel(List<String> labels, float[] scales, byte[] weights, float sharpness) {
        this.labels = labels;
        this.scales = scales;
        this.weights = weights;
        this.sharpness = sharpness;
    }

    /**
     * @param weights for each label one for each feature
     * @param sharpness what a margin is multiplied with before it counts as a logarithm of odds; found by trying on sentences
     *     that the weights don't come from
     */
    public static LinearModel of(List<String> labels, double[][] weights, double sharpness) {
        float[] scales = new float[labels.size()];
        byte[] bytes = new byte[MessageFeatures.SIZE * labels.size()];
        for (int label = 0; label < scales.length; label++) {
            double largest = 0;
            for (double weight : weights[label]) {
                largest = Math.max(largest, Math.abs(weight));
            }
            scales[label] = (float) (Math.max(largest, Float.MIN_NORMAL) / Byte.MAX_VALUE);
            for (int feature = 0; feature < MessageFeatures.SIZE; feature++) {
                bytes[feature * scales.length + label] = (byte) Math.round(weights[label][feature] / scales[label]);
            }
        }
        return new LinearModel(List.copyOf(labels), scales, bytes, (float) sharpness);
    }

    /** The probability of each label, by the label's place in {@link #labels}. */
    double[] probabilities(MessageFeatures message) {
        double[] scores = margins(message);
        double largest = IntStream.range(0, scores.length)
                .mapToDouble(label -> scores[label])
                .max()
                .orElse(0);
        double sum = 0;
        for (int label = 0; label < scores.length; label++) {
            scores[label] = Math.exp(sharpness * (scores[label] - largest));
            sum += scores[label];
        }
        for (int label = 0; label < scores.length; label++) {
            scores[label] /= sum;
        }
        return scores;
    }

    private double[] margins(MessageFeatures message) {
        double[] margins = new double[scales.length];
        for (int i = 0; i < message.numbers().length; i++) {
            int row = message.numbers()[i] * scales.length;
            for (int label = 0; label < margins.length; label++) {
                margins[label] += message.values()[i] * weights[row + label];
            }
        }
        for (int label = 0; label < margins.length; label++) {
            margins[label] *= scales[label];
        }
        return margins;
    }

    List<String> labels() {
        return labels;
    }

    public void write(OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        out.writeInt(FORMAT);
        out.writeInt(MessageFeatures.SIZE);
        out.writeFloat(sharpness);
        out.writeInt(labels.size());
        for (int label = 0; label < scales.length; label++) {
            out.writeUTF(labels.get(label));
            out.writeFloat(scales[label]);
        }
        out.write(weights);
        out.flush();
    }

    /** @throws IllegalStateException if there is no such model, or it is of another format */
    static LinearModel read(String resource) {
        try (InputStream file = LinearModel.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException(
                        "no trained model " + resource + "; the build makes it: ./mvnw process-classes");
            }
            return read(new DataInputStream(new BufferedInputStream(file)), resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LinearModel read(DataInputStream in, String resource) throws IOException {
        if (in.readInt() != FORMAT || in.readInt() != MessageFeatures.SIZE) {
            throw new IllegalStateException(resource + " is of another format; ./mvnw clean makes room for a new one");
        }
        float sharpness = in.readFloat();
        float[] scales = new float[in.readInt()];
        List<String> labels = new ArrayList<>();
        for (int label = 0; label < scales.length; label++) {
            labels.add(in.readUTF());
            scales[label] = in.readFloat();
        }
        byte[] weights = new byte[MessageFeatures.SIZE * scales.length];
        in.readFully(weights);
        return new LinearModel(List.copyOf(labels), scales, weights, sharpness);
    }
}
