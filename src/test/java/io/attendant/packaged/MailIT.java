package io.attendant.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.PackagedApp;
import io.attendant.testsupport.TestDatabase;
import io.attendant.testsupport.TokenSigner;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A guest of a shop in production proves who they are by a code that comes over real SMTP. */
class MailIT {
    private static final String SECRET = "a secret of this shop that nobody else knows, really";
    private static final long PATIENCE_MILLIS = 40_000;
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    private EmbeddedPostgres database;
    private GreenMail smtp;
    private PackagedApp app;

    @BeforeEach
    void start() {
        database = TestDatabase.start();
        smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        Map<String, String> environment = PackagedApp.demoOn(database);
        environment.put("QUARKUS_PROFILE", "prod");
        environment.put("ATTENDANT_JWT_SECRET", SECRET);
        environment.put("ATTENDANT_JWT_ISSUER", TokenSigner.ISSUER);
        environment.put("ATTENDANT_JWT_AUDIENCE", TokenSigner.AUDIENCE);
        environment.put("ATTENDANT_JWT_GROUPS_CLAIM", "realm_access/roles");
        environment.put("ATTENDANT_SHOP_NAME", "Corner Shop");
        environment.put("ATTENDANT_MAIL_FROM", "help@corner.example");
        environment.put("ATTENDANT_MAIL_HOST", "127.0.0.1");
        environment.put("ATTENDANT_MAIL_PORT", Integer.toString(smtp.getSmtp().getPort()));
        environment.put("ATTENDANT_MAIL_START_TLS", "DISABLED");
        app = PackagedApp.start(environment);
    }

    @AfterEach
    void stop() throws IOException {
        app.close();
        smtp.stop();
        database.close();
    }

    @Test
    void theCodeComesByMailAlsoAfterTheServerWasDown() throws Exception {
        Attendant attendant = app.client();
        String owner = TokenSigner.hs256("shop", SECRET.getBytes(StandardCharsets.UTF_8))
                .token("owner", "admin");
        assertThat(attendant
                        .send(
                                "POST",
                                "/api/admin/import?kind=customers&format=json",
                                "application/json",
                                """
                                [{"id":"lea","email":"lea@example.com","firstName":"Lea","lastName":"Blum","locale":"de",
                                  "address":{"line1":"1","line2":"","city":"Bern","state":"","postalCode":"3000","country":"CH"},
                                  "paymentMethods":[]}]""".getBytes(StandardCharsets.UTF_8),
                                Attendant.bearer(owner))
                        .status())
                .isEqualTo(200);
        Attendant.Chat guest = attendant.guest();

        assertThat(request(attendant, guest, "nobody@example.com")).isEqualTo(202);
        assertThat(request(attendant, guest, "LEA@example.com")).isEqualTo(202);
        MimeMessage mail = mail(1);
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("lea@example.com");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("help@corner.example");
        assertThat(mail.getSubject()).contains("Corner Shop");
        assertThat(GreenMailUtil.getBody(mail)).contains("Minuten");

        int port = smtp.getSmtp().getPort();
        smtp.stop();
        assertThat(request(attendant, guest, "lea@example.com")).isEqualTo(202);
        waitFor("code mail failed");
        smtp = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();

        JsonNode accepted = attendant
                .post(guest.path() + "/verification/code", Map.of("code", code(mail(1))), guest.headers())
                .json();
        assertThat(accepted.path("level").asText()).isEqualTo("customer");
        assertThat(attendant.get("/api/demo/outbox", Map.of()).status()).isEqualTo(404);
        assertThat(String.join("\n", app.log())).doesNotContain("lea@example.com");
    }

    private static int request(Attendant attendant, Attendant.Chat guest, String email) {
        return attendant
                .post(guest.path() + "/verification", Map.of("email", email), guest.headers())
                .status();
    }

    private MimeMessage mail(int count) {
        assertThat(smtp.waitForIncomingEmail(PATIENCE_MILLIS, count))
                .as("a mail")
                .isTrue();
        return List.of(smtp.getReceivedMessages()).get(count - 1);
    }

    private void waitFor(String logged) {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (app.log().stream().noneMatch(line -> line.contains(logged))) {
            assertThat(System.nanoTime()).as("the log says: " + logged).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static String code(MimeMessage mail) throws Exception {
        Matcher code = CODE.matcher(mail.getSubject());
        assertThat(code.find()).isTrue();
        return code.group();
    }
}
