import type { ReactNode } from 'react'
import { usePlayground, useSay } from '../playground/Playground.js'
import { BothThemes } from './BothThemes.js'

/** One state of a component, told in the buyer's words and in the code's. */
export interface MatrixState {
  title: [ko: string, en: string]
  code: string
  /** Its sizes stand below each other: it needs the whole width. */
  wide?: boolean
  /** Draws it once; `size` tells the copies of a frame apart. */
  shows: (size: string) => ReactNode
}

const sizes = [
  { name: 'usual', title: ['보통', 'Usual'], how: {} },
  { name: 'compact', title: ['촘촘하게', 'Compact'], how: { 'data-tc-density': 'compact' } },
  { name: 'small', title: ['작게', 'Small'], how: { 'data-tc-size': 'small' } },
  { name: 'large', title: ['크게', 'Large'], how: { 'data-tc-size': 'large' } },
] as const

/**
 * Every state in every density and size, in both themes: all of a component in one frame. A page of documentation, which
 * is read from top to bottom, shows the usual size.
 */
export function Matrix({ states }: { states: readonly MatrixState[] }) {
  const say = useSay()
  const { alone } = usePlayground()
  return (
    <BothThemes>
      {states.map(({ title, code, wide, shows }) => (
        <figure key={code} data-wide={wide ? '' : undefined}>
          <figcaption>
            {say(...title)}
            <code>{code}</code>
          </figcaption>
          {alone ? (
            <div className="sizes">
              {sizes.map(({ name, title: [ko, en], how }) => (
                <div key={name} data-size={name}>
                  <span className="size-name">{say(ko, en)}</span>
                  <div {...how}>{shows(name)}</div>
                </div>
              ))}
            </div>
          ) : (
            <div>{shows('usual')}</div>
          )}
        </figure>
      ))}
    </BothThemes>
  )
}
