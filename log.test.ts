import { describe, expect, it } from 'vitest'
import { hubError } from '#core/errors.ts'
import { createLog } from './log.ts'

function logged(level = 'info') {
  const lines: string[] = []
  const log = createLog(level, { write: (line: string) => void lines.push(line) })
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') }
}

/** As a careless caller would hand it in. */
const careless = (fields: object): object => ({ party: 'de', ...fields })

describe('a line of the log', () => {
  it('has the event, a time, and the fields that were given', () => {
    const { log, last } = logged()
    log.info('message.accepted', { messageId: '01a1f82f-1e80-7a8f-a560-e82076fc01fe', party: 'de', count: 0 })
    const { time, level, ...rest } = last()
    expect(rest).toEqual({ event: 'message.accepted', messageId: '01a1f82f-1e80-7a8f-a560-e82076fc01fe', party: 'de', count: 0 })
    expect([level, new Date(time).toISOString()]).toEqual([30, time])
  })

  it('leaves out whatever is not on the list, at every level', () => {
    const { log, lines } = logged()
    const fields = careless({ familyName: 'Əliyeva', body: { givenNames: 'Günay' }, signature: 'eyJ', err: new Error('Şəbnəm') })
    log.info('a.b', fields)
    log.warn('a.b', fields)
    log.error('a.b', fields)
    expect(lines).toHaveLength(3)
    for (const line of lines) expect(Object.keys(JSON.parse(line))).toEqual(['level', 'time', 'event', 'party'])
  })

  it('does not leave below the level that was set', () => {
    const { log, lines } = logged('warn')
    log.info('a.b', {})
    log.warn('c.d', {})
    expect(lines.map((line) => JSON.parse(line).event)).toEqual(['c.d'])
  })
})

describe('a fault in the log', () => {
  it('has its kind, code and place, and never its message', () => {
    const { log, last, lines } = logged()
    const cause = Object.assign(new TypeError('"Əliyeva" is not a date\n    at İlqar (oğlu)\nat Quliyev:1:2'), {
      code: 'ERR_INVALID_ARG_TYPE',
    })
    log.error('request.broken', { requestId: '1', code: 'INTERNAL' }, cause)
    expect(last()).toMatchObject({ event: 'request.broken', requestId: '1', code: 'INTERNAL', fault: 'TypeError ERR_INVALID_ARG_TYPE' })
    expect(last().at[0]).toMatch(/log\.test\.ts:\d+:\d+/)
    expect(lines.join()).not.toMatch(/Əliyeva|İlqar|Quliyev/)
  })

  it('names the kind of what caused it, and not its message', () => {
    const { log, last, lines } = logged()
    const cause = Object.assign(new RangeError('Vüqar'), { code: 'two words' })
    log.error('request.failed', {}, hubError('STORE_UNAVAILABLE', { cause, detail: 'Könül' }))
    expect(last().fault).toBe('HubError STORE_UNAVAILABLE < RangeError')
    expect(lines.join()).not.toMatch(/Vüqar|Könül|two words/)
  })

  it('is nothing when something else was thrown', () => {
    const { log, last } = logged()
    log.error('request.failed', {}, 'Orxan')
    expect(Object.keys(last())).toEqual(['level', 'time', 'event'])
  })
})
