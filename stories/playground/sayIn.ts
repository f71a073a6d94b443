import { readGlobals } from './Playground.js'

/** The Korean or the English one of two: a play looks for what the toolbar's language says. */
export type Say = <Ko, En>(ko: Ko, en: En) => Ko | En

/** For a play, what `useSay` is for a component. */
export function sayIn(globals: Record<string, unknown>): Say {
  const { locale } = readGlobals(globals)
  return (ko, en) => (locale === 'en' ? en : ko)
}
