/** The mission that is asked, or that answers. Which ones there are is data that may lag behind: nobody is refused for one that the hub does not know. */
import { MISSIONS } from '#schemas/missions/missions.ts'
import { typesWith } from './places.ts'
import type { Rule } from './rule.ts'

const PATH = '/body/mission'

export const MISSION_RULES: readonly Rule[] = [
  {
    rule: 'mission-known',
    on: typesWith('mission'),
    effect: 'flags',
    where: PATH,
    expected: ['a mission of the published list', 'dərc olunmuş siyahıdakı diplomatik nümayəndəlik'],
    hint: [
      'Compare the code with missions.json; if it is right, ask the operators of the hub to add it.',
      'Kodu missions.json ilə tutuşdurun; düzgündürsə, qovşağın operatorlarından onu əlavə etməyi xahiş edin.',
    ],
    article: '9',
    broken: ({ body }) => {
      const { mission } = body as { readonly mission?: string }
      return mission === undefined || Object.hasOwn(MISSIONS, mission) ? [] : [PATH]
    },
  },
]
