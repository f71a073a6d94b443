import type { ReactNode } from 'react'
import './guide.css'

/** A table of a documentation page. MDX knows none by itself: pipes would stay pipes. */
export function GuideTable({
  head,
  rows,
}: {
  head: readonly string[]
  rows: readonly (readonly [ReactNode, ...ReactNode[]])[]
}) {
  return (
    <div className="guide-scroll">
      <table className="guide-table guide-words">
        <thead>
          <tr>
            {head.map((each) => (
              <th key={each} scope="col">
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...cells], row) => (
            <tr key={row}>
              <th scope="row">{first}</th>
              {cells.map((cell, column) => (
                <td key={head[column + 1]} data-head={head[column + 1]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
