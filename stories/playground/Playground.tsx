import { createContext, type ReactNode, useCallback, useContext, useLayoutEffect } from 'react'
import type { Locale, TossModule } from 'react-toss-checkout'

/** What the toolbar above a story decides. */
export interface PlaygroundGlobals {
  theme: 'light' | 'dark'
  locale: Locale
  module: TossModule
}

const defaults: PlaygroundGlobals = { theme: 'light', locale: 'ko', module: 'tosspayments' }
const PlaygroundContext = createContext<PlaygroundGlobals>(defaults)

/** The toolbar's choices, for everything inside a story. */
export function usePlayground(): PlaygroundGlobals {
  return useContext(PlaygroundContext)
}

/** The Korean or the English one of two texts, as the toolbar says. */
export function useSay(): (ko: string, en: string) => string {
  const { locale } = usePlayground()
  return useCallback((ko, en) => (locale === 'en' ? en : ko), [locale])
}

/** Storybook's globals are strings that anyone may write into the address. */
export function readGlobals(globals: Record<string, unknown>): PlaygroundGlobals {
  return {
    theme: globals.theme === 'dark' ? 'dark' : 'light',
    locale: globals.locale === 'en' ? 'en' : 'ko',
    module: globals.module === 'uplus' ? 'uplus' : 'tosspayments',
  }
}

/**
 * Hands the toolbar's choices to a story. Alone on its page a story also sets the page's theme and language; on a docs
 * page each keeps to its own frame.
 */
export function Playground({ children, alone, ...globals }: PlaygroundProps) {
  const { theme, locale } = globals
  useLayoutEffect(() => {
    const { documentElement } = document
    documentElement.dataset.theme = alone ? theme : 'light'
    documentElement.lang = alone ? locale : 'ko'
  }, [alone, theme, locale])
  return (
    <PlaygroundContext value={globals}>
      <div className="playground" data-theme={theme} lang={locale}>
        {children}
      </div>
    </PlaygroundContext>
  )
}

interface PlaygroundProps extends PlaygroundGlobals {
  alone: boolean
  children: ReactNode
}
