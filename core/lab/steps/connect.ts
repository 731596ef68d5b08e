/** Who is let in at the party's endpoint. */
import { failed, type LabClient, passed, type Step } from '#core/lab/lab.ts'
import { letterFor } from '#core/lab/letter.ts'
import { meaningOf, wordsOf } from '#core/lab/said.ts'
import type { Words } from '#schemas/words.ts'

const connect: Step = {
  id: 'connect',
  title: ['Connection', 'Bağlantı'],
  expected: [
    'the endpoint answers over TLS 1.2 or newer, with a server certificate that chains to the registered anchor',
    'ünvan TLS 1.2 və ya daha yenisi ilə cavab verir, server sertifikatı qeydiyyatdakı etibar lövbərinə söykənir',
  ],
  on: ['push'],
  vital: true,
  run: async ({ lab }) => {
    const said = await lab.way.deliver(await letterFor(lab))
    const [en, az] = wordsOf(said)
    return said.status === undefined
      ? failed(`There is no answer: ${en}.`, `Cavab yoxdur: ${az}.`)
      : passed(`It answers: ${en}.`, `Cavab verir: ${az}.`)
  },
}

const STRANGERS: Readonly<Record<Exclude<LabClient, 'hub'>, Words>> = {
  nobody: ['a client without a certificate', 'sertifikatsız müştəri'],
  stranger: ['a client with the certificate of a stranger', 'yad sertifikatlı müştəri'],
}

const keepsOut = (client: Exclude<LabClient, 'hub'>): Step => ({
  id: `refuse-${client}`,
  title: [`Mutual TLS: ${STRANGERS[client][0]}`, `Qarşılıqlı TLS: ${STRANGERS[client][1]}`],
  expected: [
    `${STRANGERS[client][0]} is refused, in the handshake or with a status of 4xx`,
    `${STRANGERS[client][1]} əlaqə qurularkən və ya 4xx statusu ilə rədd edilir`,
  ],
  on: ['push'],
  run: async ({ lab }) => {
    const said = await lab.way.deliver(await letterFor(lab), { client, hopeless: true })
    const [en, az] = wordsOf(said)
    const isOut = said.status === undefined ? said.why === 'tls' || said.why === 'broken' : said.status >= 400 && said.status < 500
    if (isOut && (await meaningOf(lab, said)) !== 'taken') return passed(`It is kept out: ${en}.`, `İçəri buraxılmır: ${az}.`)
    return failed(`It is not kept out: ${en}.`, `İçəri buraxılır: ${az}.`)
  },
})

export const CONNECT: readonly Step[] = [connect, keepsOut('nobody'), keepsOut('stranger')]
