package io.attendant.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Nothing made for trying out belongs into production. */
@ApplicationScoped
public class DemoCheck implements ProductionCheck {
    @Inject
    DemoConfig demo;

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (demo.enabled()) {
            problems.add("demo-mode: attendant.demo.enabled signs anybody in as anyone");
        }
        if (demo.shop()) {
            problems.add("demo-shop: attendant.demo.shop would put invented orders beside real ones");
        }
        return problems;
    }
}
