import buttonSource from '../../src/components/TossCheckoutButton.tsx?raw'
import handlerSource from '../../src/hooks/usePayment.ts?raw'
import orderSource from '../../src/payment/order.ts?raw'

/** The TSDoc in front of each member or type of a source file, by name. The first one of a name counts. */
function readTsdoc(source: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, comment = '', name = ''] of source.matchAll(
    /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:export (?:interface|type) )?(\w+)/g,
  )) {
    found[name] ??= comment
      .split('\n')
      .map((line) => line.replace(/^\s*\*?\s?/, ''))
      .join(' ')
      .trim()
  }
  return found
}

/** Descriptions of the button's props, straight from the source: react-docgen does not look into unions. */
export const tsdoc: Record<string, string> = {
  ...readTsdoc(handlerSource),
  ...readTsdoc(buttonSource),
  ...readTsdoc(orderSource),
}
