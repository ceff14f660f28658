package io.attendant.assistant;

import io.attendant.actions.Proposals;
import io.attendant.conversations.TurnLog;
import io.attendant.customers.CustomerData;
import io.attendant.customers.CustomerService;
import io.attendant.handoff.Handoff;
import io.attendant.identity.ShopperSession;
import io.attendant.shared.ShopConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Gathers what is known when a turn begins. */
@ApplicationScoped
public class TurnBriefs {
    private static final int MAX_PROPOSALS = 5;

    @Inject
    Proposals proposals;

    @Inject
    Handoff handoff;

    @Inject
    TurnLog turns;

    @Inject
    CustomerService customers;

    @Inject
    ShopConfig shop;

    @Inject
    Clock clock;

    /** The session with the language that the shopper's profile names, where the conversation names none. */
    public ShopperSession inTheShoppersLanguage(ShopperSession session) {
        return session.locale().isPresent()
                ? session
                : session.customerId()
                        .flatMap(customers::byId)
                        .map(CustomerData::locale)
                        .map(session::withLocale)
                        .orElse(session);
    }

    /** @param earlier what the model is no longer shown */
    public TurnBrief of(UUID conversationId, Optional<String> locale, OpenPage page, String earlier) {
        return new TurnBrief(
                LocalDate.now(clock.withZone(ZoneOffset.UTC)),
                language(locale),
                page,
                proposals.latest(conversationId, MAX_PROPOSALS),
                handoff.isPlaced(conversationId),
                earlier,
                turns.stuckInARow(conversationId, AnswerTurn.STUCK_IN_A_ROW));
    }

    private String language(Optional<String> locale) {
        return Locale.forLanguageTag(locale.orElse(shop.locales().getFirst())).getDisplayLanguage(Locale.ENGLISH);
    }
}
