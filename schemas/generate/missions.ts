/** Writes the list of missions with where each was read, for those who build forms. */
import { MISSIONS, MISSIONS_VERSION } from '#schemas/missions/missions.ts'

export const missions = (): unknown => ({
  version: MISSIONS_VERSION,
  missions: Object.fromEntries(
    Object.entries(MISSIONS).map(
      ([
        code,
        {
          seat: [en, az],
          ...read
        },
      ]) => [code, { seat: { en, az }, ...read }],
    ),
  ),
})
