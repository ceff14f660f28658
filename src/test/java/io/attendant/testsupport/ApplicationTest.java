package io.attendant.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.assistant.model.ModelBreaker;
import io.attendant.testsupport.gemini.GeminiEmulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test over HTTP with the small shop in the database and the emulator as Gemini. */
@QuarkusTestResource(GeminiResource.class)
public abstract class ApplicationTest {
    @TestHTTPResource
    URI base;

    @Inject
    Shop shop;

    @Inject
    ModelBreaker breaker;

    protected Attendant attendant;
    protected GeminiEmulator gemini;

    @BeforeEach
    void fresh() {
        gemini = GeminiResource.gemini();
        gemini.reset();
        breaker.reset();
        attendant = new Attendant(base);
        SmallShop.load(shop);
    }

    /** Whatever a test does, the API must never have had a reason to refuse a request. */
    @AfterEach
    void everyRequestWasValid() {
        assertThat(gemini.violations()).isEmpty();
    }
}
