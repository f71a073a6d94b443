import { type ReactNode, useEffect, useRef } from 'react'
import { useSpeech } from '../language.js'

let firstPage = true

/** The page's name: the tab's title, and where the focus goes after following a link, as it would on a fresh page. */
export function Heading({ children, note }: { children: string; note?: ReactNode }) {
  const { say } = useSpeech()
  const heading = useRef<HTMLHeadingElement>(null)
  const shop = say('물빛찻장', 'Mulbit Tea')
  useEffect(() => {
    document.title = `${children} · ${shop}`
  }, [children, shop])
  useEffect(() => {
    if (!firstPage) heading.current?.focus({ preventScroll: true })
    firstPage = false
  }, [])
  return (
    <div className="heading">
      <h1 ref={heading} tabIndex={-1}>
        {children}
      </h1>
      {note && <p className="soft">{note}</p>}
    </div>
  )
}
