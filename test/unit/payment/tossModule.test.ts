import { expect, test } from 'vitest'
import { moduleOf } from '../../../src/payment/tossModule.js'

test.each([
  [{}, 'tosspayments'],
  [{ pg: 'tosspayments' }, 'tosspayments'],
  [{ pg: 'tosspayments.iamporttest_3' }, 'tosspayments'],
  [{ pg: 'uplus' }, 'uplus'],
  [{ pg: 'uplus.tlgdacomxpay' }, 'uplus'],
  [{ pg: 'uplus2' }, 'tosspayments'],
  [{ channelKey: 'channel-key-1' }, 'tosspayments'],
  [{ channelKey: 'channel-key-1', module: 'uplus' }, 'uplus'],
  [{ pg: 'uplus', module: 'tosspayments' }, 'tosspayments'],
] as const)('%j is the module %s', (channel, module) => {
  expect(moduleOf(channel)).toBe(module)
})
