/** Data use report: what was done with data that were received, and with what result (agreement, article 17). */

import { country } from '#schemas/codelists/country.ts'
import { boolean, code, date, list, note, optional, record, required, text, uuid } from '#schemas/vocabulary.ts'
import { official } from './blocks.ts'

const onward = record('OnwardTransfer', 'To whom data were passed on.', {
  recipient: required(text(200), 'Authority that received them'),
  country: optional(code(country), 'Its state'),
  consent: required(boolean, 'Whether the state that sent the data consented before'),
})

const use = record('DataUse', 'One use of data.', {
  purpose: required(note(1000), 'What for'),
  authority: required(text(200), 'Authority that used them'),
  on: required(date, 'When'),
  result: optional(note(2000), 'With what result'),
  onward: optional(onward, 'To whom they were passed on'),
})

export const dataUseReport = record('DataUseReport', 'Reports the use of data that were received.', {
  caseReference: optional(text(64), 'Case reference of the reporting authority'),
  messages: optional(list('MessageId', uuid, { max: 100 }), 'Messages that carried the data; absent for all of the case'),
  uses: required(list('Use', use, { max: 100 }), 'What was done with them'),
  official: required(official, 'Official who reports'),
})
