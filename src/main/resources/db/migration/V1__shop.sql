-- The shop's own data: what an import brings in and an export gives back.
-- `position` keeps the order of the import; ids are the shop's.

CREATE SEQUENCE import_position;

CREATE TABLE customers (
    id           text        NOT NULL,
    position     bigint      NOT NULL DEFAULT nextval('import_position'),
    email        text        NOT NULL,
    -- Folded in the application: letter case and accents are never left to the database's locale.
    email_key    text        NOT NULL,
    first_name   text        NOT NULL,
    last_name    text        NOT NULL,
    line1        text        NOT NULL,
    line2        text        NOT NULL,
    city         text        NOT NULL,
    state        text        NOT NULL,
    postal_code  text        NOT NULL,
    country      text        NOT NULL,
    phone        text,
    locale       text,
    preferences  text,
    CONSTRAINT pk_customers PRIMARY KEY (id),
    CONSTRAINT ck_customers_id CHECK (id <> ''),
    CONSTRAINT ck_customers_email CHECK (email <> '')
);
CREATE INDEX ix_customers_email_key ON customers (email_key);
CREATE INDEX ix_customers_position ON customers (position);

CREATE TABLE payment_methods (
    customer_id  text           NOT NULL,
    id           text           NOT NULL,
    position     int            NOT NULL,
    kind         text           NOT NULL,
    brand        text,
    last_four    text,
    balance      numeric(12, 2),
    CONSTRAINT pk_payment_methods PRIMARY KEY (customer_id, position),
    CONSTRAINT uq_payment_methods_id UNIQUE (customer_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_payment_methods_customer_id FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE,
    CONSTRAINT ck_payment_methods_kind CHECK (kind IN ('credit_card', 'paypal', 'gift_card')),
    CONSTRAINT ck_payment_methods_last_four CHECK (last_four IS NULL OR last_four ~ '^[0-9]{4}$'),
    -- A gift card has a balance, and nothing else has.
    CONSTRAINT ck_payment_methods_balance CHECK ((kind = 'gift_card') = (balance IS NOT NULL) AND (balance IS NULL OR balance >= 0))
);

CREATE TABLE products (
    id           text    NOT NULL,
    position     bigint  NOT NULL DEFAULT nextval('import_position'),
    name         text    NOT NULL,
    category     text,
    -- Folded like email_key.
    category_key text,
    description  text,
    image_url    text,
    tags         text[],
    -- Folded words by weight, written by the application; see ProductSearch.
    search       tsvector NOT NULL,
    CONSTRAINT pk_products PRIMARY KEY (id),
    CONSTRAINT ck_products_id CHECK (id <> ''),
    CONSTRAINT ck_products_name CHECK (name <> ''),
    CONSTRAINT ck_products_category_key CHECK ((category IS NULL) = (category_key IS NULL))
);
CREATE INDEX ix_products_search ON products USING gin (search);
CREATE INDEX ix_products_position ON products (position);
CREATE INDEX ix_products_category_key ON products (category_key);

CREATE TABLE variants (
    id           text           NOT NULL,
    product_id   text           NOT NULL,
    position     int            NOT NULL,
    -- JSON as text: the order of the options is the shop's, and jsonb would lose it.
    options      text           NOT NULL,
    available    boolean        NOT NULL,
    stock        int,
    price        numeric(12, 2) NOT NULL,
    CONSTRAINT pk_variants PRIMARY KEY (product_id, position),
    CONSTRAINT uq_variants_id UNIQUE (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_variants_product_id FOREIGN KEY (product_id) REFERENCES products (id) ON DELETE CASCADE,
    CONSTRAINT ck_variants_options CHECK (json_typeof(options::json) = 'object'),
    CONSTRAINT ck_variants_stock CHECK (stock IS NULL OR stock >= 0),
    CONSTRAINT ck_variants_price CHECK (price >= 0)
);

CREATE TABLE orders (
    id               text        NOT NULL,
    position         bigint      NOT NULL DEFAULT nextval('import_position'),
    customer_id      text        NOT NULL,
    status           text        NOT NULL,
    placed_at        timestamptz,
    currency         text,
    note             text,
    line1            text        NOT NULL,
    line2            text        NOT NULL,
    city             text        NOT NULL,
    state            text        NOT NULL,
    postal_code      text        NOT NULL,
    country          text        NOT NULL,
    cancel_reason    text,
    items_modified   boolean     NOT NULL DEFAULT false,
    -- JSON objects, with the pairs of an exchange in the order they were asked for.
    return_request   text,
    exchange_request text,
    -- Raised by every change; a confirmed action names the version it was shown for.
    version          bigint      NOT NULL DEFAULT 0,
    CONSTRAINT pk_orders PRIMARY KEY (id),
    CONSTRAINT fk_orders_customer_id FOREIGN KEY (customer_id) REFERENCES customers (id),
    CONSTRAINT ck_orders_id CHECK (id <> ''),
    CONSTRAINT ck_orders_status CHECK (status IN
        ('pending', 'processed', 'delivered', 'cancelled', 'return_requested', 'exchange_requested')),
    CONSTRAINT ck_orders_cancel_reason CHECK (cancel_reason IS NULL OR
        (status = 'cancelled' AND cancel_reason IN ('NO_LONGER_NEEDED', 'ORDERED_BY_MISTAKE'))),
    CONSTRAINT ck_orders_return_request CHECK (return_request IS NULL OR status = 'return_requested'),
    CONSTRAINT ck_orders_exchange_request CHECK (exchange_request IS NULL OR status = 'exchange_requested'),
    CONSTRAINT ck_orders_currency CHECK (currency IS NULL OR currency ~ '^[A-Z]{3}$')
);
CREATE INDEX ix_orders_customer_id_position ON orders (customer_id, position);
CREATE INDEX ix_orders_position ON orders (position);

-- Snapshots of what was bought: no key to the catalogue, the product need not exist any more.
CREATE TABLE order_items (
    order_id     text           NOT NULL,
    position     int            NOT NULL,
    product_id   text           NOT NULL,
    variant_id   text           NOT NULL,
    name         text           NOT NULL,
    options      text           NOT NULL,
    price        numeric(12, 2) NOT NULL,
    CONSTRAINT pk_order_items PRIMARY KEY (order_id, position),
    CONSTRAINT ck_order_items_options CHECK (json_typeof(options::json) = 'object'),
    CONSTRAINT fk_order_items_order_id FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE,
    CONSTRAINT ck_order_items_price CHECK (price >= 0)
);
CREATE INDEX ix_order_items_product_id ON order_items (product_id);

CREATE TABLE shipments (
    order_id         text        NOT NULL,
    position         int         NOT NULL,
    tracking_numbers text[]      NOT NULL,
    variant_ids      text[]      NOT NULL,
    carrier          text,
    status           text,
    expected_at      timestamptz,
    -- [{at, status, location, text}], oldest first; null when the shop gave none.
    events           text,
    CONSTRAINT pk_shipments PRIMARY KEY (order_id, position),
    CONSTRAINT fk_shipments_order_id FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE,
    CONSTRAINT ck_shipments_status CHECK (status IS NULL OR status IN
        ('label_created', 'in_transit', 'out_for_delivery', 'delivered', 'delayed', 'returned'))
);

CREATE TABLE payments (
    order_id          text           NOT NULL,
    sequence          int            NOT NULL,
    type              text           NOT NULL,
    amount            numeric(12, 2) NOT NULL,
    payment_method_id text           NOT NULL,
    CONSTRAINT pk_payments PRIMARY KEY (order_id, sequence),
    CONSTRAINT fk_payments_order_id FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE,
    CONSTRAINT ck_payments_type CHECK (type IN ('payment', 'refund')),
    -- The sign is in the type.
    CONSTRAINT ck_payments_amount CHECK (amount >= 0)
);

CREATE TABLE articles (
    id           text        NOT NULL,
    position     bigint      NOT NULL DEFAULT nextval('import_position'),
    locale       text        NOT NULL,
    -- The language of the locale, in lower case.
    language     text        NOT NULL,
    title        text        NOT NULL,
    body         text        NOT NULL,
    tags         text[],
    updated_at   timestamptz,
    search       tsvector    NOT NULL,
    CONSTRAINT pk_articles PRIMARY KEY (id),
    CONSTRAINT ck_articles_id CHECK (id <> ''),
    CONSTRAINT ck_articles_title CHECK (title <> '')
);
CREATE INDEX ix_articles_search ON articles USING gin (search);
CREATE INDEX ix_articles_position ON articles (position);
