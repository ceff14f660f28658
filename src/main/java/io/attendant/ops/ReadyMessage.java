package io.attendant.ops;

import io.attendant.shared.AnsweringModel;
import io.attendant.shared.DemoConfig;
import io.quarkus.logging.Log;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;

/** Says where to look, once there is something to see. */
@ApplicationScoped
public class ReadyMessage {
    @Inject
    AnsweringModel model;

    @Inject
    DemoConfig demo;

    void onListening(@ObservesAsync HttpServerStart event) {
        Log.infof(
                "Attendant is ready: open http://localhost:%d (answering: %s%s)",
                event.options().getPort(), model.name(), demo.enabled() ? ", demo mode" : "");
    }
}
