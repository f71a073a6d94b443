import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useLayoutEffect,
  useSyncExternalStore,
} from 'react'
import type { Locale, TossModule } from 'react-toss-checkout'
import type { Fault } from 'react-toss-checkout/sandbox'
import { faultLabels } from '../../src/sandbox/window/faultLabels.js'

/** What the toolbar above a story decides. */
export interface PlaygroundGlobals {
  /** `system` leaves it to the device, as a shop without a switch of its own does. */
  theme: 'light' | 'dark' | 'system'
  locale: Locale
  module: TossModule
  /** One mishap for every sandbox, besides those a story brings itself. */
  fault: Fault | null
}

interface Playground extends PlaygroundGlobals {
  /** The story has a page of its own; on a page of documentation it stands among others. */
  alone: boolean
}

const defaults: Playground = {
  theme: 'light',
  locale: 'ko',
  module: 'tosspayments',
  fault: null,
  alone: true,
}
/** What `usePlayground` reads, for a page of documentation too. */
export const PlaygroundContext = createContext<Playground>(defaults)

/** The toolbar's choices, for everything inside a story. */
export function usePlayground(): Playground {
  return useContext(PlaygroundContext)
}

/** The Korean or the English one of two texts, as the toolbar says. */
export function useSay(): (ko: string, en: string) => string {
  const { locale } = usePlayground()
  return useCallback((ko, en) => (locale === 'en' ? en : ko), [locale])
}

const darkDevice = '(prefers-color-scheme: dark)'

/** Light or dark as it is now, whoever decided. */
export function useTheme(): 'light' | 'dark' {
  const { theme } = usePlayground()
  const device = useSyncExternalStore(
    (changed) => {
      const query = matchMedia(darkDevice)
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => (matchMedia(darkDevice).matches ? 'dark' : 'light'),
  )
  return theme === 'system' ? device : theme
}

/** Storybook's globals are strings that anyone may write into the address. */
export function readGlobals(globals: Record<string, unknown>): PlaygroundGlobals {
  const { theme, locale, module, fault } = globals
  return {
    theme: theme === 'dark' || theme === 'system' ? theme : 'light',
    locale: locale === 'en' ? 'en' : 'ko',
    module: module === 'uplus' ? 'uplus' : 'tosspayments',
    fault: typeof fault === 'string' && Object.hasOwn(faultLabels, fault) ? (fault as Fault) : null,
  }
}

/**
 * Hands the toolbar's choices to a story and sets the page's theme. Alone on its page a story also sets the page's
 * language; a docs page stays Korean around it.
 */
export function Playground({ children, alone, ...globals }: PlaygroundProps) {
  const { theme, locale } = globals
  useLayoutEffect(() => {
    const { documentElement } = document
    if (theme === 'system') delete documentElement.dataset.theme
    else documentElement.dataset.theme = theme
    documentElement.lang = alone ? locale : 'ko'
  }, [alone, theme, locale])
  return (
    <PlaygroundContext value={{ ...globals, alone }}>
      <div className="playground" data-theme={theme === 'system' ? undefined : theme} lang={locale}>
        {children}
      </div>
    </PlaygroundContext>
  )
}

interface PlaygroundProps extends Playground {
  children: ReactNode
}
