package io.attendant.assistant.model;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The client library names its own data classes to a native image, but not what their annotations name. */
@RegisterForReflection(targets = PropertyNamingStrategies.SnakeCaseStrategy.class)
final class OpenAiReflection {
    private OpenAiReflection() {}
}
