/** Writes the code lists with their titles, for those who build forms. */
import type { Definitions } from './definitions.ts'

export const codeLists = ({ leaves }: Definitions): unknown =>
  Object.fromEntries(
    leaves.flatMap(({ facts: { codes } }) => {
      if (!codes) return []
      const titled = Object.entries(codes.codes).map(([code, [en, az]]) => [code, { en, az }])
      const [en, az] = codes.title
      return [[codes.name, { title: { en, az }, codes: Object.fromEntries(titled) }]]
    }),
  )
