import type { ReactNode } from 'react'
import { usePlayground, useSay, useTheme } from '../playground/Playground.js'
import '../desk/desk.css'
import './components.css'

/** The toolbar's theme first, then the other one; on a page of documentation the toolbar's alone. */
export function BothThemes({ children }: { children: ReactNode }) {
  const say = useSay()
  const { alone } = usePlayground()
  const both = useTheme() === 'dark' ? (['dark', 'light'] as const) : (['light', 'dark'] as const)
  const themes = alone ? both : both.slice(0, 1)
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
