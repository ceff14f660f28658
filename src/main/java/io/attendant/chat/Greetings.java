package io.attendant.chat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.attendant.conversations.ChatEvent;
import io.attendant.shared.Json;
import io.attendant.shared.ShopConfig;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the shopper reads before anything was said, in their language. */
@RegisterForReflection
@ApplicationScoped
public class Greetings {
    private static final String FILE = "/chat/greetings.json";

    private final ShopConfig shop;
    private final Map<String, Greeting> byLanguage;

    /** A greeting, and what to ask next with one click. */
    public record Greeting(String greeting, List<ChatEvent.Choice> suggestions) {}

    @Inject
    Greetings(ShopConfig shop) {
        this.shop = shop;
        try (InputStream file = Greetings.class.getResourceAsStream(FILE)) {
            byLanguage = Json.mapper().readValue(file, new TypeReference<Map<String, Greeting>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " can't be read", e);
        }
    }

    /** In the locale's language if there is one, else in the shop's first. */
    public Greeting in(Optional<String> locale) {
        Greeting greeting = locale.map(
                        tag -> byLanguage.get(Locale.forLanguageTag(tag).getLanguage()))
                .or(() -> Optional.ofNullable(byLanguage.get(shop.locales().getFirst())))
                .orElseGet(() -> byLanguage.get("en"));
        return new Greeting(
                greeting.greeting().replace("{assistant}", shop.assistantName()).replace("{shop}", shop.name()),
                greeting.suggestions());
    }
}
