/**
 * The hub of the demo, a process of its own: what `korpu serve` is, but that the demo may shift its clock. The product has no setting for that.
 * Run with the shift in milliseconds; another one may come through the channel, and is answered when the hub has looked at what is due by then.
 */
import { serve } from '#cli/serve.ts'
import { shiftedClock } from './clock.ts'

const clock = shiftedClock(Number(process.argv[2]))

await serve(clock, (hub) =>
  process.on('message', ({ shiftMs }: { readonly shiftMs: number }) => {
    clock.shiftMs = shiftMs
    // What cannot be looked at now is looked at within seconds.
    const looked = hub.lookAtClocks().catch(() => undefined)
    void looked.then(() => process.send?.({ shiftMs }))
  }),
)
