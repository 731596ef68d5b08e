/**
 * Traces over OTLP/HTTP, loaded only where they are switched on. The attempts of all processes go on with the act that accepted the message; what a
 * caller says is linked, and only when its party was proven: a trace of ours never becomes part of a stranger's.
 */
import type { Attributes, Context, SpanContext } from '@opentelemetry/api'
import type { SpanExporter } from '@opentelemetry/sdk-trace-base'
import type { ActFacts, Origin } from '#core/watch.ts'
import type { Tracer } from './acts.ts'

export interface TraceSettings {
  /** Of the receiver, with its path (`/v1/traces`). */
  readonly url: string
  /** Of the messages, from 1 to 100; their deliveries go with them. */
  readonly percent: number
  /** Of this process, as in the audit trail. */
  readonly process: string
}

export interface Tracing extends Tracer {
  /** Sends what is not sent yet, if it can. */
  close(): Promise<void>
}

/** All that is ever told of an act. */
const ATTRIBUTES = {
  requestId: 'korpu.request_id',
  messageId: 'korpu.message_id',
  conversationId: 'korpu.conversation_id',
  deliveryId: 'korpu.delivery_id',
  party: 'korpu.party',
  to: 'korpu.to',
  type: 'korpu.type',
  outcome: 'korpu.outcome',
  code: 'korpu.code',
  attempt: 'korpu.attempt',
  status: 'http.response.status_code',
} as const satisfies Record<keyof ActFacts, string>

const FACTS = Object.entries(ATTRIBUTES) as readonly [keyof ActFacts, string][]

const TIMEOUT_MS = 5_000

/** `unsent` is told how many spans could not be sent. */
export async function openTracing({ url, percent, process }: TraceSettings, unsent: (count: number) => void): Promise<Tracing> {
  const [{ ROOT_CONTEXT, SpanKind, SpanStatusCode, trace }, sdk, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace-base'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ])
  const exporter = new OTLPTraceExporter({ url, timeoutMillis: TIMEOUT_MS })
  const telling: SpanExporter = {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        if (result.code !== 0) unsent(spans.length)
        done(result)
      }),
    shutdown: () => exporter.shutdown(),
  }
  const provider = new sdk.BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'korpu', 'service.instance.id': process }),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(percent / 100) }),
    spanProcessors: [new sdk.BatchSpanProcessor(telling)],
  })
  const tracer = provider.getTracer('korpu')
  const contextOf = (parent: SpanContext | undefined): Context => (parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT)

  return {
    begin(act, { parent, caller }: Origin) {
      const kind = act === 'deliver' ? SpanKind.CLIENT : SpanKind.SERVER
      const span = tracer.startSpan(`korpu.${act}`, { kind, startTime: now() }, contextOf(spanContextOf(parent)))
      const failing = { code: SpanStatusCode.ERROR }
      return {
        parent: traceparentOf(span.spanContext()),
        stage(name, startTime, failed) {
          const stage = tracer.startSpan(name, { startTime }, trace.setSpan(ROOT_CONTEXT, span))
          if (failed) stage.setStatus(failing)
          stage.end(now())
        },
        end(facts, failed) {
          const context = facts.party === undefined ? undefined : spanContextOf(caller)
          if (context) span.addLink({ context })
          span.setAttributes(attributesOf(facts))
          if (failed) span.setStatus(failing)
          span.end(now())
        },
      }
    },
    close: () => provider.shutdown().catch(() => undefined),
  }
}

const now = (): number => performance.timeOrigin + performance.now()

/** Whatever else is in what was noted stays here. */
const attributesOf = (facts: ActFacts): Attributes =>
  Object.fromEntries(FACTS.flatMap(([fact, name]) => (facts[fact] === undefined ? [] : [[name, facts[fact]]])))

/** W3C Trace Context, section 3.2: version 00, and neither id all zeros. */
const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/

function spanContextOf(traceparent: string | undefined): SpanContext | undefined {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(traceparent ?? '') ?? []
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true }
}

const traceparentOf = ({ traceId, spanId, traceFlags }: SpanContext): string =>
  `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`
