package io.attendant.chat;

import io.attendant.shared.DemoConfig;
import io.attendant.shared.ShopConfig;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a client has to know before anything else; public. */
@Path("/api/config")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "config")
public class ConfigResource {
    @Inject
    ShopConfig shop;

    @Inject
    DemoConfig demo;

    /**
     * @param demo whether anybody may be signed in for trying it out
     * @param linkHosts the hosts, besides the page's own, to which a client may render links of an answer; {@code *.example.com}
     *     is all below {@code example.com}
     */
    @Schema(
            name = "PublicConfig",
            requiredProperties = {"shopName", "currency", "locales", "demo", "assistant"})
    public record PublicConfig(
            String shopName,
            String currency,
            List<String> locales,
            boolean demo,
            ConversationResource.AssistantInfo assistant,
            List<String> linkHosts) {}

    @GET
    @Operation(operationId = "getConfig")
    public PublicConfig config() {
        return new PublicConfig(
                shop.name(),
                shop.currency(),
                shop.locales(),
                demo.enabled(),
                new ConversationResource.AssistantInfo(shop.assistantName(), true),
                shop.linkHosts().orElse(List.of()));
    }
}
