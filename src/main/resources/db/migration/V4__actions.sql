-- What the assistant proposed and what became of it, and the trail of every decision.

CREATE TABLE actions (
    id              uuid        NOT NULL,
    conversation_id uuid        NOT NULL,
    turn_id         uuid        NOT NULL,
    customer_id     text        NOT NULL,
    kind            text        NOT NULL,
    order_id        text,
    -- The order's version when the card was made.
    order_version   bigint,
    -- JSON as text, exactly as it was hashed.
    parameters      text        NOT NULL,
    effects         text        NOT NULL,
    summary         text        NOT NULL,
    lines           text        NOT NULL,
    -- SHA-256 over kind, parameters, effects and card; worked out again before anything is done.
    content_hash    bytea       NOT NULL,
    status          text        NOT NULL,
    -- The answer to the first decision, and to every one after it.
    outcome         text,
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    decided_at      timestamptz,
    CONSTRAINT pk_actions PRIMARY KEY (id),
    CONSTRAINT fk_actions_conversation_id FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE,
    CONSTRAINT fk_actions_turn_id FOREIGN KEY (turn_id) REFERENCES turns (id) ON DELETE CASCADE,
    CONSTRAINT ck_actions_content_hash CHECK (octet_length(content_hash) = 32),
    CONSTRAINT ck_actions_status CHECK (status IN ('pending', 'executed', 'declined', 'failed', 'expired')),
    CONSTRAINT ck_actions_outcome CHECK ((status = 'pending') = (outcome IS NULL) AND (outcome IS NULL) = (decided_at IS NULL)),
    CONSTRAINT ck_actions_order CHECK ((order_id IS NULL) = (order_version IS NULL)),
    CONSTRAINT ck_actions_expires_at CHECK (expires_at > created_at)
);
CREATE UNIQUE INDEX uq_actions_pending ON actions (conversation_id) WHERE status = 'pending';
CREATE INDEX ix_actions_conversation_id ON actions (conversation_id, created_at);
CREATE INDEX ix_actions_turn_id ON actions (turn_id);

-- A chain per conversation: each entry's hash covers its content and the hash before it. Survives the conversation, and
-- names people by the shop's ids only.
CREATE TABLE audit_entries (
    id              bigint      GENERATED ALWAYS AS IDENTITY,
    conversation_id uuid        NOT NULL,
    sequence        int         NOT NULL,
    content         text        NOT NULL,
    previous_hash   bytea       NOT NULL,
    hash            bytea       NOT NULL,
    CONSTRAINT pk_audit_entries PRIMARY KEY (id),
    CONSTRAINT uq_audit_entries_sequence UNIQUE (conversation_id, sequence),
    CONSTRAINT ck_audit_entries_sequence CHECK (sequence > 0),
    CONSTRAINT ck_audit_entries_hashes CHECK (octet_length(previous_hash) = 32 AND octet_length(hash) = 32)
);

-- From time to time the heads of all chains that grew are hashed together with the anchor before, and the result is logged:
-- whoever keeps the logs can prove that no chain was cut or written anew.
CREATE TABLE audit_anchors (
    id            bigint      GENERATED ALWAYS AS IDENTITY,
    at            timestamptz NOT NULL,
    last_entry_id bigint      NOT NULL,
    heads         int         NOT NULL,
    hash          bytea       NOT NULL,
    CONSTRAINT pk_audit_anchors PRIMARY KEY (id),
    CONSTRAINT uq_audit_anchors_last_entry_id UNIQUE (last_entry_id),
    CONSTRAINT ck_audit_anchors_hash CHECK (octet_length(hash) = 32)
);

GRANT SELECT, INSERT, UPDATE ON actions TO attendant_shopper;
GRANT SELECT, INSERT, UPDATE, DELETE ON actions TO attendant_staff;
-- Nobody but the owner of the schema can change or remove an entry.
GRANT SELECT, INSERT ON audit_entries TO attendant_shopper;
GRANT SELECT ON audit_entries TO attendant_staff;
GRANT SELECT, INSERT ON audit_anchors TO attendant_staff;

ALTER TABLE actions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY shopper_own ON actions TO attendant_shopper
    USING (EXISTS (SELECT FROM conversations WHERE conversations.id = conversation_id));
CREATE POLICY staff_all ON actions TO attendant_staff USING (true);

ALTER TABLE audit_entries ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY shopper_own ON audit_entries TO attendant_shopper
    USING (conversation_id = nullif(current_setting('attendant.conversation', true), '')::uuid);
CREATE POLICY staff_all ON audit_entries TO attendant_staff USING (true);

ALTER TABLE audit_anchors ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_all ON audit_anchors TO attendant_staff USING (true);
