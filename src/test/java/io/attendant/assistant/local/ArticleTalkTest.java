package io.attendant.assistant.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.knowledge.ArticleData;
import io.attendant.knowledge.HelpSearch;
import io.attendant.testsupport.ApplicationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What shoppers ask most, the demo shop's article in their language answers. */
@QuarkusTest
@TestProfile(RetailTalkTest.WithoutProvider.class)
class ArticleTalkTest extends ApplicationTest {
    private static final String QUESTIONS = """
            en | returns-policy   | How do returns work?
            en | returns-policy   | Is return shipping free?
            en | refund-times     | How do refunds work?
            en | shipping-costs   | How much is shipping?
            en | shipping-costs   | Do you ship to Switzerland?
            en | warranty         | Is there a warranty?
            en | payment-failed   | My card was declined
            de | returns-policy   | Welches Rückgaberecht habe ich?
            de | delivery-times   | Wie lange dauert die Lieferung?
            de | shipping-costs   | Was kostet der Versand?
            de | payment-methods  | Wie kann ich bezahlen?
            de | invoices         | Wo finde ich meine Rechnung?
            de | password-reset   | Ich habe mein Passwort vergessen
            de | payment-failed   | Warum wurde meine Zahlung abgelehnt?
            de | contact          | Welche Öffnungszeiten hat der Kundenservice?
            fr | returns-policy   | Quelles sont vos conditions de retour ?
            fr | delivery-times   | Quel est le délai de livraison ?
            fr | shipping-costs   | Combien coûtent les frais de livraison ?
            fr | payment-methods  | Quels moyens de paiement acceptez-vous ?
            fr | invoices         | Où puis-je trouver ma facture ?
            fr | password-reset   | J'ai oublié mon mot de passe
            fr | payment-failed   | Pourquoi mon paiement a-t-il été refusé ?
            fr | contact          | Quels sont les horaires de votre service client ?
            es | returns-policy   | ¿Cuál es vuestra política de devoluciones?
            es | delivery-times   | ¿Cuánto tarda la entrega?
            es | shipping-costs   | ¿Cuánto cuestan los gastos de envío?
            es | payment-methods  | ¿Qué métodos de pago aceptáis?
            es | invoices         | ¿Dónde encuentro mi factura?
            es | password-reset   | He olvidado mi contraseña
            es | payment-failed   | ¿Por qué han rechazado mi pago?
            es | contact          | ¿Qué horario tiene la atención al cliente?
            it | returns-policy   | Quali sono le condizioni di reso?
            it | delivery-times   | Quali sono i tempi di consegna?
            it | shipping-costs   | Quanto costano le spese di spedizione?
            it | payment-methods  | Quali metodi di pagamento accettate?
            it | invoices         | Dove trovo la mia fattura?
            it | password-reset   | Ho dimenticato la password
            it | payment-failed   | Perché il mio pagamento è stato rifiutato?
            it | contact          | Quali sono gli orari del servizio clienti?
            pt | returns-policy   | Qual é a vossa política de devoluções?
            pt | delivery-times   | Qual é o prazo de entrega?
            pt | shipping-costs   | Quanto custam os portes de envio?
            pt | payment-methods  | Que métodos de pagamento aceitam?
            pt | invoices         | Onde encontro a minha fatura?
            pt | password-reset   | Esqueci-me da palavra-passe
            pt | payment-failed   | Porque é que o meu pagamento foi recusado?
            pt | contact          | Qual é o horário do apoio ao cliente?
            nl | returns-policy   | Wat zijn jullie retourvoorwaarden?
            nl | delivery-times   | Wat is de levertijd?
            nl | shipping-costs   | Hoe hoog zijn de verzendkosten?
            nl | payment-methods  | Welke betaalmethoden accepteren jullie?
            nl | invoices         | Waar vind ik mijn factuur?
            nl | password-reset   | Ik ben mijn wachtwoord vergeten
            nl | payment-failed   | Waarom is mijn betaling mislukt?
            nl | contact          | Wat zijn de openingstijden van de klantenservice?
            pl | returns-policy   | Jakie są zasady zwrotów?
            pl | delivery-times   | Jaki jest czas dostawy?
            pl | shipping-costs   | Jakie są koszty wysyłki?
            pl | payment-methods  | Jakie są metody płatności?
            pl | invoices         | Gdzie znajdę fakturę?
            pl | password-reset   | Nie pamiętam hasła
            pl | payment-failed   | Dlaczego moja płatność została odrzucona?
            pl | contact          | Jakie są godziny pracy obsługi klienta?
            """;

    @Inject
    HelpSearch articles;

    @BeforeEach
    void load() {
        ScriptShop.load();
    }

    @Test
    void theArticleInTheShoppersLanguageAnswers() {
        List<String> failures = QUESTIONS
                .lines()
                .map(line -> line.split(" *[|] *", 3))
                .flatMap(question -> unanswered(question, question[0]).stream())
                .toList();

        assertThat(failures).isEmpty();
    }

    @Test
    void soItDoesWhereTheBrowserIsInEnglish() {
        List<String> failures = QUESTIONS
                .lines()
                .map(line -> line.split(" *[|] *", 3))
                .filter(question -> List.of("delivery-times", "payment-methods").contains(question[1]))
                .flatMap(question -> unanswered(question, "en").stream())
                .toList();

        assertThat(failures).isEmpty();
    }

    /** What was said instead of the article, if it wasn't quoted. */
    private Optional<String> unanswered(String[] question, String browser) {
        ArticleData article = articles.byId(question[1] + (question[0].equals("en") ? "" : "." + question[0]))
                .orElseThrow();
        String reply = attendant
                .guest()
                .ask(Map.of("text", question[2], "locale", browser))
                .json()
                .path("reply")
                .asText();
        return reply.contains(article.title()) ? Optional.empty() : Optional.of(question[2] + " " + reply);
    }
}
