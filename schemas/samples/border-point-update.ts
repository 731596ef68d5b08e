import type { BorderPointUpdate } from '#schemas/generated/types.ts'
import { baku, borderOfficer, borderService } from './cast.ts'

const small: BorderPointUpdate = {
  validFrom: '2026-12-01',
  points: [{ change: 'ADDED', point: { name: baku.name }, modes: ['AIR'] }],
  official: { name: borderOfficer.name },
}

const full: BorderPointUpdate = {
  validFrom: '2026-12-01',
  points: [
    { change: 'CHANGED', point: baku, modes: ['AIR'], hours: 'Hər gün, bütün sutka', authority: borderService },
    { change: 'REMOVED', point: { name: 'Bakı Beynəlxalq Dəniz Ticarət Limanı', country: 'AZE' }, modes: ['SEA'] },
  ],
  observations: 'Bayram günlərində əvvəlcədən razılaşdırılsın.',
  official: borderOfficer,
}

export const borderPointUpdate = { small, full }
