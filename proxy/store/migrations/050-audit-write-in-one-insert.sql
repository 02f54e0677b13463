-- The same as in 011, at half the work for the database: each record is read as plain types, its row is written once and
-- the columns' own rules are checked there, and what is no longer under way is found by its id.
CREATE OR REPLACE FUNCTION audit_write(me uuid, opens json, records json, known_seq bigint, known_link text)
RETURNS TABLE (seq bigint, link text, intact boolean, states text[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  head_seq bigint;
  head_link bytea;
  sound boolean;
  one record;
  found_states text[] := '{}';
  seqs bigint[] := '{}';
  links bytea[] := '{}';
  ended uuid[] := '{}';
  any_new boolean := false;
BEGIN
  SELECT h.seq, h.link INTO head_seq, head_link FROM audit_head h FOR UPDATE;
  sound := audit_is_sound(head_seq, head_link, known_seq, decode(known_link, 'hex'));
  IF NOT sound THEN
    -- Go on behind whatever is there: what is lost is found by the check, and what follows is still kept.
    head_seq := greatest(head_seq, (SELECT coalesce(max(r.seq), 0) FROM audit_record r));
  END IF;

  IF json_array_length(opens) > 0 THEN
    INSERT INTO audit_open SELECT o.* FROM json_populate_recordset(NULL::audit_open, opens) AS o ON CONFLICT DO NOTHING;
  END IF;

  FOR one IN
    -- One by one by the index: a join's plan may be made while the table is empty, and reads all of it when it no longer is.
    SELECT r.kind, r.id, r.content, r.said, (SELECT t.said FROM audit_record t WHERE t.kind = r.kind AND t.id = r.id) AS there
    FROM json_to_recordset(records) AS r(kind text, id uuid, content bytea, said bytea)
  LOOP
    IF one.there IS NULL THEN
      head_seq := head_seq + 1;
      head_link := sha256(head_link || int8send(head_seq) || one.content);
      found_states := found_states || 'new'::text;
      any_new := true;
    ELSE
      found_states := found_states || CASE WHEN one.there = one.said THEN 'same' ELSE 'other' END;
    END IF;
    seqs := seqs || head_seq;
    links := links || head_link;
    IF one.kind = 'call' THEN ended := ended || one.id; END IF;
  END LOOP;

  IF any_new THEN
    INSERT INTO audit_record (
      seq, kind, id, at, subject, unit, feature, purpose, case_hash, use_id, began_at, call_kind, model, model_version,
      upstream, region, ending, code, prompt_bytes, answer_bytes, prompt_tokens, completion_tokens, happened_at, origin,
      outcome, app_version, packs, entries, coverage_read, coverage_of, period_from, period_to, content, said, link)
    SELECT
      seqs[r.place], r.kind, r.id, r.at, r.subject, r.unit, r.feature, r.purpose, r.case_hash, r.use_id, r.began_at, r.call_kind,
      r.model, r.model_version, r.upstream, r.region, r.ending, r.code, r.prompt_bytes, r.answer_bytes, r.prompt_tokens,
      r.completion_tokens, r.happened_at, r.origin, r.outcome, r.app_version, r.packs, r.entries, r.coverage_read, r.coverage_of,
      r.period_from, r.period_to, r.content, r.said, links[r.place]
    FROM ROWS FROM (json_to_recordset(records) AS (
      kind text, id uuid, at bigint, subject text, unit text, feature text, purpose text, case_hash bytea, use_id uuid,
      began_at bigint, call_kind text, model text, model_version text, upstream text, region text, ending text, code text,
      prompt_bytes bigint, answer_bytes bigint, prompt_tokens bigint, completion_tokens bigint, happened_at bigint, origin text,
      outcome text, app_version text, packs text[], entries text[], coverage_read bigint, coverage_of bigint, period_from bigint,
      period_to bigint, content bytea, said bytea)) WITH ORDINALITY
      AS r(kind, id, at, subject, unit, feature, purpose, case_hash, use_id, began_at, call_kind, model, model_version, upstream,
        region, ending, code, prompt_bytes, answer_bytes, prompt_tokens, completion_tokens, happened_at, origin, outcome,
        app_version, packs, entries, coverage_read, coverage_of, period_from, period_to, content, said, place)
    WHERE found_states[r.place] = 'new';
    UPDATE audit_head SET seq = head_seq, link = head_link;
  END IF;
  IF cardinality(ended) > 0 THEN DELETE FROM audit_open o WHERE o.id = ANY (ended); END IF;

  RETURN QUERY SELECT head_seq, encode(head_link, 'hex'), sound, found_states;
END
$$;
