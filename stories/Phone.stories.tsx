import type { Meta, StoryObj } from '@storybook/react-vite'
import { PhoneShop } from './phone/PhoneShop.js'

/**
 * 휴대폰에서는 결제창이 페이지를 떠났다가 `redirectUrl`로 돌아와요. 콜백은 오지 않아요. 돌아온 페이지의
 * `usePaymentRedirect`가 주소의 결과를 한 번 읽고, 주소에서 지운 뒤, 서버에 물어봐요. 주소가 하는 말은 믿지 않아요.
 *
 * On a phone the window leaves the page and comes back by URL. The story pretends to be a phone and restores the
 * browser's own name when you leave it.
 */
const meta = {
  id: 'phone',
  title: '휴대폰/떠났다가 돌아오기',
  component: PhoneShop,
  globals: { viewport: { value: 'phone' } },
  parameters: { docs: { story: { inline: false, iframeHeight: 740 } } },
} satisfies Meta<typeof PhoneShop>

export default meta
type Story = StoryObj<typeof meta>

/** 누르면 결제 페이지로 가요. 결제하거나 그만두고 돌아와 보세요. */
export const LeavesAndReturns: Story = { name: '주소로 돌아오는 결제' }
