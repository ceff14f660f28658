package io.attendant.ops;

import io.attendant.shared.AnsweringModel;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says which model answers. Always up: where Gemini can't be reached the local assistant answers, so no pod has to go down. */
@Readiness
public class ModelHealth implements HealthCheck {
    @Inject
    AnsweringModel model;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("model")
                .up()
                .withData("answering", model.name())
                .build();
    }
}
