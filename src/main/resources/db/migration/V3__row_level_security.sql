-- The second wall. Requests run as attendant_shopper, which sees the rows of the customer, the order or the conversation that
-- its transaction has named, and nothing where it has named none; admin, import and jobs raise themselves to attendant_staff.
-- Both are roles without a login; the login given to Attendant may be a superuser, which no policy binds, so each pooled
-- connection starts in attendant_shopper (application.properties) and readiness asks whether that holds.

DO $$
DECLARE
    wanted text;
    found record;
    -- Until PostgreSQL 15 every member may take a role; since 16 that is a right of its own, and making a role doesn't give it.
    taking text := CASE WHEN current_setting('server_version_num')::int < 160000 THEN 'MEMBER' ELSE 'SET' END;
    -- Everything that is missing at once.
    remedy text := (
        SELECT format('As a superuser: %sGRANT attendant_shopper, attendant_staff TO %I;',
                      string_agg(format('CREATE ROLE %I NOLOGIN; ', name), '' ORDER BY name), current_user)
        FROM unnest(ARRAY['attendant_shopper', 'attendant_staff']) name
        WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name));
BEGIN
    FOREACH wanted IN ARRAY ARRAY['attendant_shopper', 'attendant_staff'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
            IF NOT (SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user) THEN
                RAISE EXCEPTION 'the role % is missing and this login may not create it', wanted USING HINT = remedy;
            END IF;
            BEGIN
                -- Roles belong to the whole server: another database of it may be creating the same one now.
                EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB', wanted);
            EXCEPTION WHEN duplicate_object OR unique_violation THEN
                NULL;
            END;
        END IF;
        SELECT rolsuper, rolbypassrls INTO found FROM pg_roles WHERE rolname = wanted;
        IF found.rolsuper OR found.rolbypassrls THEN
            RAISE EXCEPTION 'the role % bypasses row-level security', wanted;
        END IF;
        IF NOT pg_has_role(current_user, wanted, taking) THEN
            BEGIN
                EXECUTE format('GRANT %I TO CURRENT_USER', wanted);
            EXCEPTION WHEN insufficient_privilege THEN
                RAISE EXCEPTION 'this login may not take the role %', wanted USING HINT = remedy;
            END;
        END IF;
    END LOOP;
    IF EXISTS (SELECT FROM pg_auth_members WHERE member = 'attendant_shopper'::regrole) THEN
        RAISE EXCEPTION 'attendant_shopper must not be a member of any role';
    END IF;
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO attendant_shopper, attendant_staff', current_schema());
    -- Of a schema that is somebody else's nothing is granted, with no more than a warning.
    IF NOT (has_schema_privilege('attendant_shopper', current_schema(), 'USAGE')
            AND has_schema_privilege('attendant_staff', current_schema(), 'USAGE')) THEN
        RAISE EXCEPTION 'this login may not open the schema % to others', current_schema()
            USING HINT = format('As its owner: GRANT USAGE ON SCHEMA %I TO %I WITH GRANT OPTION;', current_schema(), current_user);
    END IF;
END
$$;

GRANT SELECT, INSERT, UPDATE, DELETE ON
    customers, payment_methods, products, variants, orders, order_items, shipments, payments, articles,
    conversations, turns, messages, memory_messages, events, tickets
    TO attendant_staff;
GRANT USAGE ON SEQUENCE import_position TO attendant_staff;

-- No more than what shoppers' requests do.
GRANT SELECT ON products, variants, articles, shipments TO attendant_shopper;
GRANT SELECT, UPDATE ON customers, payment_methods, orders, order_items TO attendant_shopper;
GRANT SELECT, INSERT ON payments, messages, memory_messages, events, tickets TO attendant_shopper;
GRANT SELECT, INSERT, UPDATE ON conversations, turns TO attendant_shopper;

-- Not set reads as null, and as '' once a transaction of the same connection had set it; no id is either.

ALTER TABLE customers ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY shopper_own ON customers TO attendant_shopper
    USING (id = current_setting('attendant.customer', true));

ALTER TABLE payment_methods ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY shopper_own ON payment_methods TO attendant_shopper
    USING (customer_id = current_setting('attendant.customer', true));

-- Level `order` reads its one order; changing anything takes the customer.
ALTER TABLE orders ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY shopper_own ON orders TO attendant_shopper
    USING (customer_id = current_setting('attendant.customer', true));
CREATE POLICY shopper_verified_order ON orders FOR SELECT TO attendant_shopper
    USING (id = current_setting('attendant.order', true));

-- Whoever sees the order sees its parts, for the policies of orders hold in these subqueries too.
ALTER TABLE order_items ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY shopper_read ON order_items FOR SELECT TO attendant_shopper
    USING (EXISTS (SELECT FROM orders WHERE orders.id = order_id));
CREATE POLICY shopper_change ON order_items FOR UPDATE TO attendant_shopper
    USING (EXISTS (SELECT FROM orders
                   WHERE orders.id = order_id AND orders.customer_id = current_setting('attendant.customer', true)));

ALTER TABLE shipments ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY shopper_read ON shipments FOR SELECT TO attendant_shopper
    USING (EXISTS (SELECT FROM orders WHERE orders.id = order_id));

ALTER TABLE payments ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY shopper_read ON payments FOR SELECT TO attendant_shopper
    USING (EXISTS (SELECT FROM orders WHERE orders.id = order_id));
CREATE POLICY shopper_add ON payments FOR INSERT TO attendant_shopper
    WITH CHECK (EXISTS (SELECT FROM orders
                        WHERE orders.id = order_id AND orders.customer_id = current_setting('attendant.customer', true)));

ALTER TABLE conversations ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY shopper_own ON conversations TO attendant_shopper
    USING (id = nullif(current_setting('attendant.conversation', true), '')::uuid
           OR customer_id = current_setting('attendant.customer', true));

ALTER TABLE turns ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY shopper_own ON turns TO attendant_shopper
    USING (EXISTS (SELECT FROM conversations WHERE conversations.id = conversation_id));

ALTER TABLE messages ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY shopper_own ON messages TO attendant_shopper
    USING (EXISTS (SELECT FROM conversations WHERE conversations.id = conversation_id));

ALTER TABLE memory_messages ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY shopper_own ON memory_messages TO attendant_shopper
    USING (EXISTS (SELECT FROM turns WHERE turns.id = turn_id));

ALTER TABLE events ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY shopper_own ON events TO attendant_shopper
    USING (EXISTS (SELECT FROM conversations WHERE conversations.id = conversation_id));

ALTER TABLE tickets ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY shopper_own ON tickets TO attendant_shopper
    USING (EXISTS (SELECT FROM conversations WHERE conversations.id = conversation_id));

CREATE POLICY staff_all ON customers TO attendant_staff USING (true);
CREATE POLICY staff_all ON payment_methods TO attendant_staff USING (true);
CREATE POLICY staff_all ON orders TO attendant_staff USING (true);
CREATE POLICY staff_all ON order_items TO attendant_staff USING (true);
CREATE POLICY staff_all ON shipments TO attendant_staff USING (true);
CREATE POLICY staff_all ON payments TO attendant_staff USING (true);
CREATE POLICY staff_all ON conversations TO attendant_staff USING (true);
CREATE POLICY staff_all ON turns TO attendant_staff USING (true);
CREATE POLICY staff_all ON messages TO attendant_staff USING (true);
CREATE POLICY staff_all ON memory_messages TO attendant_staff USING (true);
CREATE POLICY staff_all ON events TO attendant_staff USING (true);
CREATE POLICY staff_all ON tickets TO attendant_staff USING (true);
