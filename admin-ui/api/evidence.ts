/** Takes evidence out of the hub into a file; the page itself keeps nothing of it. */
import { api } from './client.ts'
import { Fault } from './fault.ts'

type Wish = Parameters<(typeof api.messages)[':id']['evidence']['$post']>[0]['json']

export async function takeEvidence(messageId: string, json: Wish): Promise<void> {
  const response = await api.messages[':id'].evidence.$post({ param: { id: messageId }, json })
  if (!response.ok) throw new Fault(response.status, (await response.json()) as never)
  const url = URL.createObjectURL(await response.blob())
  const link = Object.assign(document.createElement('a'), { href: url, download: `${messageId}.asice` })
  link.click()
  URL.revokeObjectURL(url)
}
