import { userEvent } from 'storybook/test'
import { paymentWindow } from '../playground/inWindow.js'

/** Fills in one of the sandbox's test cards from its developer drawer, agrees and sends. */
export async function registerWith(testCard: RegExp): Promise<void> {
  const inside = await paymentWindow()
  await userEvent.click(inside.getByText('개발자 도구'))
  await userEvent.click(inside.getByRole('button', { name: testCard }))
  await userEvent.click(inside.getByRole('checkbox', { name: '전체 동의' }))
  await userEvent.click(inside.getByRole('button', { name: '카드 등록하기' }))
}
