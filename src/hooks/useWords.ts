'use client'
import { useEffect, useState } from 'react'
import { useCheckout } from './TossCheckoutProvider.js'

/** Words that arrived, by how they were fetched: a component drawn later has them at once. */
const arrived = new Map<unknown, object>()

/**
 * One component's sentences: Korean from its own file, English fetched when asked for, the provider's `messages` over
 * both. So a page ships the words of the components it uses, in one language.
 * @internal
 */
export function useWords<Words extends object>(ko: Words, fetchEnglish: () => Promise<Words>): Words {
  const { locale, messages } = useCheckout()
  // The type of `messages` has every component's sentences, whichever this one says.
  const overrides = messages as unknown as Partial<Words>
  const given: Partial<Words> = {}
  let complete = true
  for (const key of Object.keys(ko) as (keyof Words)[]) {
    const sentence = overrides[key]
    if (sentence === undefined) complete = false
    else given[key] = sentence
  }
  const [english, setEnglish] = useState(() => arrived.get(fetchEnglish) as Words | undefined)
  const missing = locale === 'en' && !english && !complete
  useEffect(() => {
    if (!missing) return
    fetchEnglish().then(
      (words) => {
        arrived.set(fetchEnglish, words)
        setEnglish(words)
      },
      // Korean words are better than none.
      () => {},
    )
  }, [missing, fetchEnglish])
  return { ...((locale === 'en' && english) || ko), ...given }
}
