/** Statistics report: figures for the joint committee (agreement, article 19). Aggregates only: it has no place for a person. */
import { measure, replyTime } from '#schemas/codelists/cooperation.ts'
import { country } from '#schemas/codelists/country.ts'
import { personCategory } from '#schemas/codelists/person.ts'
import { boolean, code, date, integer, list, note, optional, partialDate, record, required } from '#schemas/vocabulary.ts'
import { authority } from './blocks.ts'

const figure = record('Figure', 'How often something happened. What is absent was not told apart.', {
  measure: required(code(measure), 'What is counted'),
  requesting: optional(code(country), 'Requesting state'),
  requested: optional(code(country), 'Requested state'),
  category: optional(code(personCategory), 'Category of persons'),
  month: optional(partialDate, 'Month, YYYY-MM'),
  replyTime: optional(code(replyTime), 'How long the reply took'),
  count: optional(integer(9), 'The figure'),
  suppressed: required(boolean, 'Whether it is so small that it would point to persons, and therefore left out'),
})

export const statisticsReport = record('StatisticsReport', 'Figures on readmission within a period.', {
  from: required(date, 'First day of the period'),
  until: required(date, 'Last day of the period'),
  compiledOn: required(date, 'Day on which the figures were compiled'),
  authority: required(authority, 'Authority that answers for them'),
  figures: required(list('Figure', figure, { max: 1000 }), 'The figures'),
  observations: optional(note(2000), 'How to read them'),
})
