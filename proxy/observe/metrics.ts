import { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** Everything that is counted. Labels are names from closed lists, never a person, a case or a text. */
export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  return {
    registry,
    requests: new Counter({
      name: 'sagshjaelp_requests_total',
      help: 'Requests by route and status',
      labelNames: ['route', 'status'],
      registers,
    }),
    refusals: new Counter({ name: 'sagshjaelp_refusals_total', help: 'Refusals by code', labelNames: ['code'], registers }),
    refusedLines: new Counter({
      name: 'sagshjaelp_refused_log_lines_total',
      help: 'Log lines thrown away',
      labelNames: ['why'],
      registers,
    }),
    signIns: new Counter({
      name: 'sagshjaelp_sign_in_refusals_total',
      help: 'Refused tokens by reason',
      labelNames: ['reason'],
      registers,
    }),
    endings: new Counter({
      name: 'sagshjaelp_streams_total',
      help: 'Model calls by how they ended',
      labelNames: ['kind', 'ending'],
      registers,
    }),
    tokens: new Counter({
      name: 'sagshjaelp_tokens_total',
      help: 'Tokens by model and direction',
      labelNames: ['model', 'direction'],
      registers,
    }),
    ...upstreamMetrics(registers),
    openStreams: new Gauge({ name: 'sagshjaelp_open_streams', help: 'Streams open now', registers }),
    ...auditMetrics(registers),
    seconds: new Histogram({
      name: 'sagshjaelp_request_seconds',
      help: 'Time of a request by route',
      labelNames: ['route'],
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60],
      registers,
    }),
  }
}

function upstreamMetrics(registers: Registry[]) {
  return {
    upstreamAsks: new Counter({
      name: 'sagshjaelp_upstream_asks_total',
      help: 'Times an upstream was asked, by how it went',
      labelNames: ['upstream', 'outcome'],
      registers,
    }),
    upstreamUp: new Gauge({
      name: 'sagshjaelp_upstream_up',
      help: '1 when an upstream is in use, 0 when it rests or is stopped',
      labelNames: ['upstream'],
      registers,
    }),
  }
}

function auditMetrics(registers: Registry[]) {
  return {
    auditRecords: new Counter({ name: 'sagshjaelp_audit_records_total', help: 'Records of use written', registers }),
    auditTrouble: new Counter({
      name: 'sagshjaelp_audit_trouble_total',
      help: 'Batches that the store did not take, records that it would not have, and breaks seen in the chain',
      labelNames: ['why'],
      registers,
    }),
  }
}

export type Metrics = ReturnType<typeof createMetrics>
