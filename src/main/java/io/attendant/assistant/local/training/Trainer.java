package io.attendant.assistant.local.training;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import io.attendant.assistant.local.understanding.LinearModel;
import io.attendant.assistant.local.understanding.MessageFeatures;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Trains a {@link LinearModel} with LIBLINEAR: a multi-class support vector machine (Crammer and Singer, 2001). */
final class Trainer {
    /** How dear a misread sentence is against large weights; the best of a few on the held-out sentences. */
    private static final double COST = 2;
    /** When to stop; a finer one changed nothing. */
    private static final double EPSILON = 0.1;

    private static final long SEED = 20_261_123;

    private final List<String> labels;

    Trainer(List<String> labels) {
        this.labels = labels;
    }

    /** What a message is recognised by, and the place of its label. */
    record Example(MessageFeatures features, int label) {}

    /** @param sharpness see {@link LinearModel#of} */
    LinearModel train(List<Example> examples, double sharpness) {
        Linear.disableDebugOutput();
        Parameter parameter = new Parameter(SolverType.MCSVM_CS, COST, EPSILON);
        // The solver takes the examples in a random order: the same every time.
        parameter.setRandom(new Random(SEED));
        Model model = Linear.train(problem(examples), parameter);
        return LinearModel.of(labels, weights(model), sharpness);
    }

    private static Problem problem(List<Example> examples) {
        Problem problem = new Problem();
        problem.l = examples.size();
        problem.n = MessageFeatures.SIZE;
        problem.x = new Feature[problem.l][];
        problem.y = new double[problem.l];
        for (int i = 0; i < problem.l; i++) {
            problem.x[i] = features(examples.get(i).features());
            problem.y[i] = examples.get(i).label();
        }
        return problem;
    }

    private static Feature[] features(MessageFeatures found) {
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < found.numbers().length; i++) {
            // The library counts from 1.
            features.add(new FeatureNode(found.numbers()[i] + 1, found.values()[i]));
        }
        return features.toArray(Feature[]::new);
    }

    /** The library keeps them by feature, and the labels in the order in which it met them. */
    private double[][] weights(Model model) {
        double[][] weights = new double[labels.size()][MessageFeatures.SIZE];
        int[] order = model.getLabels();
        double[] all = model.getFeatureWeights();
        for (int feature = 0; feature < MessageFeatures.SIZE; feature++) {
            for (int place = 0; place < order.length; place++) {
                weights[order[place]][feature] = all[feature * order.length + place];
            }
        }
        return weights;
    }
}
