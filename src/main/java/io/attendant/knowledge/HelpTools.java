package io.attendant.knowledge;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.invocation.InvocationParameters;
import io.attendant.conversations.ChatEvent;
import io.attendant.conversations.ShopperTool;
import io.attendant.conversations.TurnScope;
import io.attendant.identity.TrustLevel;
import io.attendant.shared.Page;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The help articles, for the model. */
@ApplicationScoped
public class HelpTools {
    private static final int MAX_ARTICLES = 3;
    /** What the model reads of one article; the shopper can open the whole. */
    private static final int MAX_BODY_LENGTH = 6_000;

    @Inject
    HelpSearch search;

    @RegisterForReflection
    record FoundArticles(List<FoundArticle> articles) {}

    /** @param cut true if the body goes on in the article itself; absent otherwise */
    @RegisterForReflection
    record FoundArticle(String id, String title, String locale, String body, Boolean cut) {
        static FoundArticle of(ArticleData article) {
            String body = article.body();
            boolean cut = body.length() > MAX_BODY_LENGTH;
            return new FoundArticle(
                    article.id(), article.title(), article.locale(), cut ? beginning(body) : body, cut ? true : null);
        }

        private static String beginning(String body) {
            int end = body.lastIndexOf('\n', MAX_BODY_LENGTH);
            return body.substring(0, end > MAX_BODY_LENGTH / 2 ? end : body.offsetByCodePoints(0, MAX_BODY_LENGTH / 2));
        }
    }

    @Tool("Searches the shop's help articles: shipping, returns, refunds, payment, account, warranty, care and "
            + "troubleshooting. Returns at most 3 articles with their text, best match first; the shopper sees them as "
            + "links. Call it before saying anything about the shop's rules or about how to use or repair a product, and "
            + "say only what the articles say. An empty list means that the shop has written nothing about it.")
    @ShopperTool(level = TrustLevel.anonymous)
    public Object searchHelp(
            @P(
                            value =
                                    "The words that such an article would have, in the shopper's language; if that finds "
                                            + "nothing, call again in English",
                            required = true)
                    String query,
            InvocationParameters turn) {
        TurnScope scope = TurnScope.of(turn);
        if (query == null || query.isBlank()) {
            return new FoundArticles(List.of());
        }
        Page<ArticleData> found = search.best(query, scope.session().locale(), MAX_ARTICLES);
        found.items().forEach(article -> scope.emit(citation(article)));
        return new FoundArticles(found.items().stream().map(FoundArticle::of).toList());
    }

    private static ChatEvent.Citation citation(ArticleData article) {
        String path = URLEncoder.encode(article.id(), StandardCharsets.UTF_8).replace("+", "%20");
        return new ChatEvent.Citation(article.id(), article.title(), "/help/" + path);
    }
}
