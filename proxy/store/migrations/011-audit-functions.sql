-- All that is ever done to the record of use. The proxy's own role needs no right to the tables but to read them.

-- Adds records to the end of the chain, in one round trip. `known_seq` and `known_link` are the end as the caller last
-- saw it: when that is gone, somebody has changed what may not be changed, and `intact` is false.
-- `states`, for each record: 'new'; 'same', it was there already; 'other', its id was there with something else in it.
CREATE FUNCTION audit_write(me uuid, opens json, records json, known_seq bigint, known_link text)
RETURNS TABLE (seq bigint, link text, intact boolean, states text[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  head audit_head%ROWTYPE;
  sound boolean;
  one audit_record;
  there bytea;
  found_states text[] := '{}';
  fresh audit_record[] := '{}';
BEGIN
  SELECT * INTO head FROM audit_head FOR UPDATE;
  sound := audit_is_sound(head.seq, head.link, known_seq, decode(known_link, 'hex'));
  IF NOT sound THEN
    -- Go on behind whatever is there: what is lost is found by the check, and what follows is still kept.
    head.seq := greatest(head.seq, (SELECT coalesce(max(r.seq), 0) FROM audit_record r));
  END IF;

  INSERT INTO audit_open SELECT o.* FROM json_populate_recordset(NULL::audit_open, opens) AS o ON CONFLICT DO NOTHING;

  FOR one IN SELECT r.* FROM json_populate_recordset(NULL::audit_record, records) AS r LOOP
    SELECT r.said INTO there FROM audit_record r WHERE r.kind = one.kind AND r.id = one.id;
    IF FOUND THEN
      found_states := found_states || CASE WHEN there = one.said THEN 'same' ELSE 'other' END;
    ELSE
      head.seq := head.seq + 1;
      head.link := sha256(head.link || int8send(head.seq) || one.content);
      one.seq := head.seq;
      one.link := head.link;
      found_states := found_states || 'new'::text;
      fresh := fresh || one;
    END IF;
  END LOOP;

  IF cardinality(fresh) > 0 THEN
    INSERT INTO audit_record SELECT r.* FROM unnest(fresh) AS r;
    UPDATE audit_head SET seq = head.seq, link = head.link;
  END IF;
  DELETE FROM audit_open o USING json_to_recordset(records) AS r(kind text, id uuid) WHERE r.kind = 'call' AND o.id = r.id;

  RETURN QUERY SELECT head.seq, encode(head.link, 'hex'), sound, found_states;
END
$$;

-- Whether the end of the chain is where the records end, and still holds what was seen before.
CREATE FUNCTION audit_is_sound(head_seq bigint, head_link bytea, known_seq bigint, known_link bytea) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
  last_seq bigint;
  last_link bytea;
  seen bytea;
BEGIN
  IF known_seq > head_seq THEN RETURN false; END IF;
  SELECT r.seq, r.link INTO last_seq, last_link FROM audit_record r ORDER BY r.seq DESC LIMIT 1;
  -- No record at all: none was ever written, or all were old enough to go, up to a checkpoint.
  IF NOT FOUND THEN SELECT c.seq, c.link INTO last_seq, last_link FROM audit_checkpoint c ORDER BY c.seq DESC LIMIT 1; END IF;
  IF coalesce(last_seq, 0) <> head_seq OR last_link <> head_link THEN RETURN false; END IF;
  IF known_seq = 0 THEN RETURN true; END IF;
  IF known_seq = head_seq THEN RETURN known_link = head_link; END IF;
  SELECT r.link INTO seen FROM audit_record r WHERE r.seq = known_seq;
  IF FOUND THEN RETURN seen = known_link; END IF;
  RETURN EXISTS (SELECT 1 FROM audit_checkpoint c WHERE c.seq >= known_seq);
END
$$;

-- Says that a replica lives, and forgets those that died and left nothing behind.
CREATE FUNCTION audit_beat(me uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO audit_instance AS i VALUES (me, clock_timestamp()) ON CONFLICT (instance) DO UPDATE SET beat = clock_timestamp();
  DELETE FROM audit_instance i WHERE i.beat < clock_timestamp() - interval '1 day'
    AND NOT EXISTS (SELECT 1 FROM audit_open o WHERE o.instance = i.instance);
$$;

-- Takes down a replica that ends well.
CREATE FUNCTION audit_leave(me uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM audit_instance WHERE instance = me;
$$;

-- Notes a signed place in the chain. One that is not there, or was noted already, is passed over.
CREATE FUNCTION audit_note_checkpoint(at_seq bigint, at_link text, noted bigint, by_key text, by_signature text) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH noted_now AS (
    INSERT INTO audit_checkpoint (seq, link, at, key, signature)
    SELECT r.seq, r.link, noted, by_key, by_signature FROM audit_record r WHERE r.seq = at_seq AND r.link = decode(at_link, 'hex')
    ON CONFLICT (seq) DO NOTHING
    RETURNING 1
  )
  SELECT EXISTS (SELECT 1 FROM noted_now);
$$;

-- Removes records up to the first checkpoint behind the oldest one, when all of them are older than `before` and older
-- than six months whatever is asked for. Returns how many; 0 when there is nothing more to remove.
CREATE FUNCTION audit_forget(before bigint) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  oldest bigint;
  base bigint;
  removed bigint;
BEGIN
  PERFORM 1 FROM audit_head FOR UPDATE;
  SELECT min(seq) INTO oldest FROM audit_record;
  SELECT c.seq INTO base FROM audit_checkpoint c
  WHERE c.seq >= oldest AND c.at < least(before, audit_shortest_keeping()) ORDER BY c.seq LIMIT 1;
  IF base IS NULL THEN RETURN 0; END IF;
  DELETE FROM audit_record WHERE seq <= base;
  GET DIAGNOSTICS removed = ROW_COUNT;
  DELETE FROM audit_checkpoint WHERE seq < base;
  RETURN removed;
END
$$;

-- What is younger than six months stays (in ms since 1970, by the database's own clock).
CREATE FUNCTION audit_shortest_keeping() RETURNS bigint LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT (extract(epoch FROM clock_timestamp() - interval '184 days') * 1000)::bigint
$$;

CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND TG_LEVEL = 'ROW' THEN
    IF OLD.at < audit_shortest_keeping() THEN RETURN OLD; END IF;
  END IF;
  RAISE EXCEPTION 'append-only';
END
$$;

CREATE TRIGGER audit_record_unchanged BEFORE UPDATE OR TRUNCATE ON audit_record FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER audit_record_kept BEFORE DELETE ON audit_record FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER audit_checkpoint_unchanged BEFORE UPDATE OR TRUNCATE ON audit_checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER audit_checkpoint_kept BEFORE DELETE ON audit_checkpoint FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();

-- Whoever may call these may add to the record: grants.sql says who.
REVOKE ALL ON FUNCTION audit_write(uuid, json, json, bigint, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION audit_beat(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION audit_leave(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION audit_note_checkpoint(bigint, text, bigint, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION audit_forget(bigint) FROM PUBLIC;
