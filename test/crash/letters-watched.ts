/** Tells of each await of a broker's client: amqplib has no channel for diagnostics, so its methods are wrapped. */
import type { QUEUES } from './awaits.ts'

type Method = (this: unknown, ...args: unknown[]) => unknown
type Class = { readonly prototype: Record<string, Method> }

export async function watchLetters(at: (name: (typeof QUEUES)[number]) => void): Promise<void> {
  const { Channel, ConfirmChannel } = (await import(new URL('lib/channel_model.js', import.meta.resolve('amqplib')).href)) as {
    readonly Channel: Class
    readonly ConfirmChannel: Class
  }
  const wrap = ({ prototype }: Class, name: string, around: (method: Method) => Method): void => {
    const method = prototype[name]
    if (!method) throw new Error(`amqplib has no ${name}`)
    prototype[name] = around(method)
  }
  wrap(
    Channel,
    'handleDelivery',
    (method) =>
      function (...args) {
        at('letter arrives')
        return method.apply(this, args)
      },
  )
  wrap(
    Channel,
    'ack',
    (method) =>
      function (...args) {
        const answer = method.apply(this, args)
        setImmediate(at, 'letter let go')
        return answer
      },
  )
  wrap(
    ConfirmChannel,
    'publish',
    (method) =>
      function (...args) {
        const confirmed = args.at(-1) as (fault: unknown) => void
        const answer = method.apply(this, [
          ...args.slice(0, -1),
          (fault: unknown) => {
            at('letter confirmed')
            confirmed(fault)
          },
        ])
        setImmediate(at, 'letter goes')
        return answer
      },
  )
}
