/**
 * Numbers and times as people read them. Chromium has no Azerbaijani formatting data (`Intl.DateTimeFormat('az')` says `M11`, numbers come out English) and
 * claims that it has, so Azerbaijani is never left to the browser. Times are those of Baku whatever the clock of the screen thinks.
 */
import type { Language } from '#admin-ui/texts/language.ts'

const MONTHS = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  az: ['yanvar', 'fevral', 'mart', 'aprel', 'may', 'iyun', 'iyul', 'avqust', 'sentyabr', 'oktyabr', 'noyabr', 'dekabr'],
} as const satisfies Record<Language, readonly string[]>

/** Marks of thousands and of decimals. */
const MARKS = { en: [',', '.'], az: ['.', ','] } as const satisfies Record<Language, readonly [string, string]>

const UNITS = {
  en: { ms: 'ms', s: 's', min: 'min', h: 'h', d: 'd' },
  az: { ms: 'ms', s: 's', min: 'dəq', h: 'saat', d: 'gün' },
} as const satisfies Record<Language, Record<string, string>>

const AGO = { en: (span: string) => `${span} ago`, az: (span: string) => `${span} əvvəl` } as const satisfies Record<Language, unknown>
const AHEAD = { en: (span: string) => `in ${span}`, az: (span: string) => `${span} sonra` } as const satisfies Record<Language, unknown>
const NOW = { en: 'just now', az: 'indicə' } as const satisfies Record<Language, string>

const BAKU = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Baku',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

type Moment = string | number | Date

function partsOf(moment: Moment) {
  const parts = Object.fromEntries(BAKU.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]))
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = parts
  return { year, month, day, hour, minute, second }
}

export interface Fmt {
  /** `1.234.567,5` */
  readonly number: (value: number, decimals?: number) => string
  /** Of a share from 0 to 1. */
  readonly percent: (share: number) => string
  /** `21.11.2026` */
  readonly date: (moment: Moment) => string
  /** `21 noyabr 2026` */
  readonly longDate: (moment: Moment) => string
  /** `19:53` */
  readonly time: (moment: Moment) => string
  /** `19:53:07` */
  readonly exactTime: (moment: Moment) => string
  /** Today the time alone, else date and time. */
  readonly moment: (moment: Moment, now?: number) => string
  readonly dateTime: (moment: Moment) => string
  /** `3 dəq əvvəl` */
  readonly relative: (moment: Moment, now?: number) => string
  /** `2 saat 10 dəq`: the two largest units. */
  readonly span: (ms: number) => string
  readonly bytes: (count: number) => string
  readonly month: (index: number) => string
}

export function fmtOf(language: Language): Fmt {
  const [thousands, decimal] = MARKS[language]
  const units = UNITS[language]
  const number = (value: number, decimals = 0): string => {
    const [whole = '', rest] = Math.abs(value).toFixed(decimals).split('.')
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands)
    return `${value < 0 ? '−' : ''}${grouped}${rest === undefined ? '' : decimal + rest}`
  }
  const date = (moment: Moment): string => {
    const { year, month, day } = partsOf(moment)
    return language === 'az' ? `${day}.${month}.${year}` : `${Number(day)} ${MONTHS.en[Number(month) - 1]} ${year}`
  }
  const time = (moment: Moment): string => {
    const { hour, minute } = partsOf(moment)
    return `${hour}:${minute}`
  }
  const dateTime = (moment: Moment): string => `${date(moment)}, ${time(moment)}`
  const span = (ms: number): string => {
    if (ms < 1000) return `${number(ms)} ${units.ms}`
    if (ms < 10_000) return `${number(ms / 1000, 1)} ${units.s}`
    const seconds = Math.round(ms / 1000)
    const split = [
      [Math.floor(seconds / 86_400), units.d],
      [Math.floor(seconds / 3600) % 24, units.h],
      [Math.floor(seconds / 60) % 60, units.min],
      [seconds % 60, units.s],
    ] as const
    const first = split.findIndex(([count]) => count > 0)
    return split
      .slice(first, first + 2)
      .filter(([count]) => count > 0)
      .map(([count, unit]) => `${number(count)} ${unit}`)
      .join(' ')
  }
  const relative = (moment: Moment, now = Date.now()): string => {
    const ms = new Date(moment).getTime() - now
    if (Math.abs(ms) < 45_000) return NOW[language]
    const [coarse] = span(Math.abs(ms)).match(/^\S+ \S+/) ?? ['']
    return ms < 0 ? AGO[language](coarse) : AHEAD[language](coarse)
  }
  return {
    number,
    percent: (share) => `${number(share * 100, share > 0 && share < 0.1 ? 1 : 0)}${language === 'az' ? ' ' : ''}%`,
    date,
    longDate: (moment) => {
      const { year, month, day } = partsOf(moment)
      return `${Number(day)} ${MONTHS[language][Number(month) - 1]} ${year}`
    },
    time,
    exactTime: (moment) => `${time(moment)}:${partsOf(moment).second}`,
    moment: (moment, now = Date.now()) => (date(moment) === date(now) ? time(moment) : dateTime(moment)),
    dateTime,
    relative,
    span,
    bytes: (count) => {
      if (count < 1024) return `${number(count)} B`
      const step = Math.min(Math.floor(Math.log2(count) / 10), 4)
      const size = count / 2 ** (10 * step)
      return `${number(size, size < 10 ? 1 : 0)} ${['B', 'KB', 'MB', 'GB', 'TB'][step]}`
    },
    month: (index) => MONTHS[language][index] ?? '',
  }
}
