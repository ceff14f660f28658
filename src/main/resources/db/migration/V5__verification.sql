-- How a conversation came to know its shopper, and the checks on the way there.

CREATE TABLE verifications (
    conversation_id uuid        NOT NULL,
    -- The one order that the shopper named with something only its owner should know.
    order_id        text,
    -- Whose e-mail address the right code was sent to.
    customer_id     text,
    verified_until  timestamptz,
    CONSTRAINT pk_verifications PRIMARY KEY (conversation_id),
    CONSTRAINT fk_verifications_conversation_id FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE,
    CONSTRAINT ck_verifications_customer CHECK ((customer_id IS NULL) = (verified_until IS NULL))
);

-- At most one open check a conversation. It looks the same whether or not anybody has this address.
CREATE TABLE code_checks (
    conversation_id uuid        NOT NULL,
    -- Folded like customers.email_key.
    email_key       text        NOT NULL,
    locale          text,
    -- A conversation that is somebody's takes that customer's code only.
    only_customer   text,
    -- Whether the mail has yet to be written; only then is there a code.
    mail_due        boolean     NOT NULL,
    customer_id     text,
    code_hash       bytea,
    tries_left      int         NOT NULL,
    expires_at      timestamptz NOT NULL,
    CONSTRAINT pk_code_checks PRIMARY KEY (conversation_id),
    CONSTRAINT fk_code_checks_conversation_id FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE,
    CONSTRAINT ck_code_checks_tries_left CHECK (tries_left >= 0),
    CONSTRAINT ck_code_checks_code CHECK ((customer_id IS NULL) = (code_hash IS NULL) AND (code_hash IS NULL OR octet_length(code_hash) = 32))
);
CREATE INDEX ix_code_checks_mail_due ON code_checks (expires_at) WHERE mail_due;

-- What is counted within a time; keys are hashes, so nobody can be read from them.
CREATE TABLE attempts (
    key   bytea       NOT NULL,
    count int         NOT NULL,
    since timestamptz NOT NULL,
    CONSTRAINT pk_attempts PRIMARY KEY (key),
    CONSTRAINT ck_attempts_count CHECK (count >= 0)
);
CREATE INDEX ix_attempts_since ON attempts (since);

-- Mail that demo mode keeps instead of sending it.
CREATE TABLE demo_outbox (
    id        bigint      GENERATED ALWAYS AS IDENTITY,
    recipient text        NOT NULL,
    subject   text        NOT NULL,
    text      text        NOT NULL,
    at        timestamptz NOT NULL,
    CONSTRAINT pk_demo_outbox PRIMARY KEY (id)
);

GRANT SELECT, INSERT, UPDATE ON verifications TO attendant_shopper;
GRANT SELECT, INSERT, UPDATE, DELETE ON code_checks TO attendant_shopper;
GRANT SELECT, INSERT, UPDATE, DELETE ON verifications, code_checks, attempts, demo_outbox TO attendant_staff;

ALTER TABLE verifications ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY shopper_own ON verifications TO attendant_shopper
    USING (conversation_id = nullif(current_setting('attendant.conversation', true), '')::uuid);
CREATE POLICY staff_all ON verifications TO attendant_staff USING (true);

ALTER TABLE code_checks ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY shopper_own ON code_checks TO attendant_shopper
    USING (conversation_id = nullif(current_setting('attendant.conversation', true), '')::uuid);
CREATE POLICY staff_all ON code_checks TO attendant_staff USING (true);

ALTER TABLE attempts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_all ON attempts TO attendant_staff USING (true);

ALTER TABLE demo_outbox ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_all ON demo_outbox TO attendant_staff USING (true);
