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
CREATE INDEX limit_lease_meter ON limit_lease (meter, scope, period);
CREATE INDEX limit_lease_expires_at ON limit_lease (expires_at);

-- One round of a replica: give back what dead replicas held, write down what this one spent, lease what it lacks.
-- One statement, so that it is on disk or not at all; rounds of all replicas stand in line, so none can lock another out.
CREATE FUNCTION limit_round(me text, lease_seconds int, settled jsonb, wanted jsonb)
RETURNS TABLE (meter text, scope text, period text, granted bigint, free bigint, leased bigint)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  ends timestamptz;
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

  IF settled <> '[]'::jsonb THEN
    WITH s AS (
      SELECT * FROM jsonb_to_recordset(settled)
      AS x(meter text, scope text, period text, held bigint, inflight bigint, back bigint, lost bigint)
    ), kept AS (
      UPDATE limit_lease l SET held = s.held, inflight = s.inflight, expires_at = ends FROM s
      WHERE l.replica = me AND l.meter = s.meter AND l.scope = s.scope AND l.period = s.period
      RETURNING l.meter, l.scope, l.period
    ), seen AS (
      SELECT s.*, kept.meter IS NOT NULL AS is_kept FROM s
      LEFT JOIN kept ON kept.meter = s.meter AND kept.scope = s.scope AND kept.period = s.period
    ), again AS (
      INSERT INTO limit_lease SELECT me, seen.meter, seen.scope, seen.period, seen.held, seen.inflight, ends FROM seen
      WHERE NOT seen.is_kept AND (seen.held <> 0 OR seen.inflight <> 0)
    )
    -- Not kept: others took this replica for dead and gave back what it held; it lives, so that is taken again.
    UPDATE limit_meter m SET taken = m.taken - seen.back + CASE WHEN seen.is_kept THEN 0 ELSE seen.lost END FROM seen
    WHERE m.meter = seen.meter AND m.scope = seen.scope AND m.period = seen.period AND (seen.back <> 0 OR NOT seen.is_kept);
    DELETE FROM limit_lease l WHERE l.replica = me AND l.held = 0 AND l.inflight = 0;
  END IF;

  IF wanted = '[]'::jsonb THEN
    RETURN;
  END IF;
  INSERT INTO limit_meter (meter, scope, period, ends_at)
  SELECT w.meter, w.scope, w.period, w.ends_at
  FROM jsonb_to_recordset(wanted) AS w(meter text, scope text, period text, ends_at bigint)
  ON CONFLICT DO NOTHING;
  RETURN QUERY
    WITH w AS (
      SELECT x.*, x.capacity - m.taken AS left_over FROM jsonb_to_recordset(wanted)
      AS x(meter text, scope text, period text, capacity bigint, least bigint, need bigint, block bigint,
        own bigint, promise bigint, lasting boolean)
      JOIN limit_meter m ON m.meter = x.meter AND m.scope = x.scope AND m.period = x.period
    ), bites AS (
      -- Smaller bites towards the end, so that no replica sits on what another one needs.
      SELECT w.*, CASE WHEN w.left_over < w.least THEN 0
        ELSE least(w.left_over, greatest(w.need, least(w.block, w.left_over / 16))) END AS bite FROM w
    ), bitten AS (
      UPDATE limit_meter m SET taken = m.taken + b.bite FROM bites b
      WHERE m.meter = b.meter AND m.scope = b.scope AND m.period = b.period AND b.bite > 0
    ), held AS (
      -- Calls wait for it, and are under way as soon as the replica hears of this.
      INSERT INTO limit_lease AS l
      SELECT me, b.meter, b.scope, b.period, b.bite, least(b.promise, b.own + b.bite), ends FROM bites b WHERE b.bite > 0 AND b.lasting
      ON CONFLICT (replica, meter, scope, period) DO UPDATE
      SET held = l.held + excluded.held, inflight = l.inflight + excluded.inflight, expires_at = ends
    )
    SELECT b.meter, b.scope, b.period, b.bite, b.left_over - b.bite, CASE WHEN b.bite > 0 OR NOT b.lasting THEN 0 ELSE
      -- What replicas hold and calls under way were promised may come back.
      (SELECT coalesce(sum(l.held), 0)::bigint FROM limit_lease l
       WHERE l.meter = b.meter AND l.scope = b.scope AND l.period = b.period) END
    FROM bites b;
END
$$;
