package io.attendant.knowledge;

import io.attendant.shared.Ids;
import io.attendant.shared.Page;
import io.attendant.shared.SearchText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds help articles by words. Articles in the reader's language come first, then English ones, then all others; of an article
 * in several languages, "returns" and "returns.de", only the first of those that match.
 */
@ApplicationScoped
public class HelpSearch {
    private static final String FALLBACK_LANGUAGE = "en";
    private static final String BY_LOCALE = """
            case when a.locale = :locale then 0
                 when a.language = :language then 1
                 when a.language = :fallback then 2
                 else 3 end""";
    /** The id without the language at its end, the same for each version of an article. */
    private static final String SUBJECT =
            "regexp_replace(a.id, '[.](' || a.locale || '|' || a.language || ')$', '', 'i')";

    @Inject
    EntityManager entityManager;

    /**
     * One page of the articles that have all words, or else any of them.
     *
     * @param text blank for all articles
     * @param locale the reader's, as a BCP 47 tag
     */
    @Transactional
    public Page<ArticleData> find(String text, Optional<String> locale, int page) {
        return find(text, locale, page, Page.SIZE);
    }

    /** The {@code limit} best matches, as a first page. */
    @Transactional
    public Page<ArticleData> best(String text, Optional<String> locale, int limit) {
        return find(text, locale, 1, limit);
    }

    @Transactional
    public Optional<ArticleData> byId(String id) {
        return Ids.possible(id) ? Article.byId(id).map(Article::data) : Optional.empty();
    }

    private Page<ArticleData> find(String text, Optional<String> locale, int page, int limit) {
        String reader = locale.filter(Ids::possible).orElse(FALLBACK_LANGUAGE);
        if (text == null || text.isBlank()) {
            return matches(Optional.empty(), reader, page, limit);
        }
        Page<ArticleData> found = new Page<>(List.of(), page, 0);
        for (String search : SearchText.queries(text)) {
            found = matches(Optional.of(search), reader, page, limit);
            if (found.total() > 0) {
                break;
            }
        }
        return found;
    }

    private Page<ArticleData> matches(Optional<String> search, String locale, int page, int limit) {
        String where = search.isPresent() ? " where a.search @@ cast(:search as tsquery)" : "";
        Query count = entityManager.createNativeQuery("select count(distinct " + SUBJECT + ") from articles a" + where);
        search.ifPresent(words -> count.setParameter("search", words));
        long total = ((Number) count.getSingleResult()).longValue();
        int offset = Math.multiplyExact(page - 1, limit);
        if (total <= offset) {
            return new Page<>(List.of(), page, total);
        }
        String rank = search.isPresent() ? "ts_rank(a.search, cast(:search as tsquery))" : "0";
        Query query = entityManager
                .createNativeQuery("select id from (select distinct on (subject) a.id, a.position, " + SUBJECT
                        + " as subject, " + BY_LOCALE + " as class, " + rank + " as rank from articles a" + where
                        + " order by subject, class, rank desc, a.position) found order by class, rank desc, position")
                .setParameter("locale", locale)
                .setParameter("language", Article.language(locale))
                .setParameter("fallback", FALLBACK_LANGUAGE)
                .setFirstResult(offset)
                .setMaxResults(limit);
        search.ifPresent(words -> query.setParameter("search", words));
        return new Page<>(loaded(query.getResultList()), page, total);
    }

    private static List<ArticleData> loaded(List<?> ids) {
        List<String> ordered = ids.stream().map(String.class::cast).toList();
        Map<String, Article> articles =
                Article.byIds(ordered).stream().collect(Collectors.toMap(article -> article.id, Function.identity()));
        return ordered.stream().map(id -> articles.get(id).data()).toList();
    }
}
