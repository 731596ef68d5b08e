/** Language of the screen: chosen by its user, kept in the browser, told to screen readers by `<html lang>`. */
import { createContext, use, useMemo, useState } from 'react'
import { type Fmt, fmtOf } from '#admin-ui/fmt.ts'
import { CATALOGUES, type Language, type Texts } from './language.ts'

const KEPT_AS = 'korpu-language'

export interface Speaking {
  readonly language: Language
  readonly speak: (language: Language) => void
  readonly t: Texts
  readonly fmt: Fmt
}

export const SpeakingContext = createContext<Speaking | undefined>(undefined)

/** For the root of the application. */
export function useSpeaking(): Speaking {
  const [language, setLanguage] = useState<Language>(() => (document.documentElement.lang === 'en' ? 'en' : 'az'))
  return useMemo(() => {
    const speak = (chosen: Language): void => {
      document.documentElement.lang = chosen
      try {
        localStorage.setItem(KEPT_AS, chosen)
      } catch {
        // A browser that keeps nothing forgets the language, and nothing else happens.
      }
      setLanguage(chosen)
    }
    return { language, speak, t: CATALOGUES[language], fmt: fmtOf(language) }
  }, [language])
}

/** The catalogue of the language, and how it writes numbers and times. */
export function useTexts(): Speaking {
  const speaking = use(SpeakingContext)
  if (!speaking) throw new Error('no language above this component')
  return speaking
}
