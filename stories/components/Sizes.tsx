import type { ReactNode } from 'react'
import { Frame } from './Frames.js'

const sizes = [
  {
    title: ['촘촘하게', 'Compact'],
    code: 'data-tc-density="compact"',
    how: { 'data-tc-density': 'compact' },
  },
  { title: ['작게', 'Small'], code: 'data-tc-size="small"', how: { 'data-tc-size': 'small' } },
  { title: ['크게', 'Large'], code: 'data-tc-size="large"', how: { 'data-tc-size': 'large' } },
] as const

/** The same states once more in each density and size beside the usual one. */
export function Sizes({ wide, children }: { wide?: boolean; children: (code: string) => ReactNode }) {
  return sizes.map(({ title: [ko, en], code, how }) => (
    <Frame key={code} title={[ko, en]} code={code} wide={wide}>
      <div className="frame-sizes" {...how}>
        {children(code)}
      </div>
    </Frame>
  ))
}
