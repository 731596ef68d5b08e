/** Agreed values with what they mean, for people, in English and Azerbaijani. */
export interface CodeList<Code extends string = string> {
  /** As the type is called in both schemas and in TypeScript. */
  readonly name: string
  readonly title: string
  readonly codes: { readonly [code in Code]: CodeTitle }
}

/** English, Azerbaijani. */
export type CodeTitle = readonly [en: string, az: string]

export function codeList<const Code extends string>(
  name: string,
  title: string,
  codes: { readonly [code in Code]: CodeTitle },
): CodeList<Code> {
  return { name, title, codes }
}
