import { userEvent, waitFor, within } from 'storybook/test'
import type { Say } from './sayIn.js'

/** Presses to pay once the SDK is there: a play's click is no real one, and a late window would ask for another. */
export async function press(button: HTMLElement): Promise<void> {
  await waitFor(() => {
    if (!window.IMP) throw new Error('the SDK is still loading')
  })
  await userEvent.click(button)
}

/** The inside of the sandbox's payment window, once it is open. */
export async function paymentWindow() {
  const body = await waitFor(
    () => {
      const frame = document.querySelector<HTMLIFrameElement>('.imp-dialog iframe')
      const opened = frame?.getClientRects().length ? frame.contentDocument?.querySelector('form') : null
      if (!opened) throw new Error('the payment window is not open')
      return opened.ownerDocument.body
    },
    { timeout: 10_000 },
  )
  return within(body)
}

/** Chooses a card and months, agrees, pays. */
export async function payByCard(say: Say, company: string, quota: string): Promise<void> {
  const inside = await paymentWindow()
  await userEvent.click(inside.getByRole('radio', { name: company }))
  await userEvent.selectOptions(
    inside.getByRole('combobox', { name: say('할부 기간', 'Installments') }),
    quota,
  )
  await userEvent.click(inside.getByRole('checkbox', { name: say('전체 동의', 'Agree to all') }))
  await userEvent.click(inside.getByRole('button', { name: say(/결제하기$/, /^Pay /) }))
}
