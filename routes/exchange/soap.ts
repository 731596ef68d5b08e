/** The SOAP binding: the same message in an envelope, its receipt in an envelope, a refusal as a fault. */
import { Hono } from 'hono'
import { hubError } from '#core/errors.ts'
import type { Admission } from '#core/flow/admission.ts'
import { receive } from '#core/flow/receive.ts'
import type { Hub } from '#core/hub.ts'
import { onlyMethods } from './method.ts'
import { type ExchangeEnv, taking } from './request.ts'
import { signedResponse } from './signed-response.ts'

export const SOAP_PATH = '/soap'

export function soapRoutes(hub: Hub, door: Admission): Hono<ExchangeEnv> {
  const app = new Hono<ExchangeEnv>()
  app.post(SOAP_PATH, (c) =>
    taking(c, hub, door, async (inbound) => {
      if (inbound.mediaType !== 'application/soap+xml') throw hubError('MEDIA_TYPE', { detail: 'Only SOAP 1.2 envelopes are taken here.' })
      return signedResponse(await receive(hub, inbound), 200)
    }),
  )
  onlyMethods(app, SOAP_PATH, 'POST')
  return app
}
