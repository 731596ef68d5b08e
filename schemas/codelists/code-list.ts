/** Agreed values with what they mean, for people, in English and Azerbaijani. */
import type { Words } from '#schemas/words.ts'

export interface CodeList<Code extends string = string> {
  /** As the type is called in both schemas and in TypeScript. */
  readonly name: string
  readonly title: Words
  readonly codes: { readonly [code in Code]: Words }
  /** Codes that a later version of the standard brought than the first. */
  readonly since: { readonly [code in Code]?: string }
}

export function codeList<const Code extends string>(
  name: string,
  title: Words,
  codes: { readonly [code in Code]: Words },
  since: { readonly [code in Code]?: string } = {},
): CodeList<Code> {
  return { name, title, codes, since }
}
