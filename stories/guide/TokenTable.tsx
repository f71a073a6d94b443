import { readTokens } from './readTokens.js'
import './guide.css'

const files = import.meta.glob<string>('../../src/components/styles/*.css', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const tokens = readTokens(Object.values(files).join('\n'))

/** Every `--tc-*` variable, read from the sheet that ships. */
export function TokenTable() {
  return (
    <div className="guide-scroll">
      <table className="guide-table">
        <thead>
          <tr>
            <th scope="col">변수</th>
            <th scope="col">밝은 화면</th>
            <th scope="col">어두운 화면</th>
            <th scope="col">다른 값</th>
            <th scope="col">쓰이는 곳</th>
          </tr>
        </thead>
        <tbody>
          {tokens.map(({ name, light, dark, variants, properties }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>
                <Value of={light} />
              </td>
              <td>{dark ? <Value of={dark} /> : '같아요'}</td>
              <td>
                {variants.map(({ attribute, value }) => (
                  <div key={attribute}>
                    <code>{attribute.slice(9, -1)}</code> <code>{value}</code>
                  </div>
                ))}
              </td>
              <td>{properties.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Value({ of }: { of: string }) {
  return (
    <span className="guide-value">
      {of.startsWith('#') && <span className="guide-swatch" style={{ background: of }} />}
      <code>{of}</code>
    </span>
  )
}
