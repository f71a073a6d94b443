import { approve, fillCheckout, reachOrder } from './buyInBrowser.js'
import { chooseMethod } from './purchases.js'
import type { Visit, Visits } from './visitStorefront.js'

/** Two boxes of tea for 48,000원, by virtual account: issued, and not deposited into yet. */
export async function issueAccount(visit: Visit): Promise<{ merchantUid: string; number: string }> {
  const { page, window, press } = visit
  await fillCheckout(visit, ['하동 세작', '하동 세작'])
  await chooseMethod(visit, '가상계좌')
  await press(page.getByRole('button', { name: '가상계좌 발급받기' }))
  await window().getByRole('radio', { name: '신한은행' }).check()
  await approve(visit, '48,000원')
  await window().getByRole('heading', { name: '가상계좌를 발급했어요' }).waitFor()
  const number =
    (await window()
      .getByText(/^\d[\d -]{9,}$/)
      .textContent()) ?? ''
  await press(window().getByRole('button', { name: '확인' }))
  return { merchantUid: await reachOrder(visit, '입금 대기'), number: number.replace(/\D/g, '') }
}

/** The bank tells the gateway of the deposit, and the gateway the shop. */
export async function deposit({ shop, payments }: Visits, merchantUid: string): Promise<void> {
  const [payment] = await payments(merchantUid)
  await shop().control('POST', `payments/${payment?.imp_uid}/deposit`, {})
}
