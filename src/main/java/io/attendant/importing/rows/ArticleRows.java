package io.attendant.importing.rows;

import io.attendant.importing.reading.FieldErrors;
import io.attendant.knowledge.Article;
import io.attendant.knowledge.ArticleData;
import io.attendant.shared.ErrorCode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Articles in files. */
final class ArticleRows extends Rows<Article, ArticleData> {
    @Override
    public Class<ArticleData> type() {
        return ArticleData.class;
    }

    @Override
    public ErrorCode notFound() {
        return ErrorCode.ARTICLE_NOT_FOUND;
    }

    @Override
    public String id(ArticleData data) {
        return data.id();
    }

    @Override
    public Article create() {
        return new Article();
    }

    @Override
    public void replace(Article entity, ArticleData data) {
        entity.replace(data);
    }

    @Override
    public ArticleData data(Article entity) {
        return entity.data();
    }

    @Override
    public long position(Article entity) {
        return entity.position;
    }

    @Override
    public Optional<Article> byId(String id) {
        return Article.byId(id);
    }

    @Override
    public List<Article> lock(Collection<String> ids) {
        return Article.lock(ids);
    }

    @Override
    public List<Article> after(long position, int limit) {
        return Article.after(position, limit);
    }

    /** An article has no rule over several fields. */
    @Override
    public void check(ArticleData data, FieldErrors errors) {}
}
