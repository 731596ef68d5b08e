/** What the page of the statistics says. */
import type { Language } from '#admin-ui/texts/language.ts'

const en = {
  note: 'Figures that ministries report, counted from the messages. Months in UTC.',
  from: 'From',
  to: 'To',
  presets: { year: 'This year', before: 'Last year', twelve: '12 months' },
  all: 'All states together',
  states: 'Requesting → requested state',
  choose: 'Two states',
  none: 'Nothing was counted in these months.',
  noneNote: 'Cases appear here as soon as their messages are accepted.',
  noneOf: 'None between these states.',
  wrongOrder: 'The last month is before the first.',
  months: 'By month',
  category: 'By category of persons',
  replyTime: 'By the time until the reply',
  ground: 'By ground of refusal',
  median: (days: string) => `Half of the replies came within ${days} days.`,
  small: (n: string) => `< ${n}`,
  smallNote: (n: string) =>
    `Figures below ${n}, and others that would give them away, are not told (hatched): few persons could be recognised. The file says the same.`,
  measure: 'What is counted',
  other: {
    ANNOUNCED: 'Transfers announced',
    EU_TRAVEL_DOCUMENTS: 'European travel documents for want of another',
    DECISION_UNKNOWN: 'Replies whose decision is no longer known',
    CONTENT_UNKNOWN: 'Other messages whose content was erased',
    UNKNOWN: 'not known',
    SEVERAL: 'several grounds',
  } as Record<string, string>,
}

const az: typeof en = {
  note: 'Nazirliklərin bildirdiyi göstəricilər, mesajlardan hesablanıb. Aylar UTC ilədir.',
  from: 'Başlanğıc',
  to: 'Son',
  presets: { year: 'Bu il', before: 'Ötən il', twelve: '12 ay' },
  all: 'Bütün dövlətlər birlikdə',
  states: 'Tələb edən → tələb olunan dövlət',
  choose: 'İki dövlət',
  none: 'Bu aylarda heç nə hesablanmayıb.',
  noneNote: 'Mesajlar qəbul olunan kimi işlər burada görünür.',
  noneOf: 'Bu dövlətlər arasında yoxdur.',
  wrongOrder: 'Son ay birincidən əvvəldir.',
  months: 'Aylar üzrə',
  category: 'Şəxs kateqoriyaları üzrə',
  replyTime: 'Cavab müddəti üzrə',
  ground: 'İmtina əsasları üzrə',
  median: (days) => `Cavabların yarısı ${days} gün ərzində gəlib.`,
  small: (n) => `< ${n}`,
  smallNote: (n) =>
    `${n}-dən kiçik və onları üzə çıxara biləcək göstəricilər deyilmir (ştrixli): az sayda şəxs tanına bilər. Fayl da eynisini deyir.`,
  measure: 'Nə hesablanır',
  other: {
    ANNOUNCED: 'Elan edilmiş təhvillər',
    EU_TRAVEL_DOCUMENTS: 'Başqa sənəd olmadığından Avropa səyahət sənədləri',
    DECISION_UNKNOWN: 'Qərarı artıq bilinməyən cavablar',
    CONTENT_UNKNOWN: 'Məzmunu silinmiş digər mesajlar',
    UNKNOWN: 'məlum deyil',
    SEVERAL: 'bir neçə əsas',
  },
}

export const STATISTICS_TEXTS: Record<Language, typeof en> = { az, en }
