import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { Words } from '../shop/goods.types.js'

export type Language = 'ko' | 'en'

interface Speech {
  language: Language
  setLanguage(language: Language): void
  /** The sentence in the language the buyer reads. */
  say(ko: string, en: string): string
  sayWords(words: Words): string
}

const KEY = 'storefront/language'
const SpeechContext = createContext<Speech | null>(null)

/** Korean unless the buyer switched; the choice stays in this browser. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (readChoice() === 'en' ? 'en' : 'ko'))
  useEffect(() => {
    document.documentElement.lang = language
    try {
      localStorage.setItem(KEY, language)
    } catch {}
  }, [language])
  const speech = useMemo<Speech>(
    () => ({
      language,
      setLanguage,
      say: (ko, en) => (language === 'en' ? en : ko),
      sayWords: (words) => words[language],
    }),
    [language],
  )
  return <SpeechContext value={speech}>{children}</SpeechContext>
}

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext)
  if (!speech) throw new Error('useSpeech needs a LanguageProvider above it')
  return speech
}

function readChoice(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}
