package io.attendant.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.conversations.ChatEvent;
import io.attendant.shared.Json;
import io.attendant.testsupport.FakeTurn;
import io.attendant.testsupport.Shop;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProfileTest {
    private static final String ADA = """
            {"id":"ada","email":"ada@example.com","firstName":"Ada","lastName":"Salo","address":{"line1":"Linnankatu 1",
            "line2":"","city":"Turku","state":"","postalCode":"20100","country":"FI"},"paymentMethods":[
            {"id":"g1","kind":"gift_card","balance":51.00},{"id":"c1","kind":"credit_card","brand":"visa","lastFour":"0042"}],
            "locale":"fi","preferences":{"colour":"blue"}}""";

    @Inject
    Shop shop;

    @Inject
    CustomerTools tools;

    @BeforeEach
    void load() {
        shop.clear();
        Shop.load("customers", "[" + ADA + "]");
    }

    @AfterEach
    void clear() {
        shop.clear();
    }

    @Test
    void theProfileIsTheShoppersOwnRow() {
        Object reply = tools.getMyProfile(FakeTurn.ofCustomer("ada").asParameters());

        assertThat(Shop.parse(Json.write(reply))).isEqualTo(Shop.parse(ADA));
    }

    @Test
    void withoutTheCustomerThereIsNoProfile() {
        for (FakeTurn turn : new FakeTurn[] {FakeTurn.anonymous(), FakeTurn.ofOrder("#A1")}) {
            assertThat(Json.tree(tools.getMyProfile(turn.asParameters()))
                            .get("refused")
                            .asText())
                    .isEqualTo("verification_required");
            assertThat(turn.events(ChatEvent.VerificationRequired.class)).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bo", "ADA", "a\u0000", "%", "'"})
    void aSubjectWithoutARowHasNoProfile(String subject) {
        assertThat(Json.tree(tools.getMyProfile(FakeTurn.ofCustomer(subject).asParameters()))
                        .get("refused")
                        .asText())
                .isEqualTo("customer_not_found");
    }
}
