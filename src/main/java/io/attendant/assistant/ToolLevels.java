package io.attendant.assistant;

import io.attendant.catalog.CatalogTools;
import io.attendant.conversations.ShopperTool;
import io.attendant.customers.CustomerTools;
import io.attendant.handoff.HandoffTools;
import io.attendant.identity.TrustLevel;
import io.attendant.knowledge.HelpTools;
import io.attendant.orders.OrderActionTools;
import io.attendant.orders.OrderTools;
import io.quarkiverse.langchain4j.RegisterAiService;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The trust that each tool asks for. A call whose arguments can't be read never reaches the tool, and with it the check of
 * trust, which comes before anything else.
 */
@RegisterForReflection(
        targets = {
            CatalogTools.class,
            OrderTools.class,
            OrderActionTools.class,
            CustomerTools.class,
            VerificationTools.class,
            HelpTools.class,
            CalculatorTools.class,
            HandoffTools.class
        })
public final class ToolLevels {
    private static final Map<String, TrustLevel> LEVELS = Arrays.stream(SupportAssistant.class
                    .getAnnotation(RegisterAiService.class)
                    .tools())
            .flatMap(tools -> Arrays.stream(tools.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(ShopperTool.class))
            .collect(Collectors.toUnmodifiableMap(
                    Method::getName,
                    method -> method.getAnnotation(ShopperTool.class).level()));

    private ToolLevels() {}

    /** The names of all tools that are offered to the model. */
    public static Set<String> names() {
        return LEVELS.keySet();
    }

    /** The highest level for a tool that isn't known. */
    static TrustLevel of(String tool) {
        return LEVELS.getOrDefault(tool, TrustLevel.customer);
    }
}
