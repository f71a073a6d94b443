import { expect, it } from 'vitest'
import { fillCheckout, pressPay } from './buyInBrowser.js'
import { everyDevice, visitStorefront } from './visitStorefront.js'

const { visit } = visitStorefront('PostgreSQL')

it.each(everyDevice)('%s에서 49,900원 주문에는 할부가 나오지 않는다', async (device) => {
  const buyer = await visit(device)
  const { page, window } = buyer
  await fillCheckout(buyer, ['작은 달항아리'])
  await page.getByRole('radio', { name: '카드사를 지금 고르기' }).check()
  const months = page.getByRole('combobox', { name: '할부 기간' })
  expect(await months.getByRole('option').allTextContents()).toEqual(['일시불'])
  await page.getByText('할부는 50,000원부터').waitFor()
  await page.getByRole('radio', { name: '결제창에서 고르기' }).check()
  await pressPay(buyer, '49,900원')
  await window().getByText('할부는 50,000원부터').waitFor()
  const offered = window().getByRole('combobox', { name: '할부 기간' }).getByRole('option')
  expect(await offered.allTextContents()).toEqual(['일시불'])
})

it.each(everyDevice)('%s에서 결제창은 주문서가 약속한 개월만, 같은 월 금액으로 내놓는다', async (device) => {
  const buyer = await visit(device)
  const { page, window } = buyer
  await fillCheckout(buyer, ['청자 찻사발'])
  await page.getByRole('radio', { name: '카드사를 지금 고르기' }).check()
  const promised = await page
    .getByRole('combobox', { name: '할부 기간' })
    .getByRole('option')
    .allTextContents()
  expect(promised).toHaveLength(12)
  await page.getByRole('radio', { name: '결제창에서 고르기' }).check()
  await pressPay(buyer, '68,000원')
  await window().getByRole('radio', { name: '신한카드' }).check()
  const offered = window().getByRole('combobox', { name: '할부 기간' }).getByRole('option')
  expect(await offered.allTextContents()).toEqual(promised)
})
