import type { StatisticsReport } from '#schemas/generated/types.ts'
import { returnOffice } from './cast.ts'

const small: StatisticsReport = {
  from: '2026-01-01',
  until: '2026-12-31',
  compiledOn: '2027-01-15',
  authority: { name: returnOffice.name },
  figures: [{ measure: 'APPLICATIONS', suppressed: true }],
}

const full: StatisticsReport = {
  from: '2026-01-01',
  until: '2026-12-31',
  compiledOn: '2027-01-15',
  authority: returnOffice,
  figures: [
    {
      measure: 'APPROVALS',
      requesting: 'DEU',
      requested: 'AZE',
      category: 'OWN_NATIONAL',
      month: '2026-11',
      replyTime: 'D3_7',
      count: 38,
      suppressed: false,
    },
    { measure: 'REFUSALS', requesting: 'DEU', requested: 'AZE', category: 'STATELESS', month: '2026-11', suppressed: true },
  ],
  observations: 'Kiçik rəqəmlər göstərilmir.',
}

export const statisticsReport = { small, full }
