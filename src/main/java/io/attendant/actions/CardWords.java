package io.attendant.actions;

import io.attendant.shared.ShopConfig;
import io.attendant.shared.wording.Wording;
import io.attendant.shared.wording.Wordings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The words that cards are written with. */
@ApplicationScoped
public class CardWords {
    private final Wordings wordings;

    @Inject
    CardWords(ShopConfig shop) {
        wordings = Wordings.load("/actions/cards", Optional.of(shop.currency()));
    }

    /** @param locale the shopper's language, as a BCP 47 tag */
    public Wording in(Optional<String> locale) {
        return wordings.in(locale);
    }
}
