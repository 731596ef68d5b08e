/**
 * Upper and lower case by the rules of a language. Azerbaijani has a dotted and a dotless i (i İ, ı I): the casing that other languages share turns
 * one into the other, and a name into another name. Scripts and languages are BCP 47 tags.
 */
export type LanguageTag = 'az-Latn' | 'az-Cyrl' | 'ru-Cyrl' | 'ru-Latn'

/** `upperOf('Əlixan', 'az-Latn')` is `ƏLİXAN`. */
export const upperOf = (text: string, language: LanguageTag): string => text.toLocaleUpperCase(language)

/** `lowerOf('SARIYEVA', 'az-Latn')` is `sarıyeva`. */
export const lowerOf = (text: string, language: LanguageTag): string => text.toLocaleLowerCase(language)
