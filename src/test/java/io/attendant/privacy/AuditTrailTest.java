package io.attendant.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.ActionShop.Outcome;
import io.attendant.testsupport.ActionShop.Proposal;
import io.attendant.testsupport.ActionShop.Shopper;
import io.attendant.testsupport.ActionTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.Move;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was decided is on record, and whoever changes the record is found out. */
@QuarkusTest
class AuditTrailTest extends ActionTest {
    @Inject
    AuditTrail trail;

    /** A conversation with a declined, an executed and a failed decision. */
    private Attendant.Chat threeDecisions(Shopper shopper) {
        Attendant.Chat chat = attendant.shopper(shopper.id());
        goods.propose(chat, Move.cancel(shopper.orderId())).decline();
        Proposal send = goods.propose(chat, Move.sendTo(shopper.orderId(), "1 New Street"));
        assertThat(send.confirmed()).isEqualTo(Outcome.EXECUTED);
        Proposal cancel = goods.propose(chat, Move.cancel(shopper.orderId()));
        goods.load("orders", goods.export("orders", shopper.orderId()).put("status", "processed"));
        assertThat(cancel.confirmed()).isEqualTo(Outcome.failed("order_not_pending"));
        return chat;
    }

    private JsonNode chain(Attendant.Chat chat) {
        return goods.admin("/api/admin/audit/" + chat.id()).json();
    }

    private boolean intact(Attendant.Chat chat) {
        return chain(chat).path("intact").asBoolean();
    }

    private JsonNode anchors() {
        return goods.admin("/api/admin/audit").json();
    }

    @Test
    void everyDecisionIsOnRecordOnce() {
        Shopper shopper = goods.shopper();
        Attendant.Chat chat = threeDecisions(shopper);

        JsonNode chain = chain(chat);

        assertThat(chain.path("intact").asBoolean()).isTrue();
        assertThat(chain.path("entries").findValuesAsText("sequence")).containsExactly("1", "2", "3");
        assertThat(recorded(chat)).containsExactly("declined", "executed", "failed");
        JsonNode executed = chain.path("entries").path(1).path("content");
        assertThat(executed.path("kind").asText()).isEqualTo("changeShippingAddress");
        assertThat(executed.path("orderId").asText()).isEqualTo(shopper.orderId());
        assertThat(executed.path("customerId").asText()).isEqualTo(shopper.id());
        assertThat(executed.path("proof").asText()).isEqualTo("bearer");
        assertThat(executed.path("contentHash").asText()).matches("[0-9a-f]{64}");
        assertThat(chain.path("entries").path(2).path("content").path("code").asText())
                .isEqualTo("order_not_pending");
        // The record names people by the shop's ids; what they said and where they live is not in it.
        assertThat(chain.toString()).doesNotContain("New Street", "Quay Road", "example.com");
    }

    @Test
    void changedEntryIsFoundOut() {
        Attendant.Chat chat = threeDecisions(goods.shopper());
        assertFoundOut(
                chat,
                "UPDATE audit_entries SET content = replace(content, 'declined', 'executed') WHERE id = ?",
                "UPDATE audit_entries SET content = replace(content, 'executed', 'declined') WHERE id = ?");
        assertFoundOut(
                chat,
                "UPDATE audit_entries SET sequence = sequence + 10 WHERE id = ?",
                "UPDATE audit_entries SET sequence = sequence - 10 WHERE id = ?");
        assertFoundOut(
                chat,
                "UPDATE audit_entries SET previous_hash = sha256(previous_hash) WHERE id = ?",
                "UPDATE audit_entries SET previous_hash = decode(repeat('00', 32), 'hex') WHERE id = ?");
    }

    private void assertFoundOut(Attendant.Chat chat, String tamper, String undo) {
        long first = Long.parseLong(
                owner.ask("SELECT id FROM audit_entries WHERE conversation_id = ?::uuid ORDER BY id", chat.id())
                        .getFirst());
        assertThat(intact(chat)).isTrue();
        assertThat(owner.change(tamper, first)).isEqualTo(1);
        assertThat(intact(chat)).as(tamper).isFalse();
        assertThat(owner.change(undo, first)).isEqualTo(1);
        assertThat(intact(chat)).isTrue();
    }

    @Test
    void removedEntryIsFoundOutByTheNextOne() {
        Attendant.Chat chat = threeDecisions(goods.shopper());

        owner.change("DELETE FROM audit_entries WHERE conversation_id = ?::uuid AND sequence = 2", chat.id());

        assertThat(intact(chat)).isFalse();
    }

    @Test
    void anchorHoldsEveryChainThatGrew() {
        trail.anchor();
        int anchored = anchors().path("anchors").size();
        assertThat(anchors().path("intact").asBoolean()).isTrue();

        threeDecisions(goods.shopper());
        Shopper other = goods.shopper();
        Attendant.Chat one = attendant.shopper(other.id());
        goods.propose(one, Move.cancel(other.orderId())).decline();
        trail.anchor();
        trail.anchor();

        JsonNode anchors = anchors();
        assertThat(anchors.path("intact").asBoolean()).isTrue();
        assertThat(anchors.path("anchors")).hasSize(anchored + 1);
        assertThat(anchors.path("anchors").path(anchored).path("heads").asInt()).isEqualTo(2);

        // A chain that grows again leaves the anchors before it as they are.
        goods.propose(one, Move.sendTo(other.orderId(), "1 New Street")).confirm();
        assertThat(anchors().path("intact").asBoolean()).isTrue();
        trail.anchor();
        assertThat(anchors().path("intact").asBoolean()).isTrue();
        assertThat(anchors().path("anchors").path(anchored + 1).path("heads").asInt())
                .isEqualTo(1);
    }

    @Test
    void chainCutAtItsEndIsFoundOutByTheAnchor() {
        Attendant.Chat chat = threeDecisions(goods.shopper());
        trail.anchor();
        String last = row(chat, 3);

        owner.change("DELETE FROM audit_entries WHERE conversation_id = ?::uuid AND sequence = 3", chat.id());

        assertThat(intact(chat)).as("what is left is a whole chain").isTrue();
        assertThat(anchors().path("intact").asBoolean()).isFalse();
        restore(last);
        assertThat(anchors().path("intact").asBoolean()).isTrue();
    }

    @Test
    void chainWrittenAnewWithAllItsHashesIsFoundOutByTheAnchor() {
        Attendant.Chat chat = threeDecisions(goods.shopper());
        trail.anchor();
        String last = row(chat, 3);

        owner.change("""
                UPDATE audit_entries SET content = replace(content, 'failed', 'declined')
                WHERE conversation_id = ?::uuid AND sequence = 3""", chat.id());
        owner.change("""
                UPDATE audit_entries SET hash = sha256(convert_to(concat_ws(E'\\n', conversation_id::text, sequence::text,
                       encode(previous_hash, 'hex'), content), 'UTF8'))
                WHERE conversation_id = ?::uuid AND sequence = 3""", chat.id());

        assertThat(intact(chat)).as("every hash fits").isTrue();
        assertThat(anchors().path("intact").asBoolean()).isFalse();
        owner.change("DELETE FROM audit_entries WHERE conversation_id = ?::uuid AND sequence = 3", chat.id());
        restore(last);
        assertThat(anchors().path("intact").asBoolean()).isTrue();
    }

    private String row(Attendant.Chat chat, int sequence) {
        return owner.ask("""
                        SELECT row_to_json(e) FROM audit_entries e
                        WHERE conversation_id = ?::uuid AND sequence = ?""", chat.id(), sequence).getFirst();
    }

    private void restore(String row) {
        owner.change("""
                INSERT INTO audit_entries OVERRIDING SYSTEM VALUE
                SELECT * FROM json_populate_record(NULL::audit_entries, ?::json)""", row);
    }

    @Test
    void nobodyButTheOwnerOfTheShopReadsIt() {
        Shopper shopper = goods.shopper();
        Attendant.Chat chat = attendant.shopper(shopper.id());
        goods.propose(chat, Move.cancel(shopper.orderId())).decline();
        for (String path : List.of("/api/admin/audit", "/api/admin/audit/" + chat.id())) {
            assertThat(attendant.get(path, chat.headers()).status()).isEqualTo(403);
            assertThat(attendant
                            .get(path, Attendant.bearer(attendant.token("someone", "agent")))
                            .status())
                    .isEqualTo(403);
            assertThat(attendant.get(path, Map.of()).status()).isEqualTo(401);
        }
    }

    @Test
    void recordOutlivesTheConversation() {
        Shopper shopper = goods.shopper();
        Attendant.Chat chat = attendant.shopper(shopper.id());
        goods.propose(chat, Move.cancel(shopper.orderId())).decline();

        owner.change("DELETE FROM conversations WHERE id = ?::uuid", chat.id());

        assertThat(recorded(chat)).containsExactly("declined");
    }
}
