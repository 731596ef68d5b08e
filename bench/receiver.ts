/** The receiving party, a process of its own: verifies each delivery, answers with its signed receipt, tells the bench what arrived. */

import type { Syntax } from '#core/message.ts'
import { shiftedClock } from '#demo/clock.ts'
import { hubClient } from '#demo/hub-client.ts'
import { createPartner } from '#demo/partner.ts'
import { openDoor } from '#demo/pushed.ts'
import { DIALECT, hubFingerprint, keysOf, PROFILE, signerOf } from './world.ts'

const [dir = '', syntax = 'xml'] = process.argv.slice(2)
const dialect = DIALECT[syntax as Syntax]
const { tls, signing } = keysOf(dir, 'xb')
const client = hubClient('https://127.0.0.1', tls)
const partner = createPartner({
  party: 'xb',
  dialect,
  signature: PROFILE[dialect.syntax],
  key: signing,
  hubSigner: signerOf(dir, 'hub'),
  client,
  clock: shiftedClock(),
  onMessage: ({ header }) => process.send?.({ arrived: header.messageId }),
})
const door = await openDoor(partner, {
  tls,
  hubFingerprint: hubFingerprint(dir),
  receipts: 'sync',
  handIn: client.handIn,
})
process.send?.({ url: door.url })
process.on('disconnect', () => process.exit(0))
