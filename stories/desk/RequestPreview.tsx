import { type Order, PaymentError, type PaymentOptions } from 'react-toss-checkout'
import { toRequestPayParams } from '../../src/portone/toRequestPayParams.js'
import { useSay } from '../playground/Playground.js'

/** The object that `IMP.request_pay` gets for these props. */
export function RequestPreview({ order, options }: { order: Order; options: PaymentOptions }) {
  const say = useSay()
  return (
    <section>
      <h3>{say('SDK에 넘기는 값', 'What the SDK is given')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reachable by keyboard */}
      <pre className="code" tabIndex={0}>
        {`IMP.request_pay(${written(order, options)}, callback)`}
      </pre>
    </section>
  )
}

function written(order: Order, options: PaymentOptions): string {
  try {
    return JSON.stringify(toRequestPayParams(order, options), null, 2)
      .replace(/"([a-z_]\w*)":/gi, '$1:')
      .replace(/\[[\s\d,]+\]/g, (list) => list.replace(/\s+/g, '').replace(/,/g, ', '))
  } catch (error) {
    return error instanceof PaymentError ? `/* ${error.message} */` : String(error)
  }
}
