-- What has been used of each limit, over all replicas. `taken` holds what is spent and what replicas have leased.
-- `scope` is 'municipality', 'unit …' or 'user …' with a hash; `period` a minute or a Danish day; `ends_at` ms since 1970.
CREATE TABLE limit_meter (
  meter text NOT NULL,
  scope text NOT NULL,
  period text NOT NULL,
  taken bigint NOT NULL DEFAULT 0,
  ends_at bigint NOT NULL,
  PRIMARY KEY (meter, scope, period)
);
CREATE INDEX limit_meter_ends_at ON limit_meter (ends_at);

-- Which part of `taken` a replica has not spent yet. `inflight` of it is promised to calls under way: when the replica
-- dies, that counts as spent (nobody knows what they cost) and the rest is given back.
CREATE TABLE limit_lease (
  replica text NOT NULL,
  meter text NOT NULL,
  scope text NOT NULL,
  period text NOT NULL,
  held bigint NOT NULL,
  inflight bigint NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (replica, meter, scope, period)
);
CREATE INDEX limit_lease_expires_at ON limit_lease (expires_at);

-- One round of a replica: give back what dead replicas held, write down what this one spent, lease what it lacks.
-- One statement, so that it is on disk or not at all; rounds of all replicas stand in line, so none can lock another out.
CREATE FUNCTION limit_round(me text, lease_seconds int, settled jsonb, wanted jsonb)
RETURNS TABLE (meter text, scope text, period text, granted bigint, free bigint, leased bigint)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  ends timestamptz;
  s record;
  w record;
  got bigint;
  out_there bigint;
  left_over bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(7243001);
  ends := clock_timestamp() + make_interval(secs => lease_seconds);

  WITH gone AS (
    DELETE FROM limit_lease l WHERE l.expires_at < clock_timestamp() AND l.replica <> me
    RETURNING l.meter, l.scope, l.period, l.held - l.inflight AS unused
  ), sums AS (
    SELECT g.meter, g.scope, g.period, sum(g.unused)::bigint AS unused FROM gone g GROUP BY 1, 2, 3
  )
  UPDATE limit_meter m SET taken = m.taken - sums.unused FROM sums
  WHERE m.meter = sums.meter AND m.scope = sums.scope AND m.period = sums.period;

  FOR s IN SELECT * FROM jsonb_to_recordset(settled)
    AS x(meter text, scope text, period text, held bigint, inflight bigint, back bigint, lost bigint)
  LOOP
    UPDATE limit_lease l SET held = s.held, inflight = s.inflight, expires_at = ends
    WHERE l.replica = me AND l.meter = s.meter AND l.scope = s.scope AND l.period = s.period;
    IF NOT FOUND THEN
      -- Others took this replica for dead and gave back what it held; it lives, so that is taken again.
      INSERT INTO limit_lease AS l VALUES (me, s.meter, s.scope, s.period, s.held, s.inflight, ends);
      s.back := s.back - s.lost;
    END IF;
    UPDATE limit_meter m SET taken = m.taken - s.back
    WHERE m.meter = s.meter AND m.scope = s.scope AND m.period = s.period;
    DELETE FROM limit_lease l
    WHERE l.replica = me AND l.meter = s.meter AND l.scope = s.scope AND l.period = s.period AND l.held = 0 AND l.inflight = 0;
  END LOOP;

  FOR w IN SELECT * FROM jsonb_to_recordset(wanted)
    AS x(meter text, scope text, period text, ends_at bigint, capacity bigint, least bigint, need bigint, block bigint, leased boolean)
  LOOP
    INSERT INTO limit_meter AS m (meter, scope, period, ends_at) VALUES (w.meter, w.scope, w.period, w.ends_at)
    ON CONFLICT DO NOTHING;
    SELECT w.capacity - m.taken INTO left_over FROM limit_meter m
    WHERE m.meter = w.meter AND m.scope = w.scope AND m.period = w.period;
    -- Smaller bites towards the end, so that no replica sits on what another one needs.
    got := CASE WHEN left_over < w.least THEN 0 ELSE least(left_over, greatest(w.need, least(w.block, left_over / 16))) END;
    out_there := 0;
    IF got <= 0 AND w.leased THEN
      -- What replicas hold and calls under way were promised may come back.
      SELECT coalesce(sum(l.held), 0)::bigint INTO out_there FROM limit_lease l
      WHERE l.meter = w.meter AND l.scope = w.scope AND l.period = w.period;
    END IF;
    IF got > 0 THEN
      UPDATE limit_meter m SET taken = m.taken + got
      WHERE m.meter = w.meter AND m.scope = w.scope AND m.period = w.period;
      IF w.leased THEN
        INSERT INTO limit_lease AS l VALUES (me, w.meter, w.scope, w.period, got, 0, ends)
        ON CONFLICT (replica, meter, scope, period) DO UPDATE SET held = l.held + got, expires_at = ends;
      END IF;
    END IF;
    meter := w.meter; scope := w.scope; period := w.period; granted := greatest(got, 0); free := left_over - greatest(got, 0);
    leased := out_there;
    RETURN NEXT;
  END LOOP;
END
$$;
