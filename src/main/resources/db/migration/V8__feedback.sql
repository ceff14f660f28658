-- What shoppers think of what they were told, and whether it helped.

-- One opinion on each message and one on the conversation as a whole (message_id is null); given again, it replaces the last.
CREATE TABLE feedback (
    id              uuid        NOT NULL,
    conversation_id uuid        NOT NULL,
    message_id      uuid,
    rating          text        NOT NULL,
    comment         text,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    CONSTRAINT pk_feedback PRIMARY KEY (id),
    CONSTRAINT fk_feedback_conversation_id FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE,
    CONSTRAINT fk_feedback_message_id FOREIGN KEY (message_id) REFERENCES messages (id) ON DELETE CASCADE,
    CONSTRAINT uq_feedback_subject UNIQUE NULLS NOT DISTINCT (conversation_id, message_id),
    CONSTRAINT ck_feedback_rating CHECK (rating IN ('up', 'down')),
    CONSTRAINT ck_feedback_comment CHECK (comment <> '' AND char_length(comment) <= 1000),
    CONSTRAINT ck_feedback_updated_at CHECK (updated_at >= created_at)
);
CREATE INDEX ix_feedback_message_id ON feedback (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX ix_feedback_updated_at ON feedback (updated_at);

-- Every word of the shopper on whether it is solved; none is changed, so that what was reopened can be told.
CREATE TABLE resolutions (
    id              bigint      GENERATED ALWAYS AS IDENTITY,
    conversation_id uuid        NOT NULL,
    resolved        boolean     NOT NULL,
    at              timestamptz NOT NULL,
    CONSTRAINT pk_resolutions PRIMARY KEY (id),
    CONSTRAINT fk_resolutions_conversation_id FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
);
CREATE INDEX ix_resolutions_conversation_id ON resolutions (conversation_id, id);
CREATE INDEX ix_resolutions_at ON resolutions (at);

GRANT SELECT, INSERT, UPDATE ON feedback TO attendant_shopper;
GRANT SELECT, INSERT ON resolutions TO attendant_shopper;
GRANT SELECT, INSERT, UPDATE, DELETE ON feedback, resolutions TO attendant_staff;

ALTER TABLE feedback ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY shopper_own ON feedback TO attendant_shopper
    USING (EXISTS (SELECT FROM conversations WHERE conversations.id = conversation_id));
CREATE POLICY staff_all ON feedback TO attendant_staff USING (true);

ALTER TABLE resolutions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY shopper_own ON resolutions TO attendant_shopper
    USING (EXISTS (SELECT FROM conversations WHERE conversations.id = conversation_id));
CREATE POLICY staff_all ON resolutions TO attendant_staff USING (true);
