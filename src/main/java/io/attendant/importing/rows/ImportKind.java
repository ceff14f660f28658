package io.attendant.importing.rows;

import java.util.Optional;

/** What can be imported and exported, by its name in addresses. */
public enum ImportKind {
    customers(new CustomerRows()),
    products(new ProductRows()),
    orders(new OrderRows()),
    articles(new ArticleRows());

    private final Rows<?, ?> rows;

    ImportKind(Rows<?, ?> rows) {
        this.rows = rows;
    }

    public Rows<?, ?> rows() {
        return rows;
    }

    public static Optional<ImportKind> named(String name) {
        for (ImportKind kind : values()) {
            if (kind.name().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
