package io.attendant.knowledge;

import io.attendant.shared.SearchText;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.annotations.ColumnTransformer;

/** A help article of the shop. */
@Entity
@Table(name = "articles")
public class Article extends PanacheEntityBase {
    @Id
    public String id;

    @Column(insertable = false, updatable = false)
    public Long position;

    public String locale;
    public String language;
    public String title;
    public String body;

    @Column(columnDefinition = "text[]")
    public List<String> tags;

    @Column(name = "updated_at")
    public Instant updatedAt;

    @Column(columnDefinition = "tsvector")
    @ColumnTransformer(read = "search::text", write = "?::tsvector")
    public String search;

    public static Optional<Article> byId(String id) {
        return findByIdOptional(id);
    }

    public static List<Article> byIds(Collection<String> ids) {
        return list("id in ?1", ids);
    }

    /** These articles, locked until the transaction ends. */
    public static List<Article> lock(Collection<String> ids) {
        return find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The next articles in the order they were imported. */
    public static List<Article> after(long position, int limit) {
        return find("position > ?1 order by position", position).page(0, limit).list();
    }

    /** Takes every field of {@code data}; what it leaves out is cleared. */
    public void replace(ArticleData data) {
        id = data.id();
        locale = data.locale();
        language = language(data.locale());
        title = data.title();
        body = data.body();
        tags = data.tags();
        updatedAt = data.updatedAt();
        search = SearchText.vector(List.of(
                new SearchText.Part('A', data.title()),
                new SearchText.Part('B', data.tags() == null ? null : String.join(" ", data.tags())),
                new SearchText.Part('D', data.body())));
    }

    /** The language of a BCP 47 tag, without its region or script. */
    static String language(String locale) {
        int end = locale.indexOf('-');
        return (end < 0 ? locale : locale.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    public ArticleData data() {
        return new ArticleData(id, locale, title, body, tags == null ? null : List.copyOf(tags), updatedAt);
    }
}
