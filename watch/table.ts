/**
 * Every metric of the hub. Labels have few values each: parties of the directory, types of the standard, codes, states and stages; anything else is
 * told as `unknown`. Gauges about the store are the same in every process of one database: take the maximum of them, not the sum.
 */
import type { Table } from './registry.ts'

/** In seconds: from a lookup to the longest time a party may take. */
export const BOUNDS_S = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]

export const METRICS = {
  korpu_messages_total: {
    type: 'counter',
    labels: ['party', 'type', 'outcome', 'code'],
    help: 'Messages that parties submitted: accepted, repeated, recovered (see Restore), refused (by code), failed (our fault).',
  },
  korpu_attempts_total: {
    type: 'counter',
    labels: ['party', 'type', 'outcome', 'code'],
    help: 'Attempts to deliver, by the state in which they left the delivery.',
  },
  korpu_receipts_total: {
    type: 'counter',
    labels: ['party', 'type', 'outcome', 'code'],
    help: 'Receipts and refusals that parties handed in by themselves.',
  },
  korpu_act_seconds: { type: 'histogram', labels: ['act'], help: 'How long an act took: receive, deliver (one attempt), acknowledge.' },
  korpu_stage_seconds: {
    type: 'histogram',
    labels: ['act', 'stage'],
    help: 'How long a stage of an act took, in the order of the contract; verify includes parsing, deliver is the way to the party and back.',
  },
  korpu_events_total: {
    type: 'counter',
    labels: ['event', 'code'],
    help: 'Lines of the log, also those below the level that is logged; `request.refused` by code has what was turned away at the door, too.',
  },
  korpu_store_up: { type: 'gauge', labels: [], help: '1 when the store answered; gauges that are read from it are missing otherwise.' },
  korpu_backlog: { type: 'gauge', labels: ['party'], help: 'Deliveries that wait for the party or are out.' },
  korpu_backlog_oldest_seconds: { type: 'gauge', labels: ['party'], help: 'How long the oldest of them has waited; 0 when none does.' },
  korpu_dead_deliveries: {
    type: 'gauge',
    labels: ['party'],
    help: 'Deliveries that the party refused and that an operator has to decide about.',
  },
  korpu_quarantined_deliveries: { type: 'gauge', labels: ['party'], help: 'Deliveries set aside because the hub breaks over them.' },
  korpu_party_held: { type: 'gauge', labels: ['party'], help: '1 while nothing is sent to the party until it is resumed.' },
  korpu_breaker_open: { type: 'gauge', labels: ['party'], help: '1 while the party does not answer and gets probes only.' },
  korpu_hub_held: { type: 'gauge', labels: [], help: '1 while the hub is held after a backup was brought back.' },
  korpu_certificate_left_seconds: {
    type: 'gauge',
    labels: ['party', 'use'],
    help: 'How long until the last active certificate of this party and use expires; party hub is the hub itself.',
  },
  korpu_certificates_revoked: {
    type: 'gauge',
    labels: ['party'],
    help: 'Active certificates of the party that its issuer has revoked: withdraw them.',
  },
  korpu_revocation_lag_seconds: {
    type: 'gauge',
    labels: [],
    help: 'For how long the issuer of some certificate owes an answer about its revocation; 0 when all that are asked have said something current.',
  },
  korpu_timestamp_lag_seconds: {
    type: 'gauge',
    labels: [],
    help: 'How long the oldest tree head has waited for a timestamp; only where there is an authority (KORPU_TSA_URL).',
  },
  korpu_clock_lag_seconds: {
    type: 'gauge',
    labels: [],
    help: 'For how long the oldest due clock of a case has waited to be looked at; 0 when none does.',
  },
  korpu_audit_verified_seconds: {
    type: 'gauge',
    labels: [],
    help: 'When the audit trail was last verified from its first link to its end, in seconds of the epoch; missing before the first time.',
  },
  korpu_audit_broken_chains: {
    type: 'gauge',
    labels: [],
    help: 'Chains of the audit trail that did not hold then. Anything but 0 means that somebody changed the store behind the hub.',
  },
  korpu_audit_links: { type: 'gauge', labels: [], help: 'Links of the audit trail.' },
  korpu_audit_bytes: { type: 'gauge', labels: [], help: 'Size of the audit trail on disk.' },
  korpu_attachments_bytes: { type: 'gauge', labels: [], help: 'Size of all attachments on disk.' },
  korpu_database_bytes: { type: 'gauge', labels: [], help: 'Size of the database on disk.' },
  korpu_pool_connections: { type: 'gauge', labels: ['state'], help: 'Connections of this process to the database: in use, idle.' },
  korpu_pool_waiting: { type: 'gauge', labels: [], help: 'Statements that wait for a connection.' },
  korpu_pool_limit: { type: 'gauge', labels: [], help: 'How many connections this process opens at most.' },
  nodejs_eventloop_lag_p99_seconds: { type: 'gauge', labels: [], help: 'Delay of the event loop since the last look, 99th percentile.' },
  nodejs_heap_size_used_bytes: { type: 'gauge', labels: [], help: 'JavaScript heap in use.' },
  process_resident_memory_bytes: { type: 'gauge', labels: [], help: 'Resident memory of this process.' },
  process_cpu_seconds_total: { type: 'counter', labels: [], help: 'CPU time of this process, user and system.' },
  process_start_time_seconds: { type: 'gauge', labels: [], help: 'When this process started, in seconds of the epoch.' },
} as const satisfies Table

/** Counted from 0 on: a series that begins with its first event shows no increase, and somebody should be called. */
export const RARE_EVENTS = [
  'certificate.revoked',
  'message.contested',
  'revocation.broken',
  'clock.stuck',
  'clock.failed',
  'clocks.failed',
  'delivery.broken',
  'delivery.unsettled',
  'dispatch.failed',
  'queue.dead',
  'queue.unusable',
  'request.broken',
  'request.failed',
] as const
