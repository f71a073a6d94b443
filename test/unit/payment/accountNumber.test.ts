import fc from 'fast-check'
import { expect, it } from 'vitest'
import { accountDigits, groupAccountNumber } from '../../../src/payment/accountNumber.js'

it.each([
  ['56211023456789', '5621 1023 4567 89'],
  ['1234567890123', '1234 5678 90123'],
  ['123', '123'],
  ['110-123-456789', '110-123-456789'],
])('%s → %s', (number, grouped) => expect(groupAccountNumber(number)).toBe(grouped))

it('띄어 써도 숫자는 하나도 잃거나 바뀌지 않고, 한 자리만 남지 않는다', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{1,20}$/), (number) => {
      const grouped = groupAccountNumber(number)
      expect(accountDigits(grouped)).toBe(number)
      if (grouped.includes(' ')) expect(grouped).not.toMatch(/(^| )\d$/)
    }),
  )
})
