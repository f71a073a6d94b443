import { userEvent } from 'storybook/test'
import { paymentWindow } from '../playground/inWindow.js'
import type { Say } from '../playground/sayIn.js'

/** Fills in one of the sandbox's test cards from its developer drawer, agrees and sends. */
export async function registerWith(say: Say, testCard: RegExp): Promise<void> {
  const inside = await paymentWindow()
  await userEvent.click(inside.getByText(say('개발자 도구', 'Developer tools')))
  await userEvent.click(inside.getByRole('button', { name: testCard }))
  await userEvent.click(inside.getByRole('checkbox', { name: say('전체 동의', 'Agree to all') }))
  await userEvent.click(inside.getByRole('button', { name: say('카드 등록하기', 'Register card') }))
}
