import type { ReactNode } from 'react'
import { useSay, useTheme } from '../playground/Playground.js'
import '../desk/desk.css'
import './components.css'

/** The toolbar's theme first, the other one beside it: a designer compares them in one look. */
export function BothThemes({ children }: { children: ReactNode }) {
  const say = useSay()
  const themes = useTheme() === 'dark' ? (['dark', 'light'] as const) : (['light', 'dark'] as const)
  return (
    <div className="panes">
      {themes.map((each) => (
        <div key={each} className="pane" data-theme={each}>
          <h2>{each === 'dark' ? say('어두운 화면', 'Dark') : say('밝은 화면', 'Light')}</h2>
          <div className="matrix">{children}</div>
        </div>
      ))}
    </div>
  )
}

/** One state with its name, in the buyer's words and in the code's. */
export function Frame({
  title,
  code,
  wide,
  children,
}: {
  title: [ko: string, en: string]
  code: string
  wide?: boolean
  children: ReactNode
}) {
  const say = useSay()
  return (
    <figure data-wide={wide ? '' : undefined}>
      <figcaption>
        {say(...title)}
        <code>{code}</code>
      </figcaption>
      <div>{children}</div>
    </figure>
  )
}
