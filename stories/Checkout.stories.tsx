import type { Meta, StoryObj } from '@storybook/react-vite'
import { CheckoutPage } from './shop/CheckoutPage.js'

/**
 * 한국 쇼핑몰의 주문서예요. 결제창, 결제사, 상점 서버의 확인까지 모두 이 브라우저 안의 샌드박스에서 움직여요.
 * 동의에 체크하고 **55,000원 결제하기**를 누른 뒤, 결제창에서 신한카드와 3개월을 골라 보세요.
 *
 * A Korean shop's order page on the embedded sandbox: window, gateway and the shop's server all run in this tab.
 */
const meta = {
  id: 'checkout',
  title: '결제/주문서',
  component: CheckoutPage,
  // Opens the playground, so the page itself comes first and no documentation before it.
  tags: ['!autodocs'],
} satisfies Meta<typeof CheckoutPage>

export default meta
type Story = StoryObj<typeof meta>

/** 카드로 55,000원. 결제가 확인되면 그 자리에 서버가 읽어 온 기록이 나와요. */
export const Card: Story = { name: '카드 결제' }

/** 계좌가 발급되면 입금을 기다려요. 샌드박스가 은행을 대신해요. */
export const VirtualAccount: Story = { name: '가상계좌', args: { initialMethod: 'vbank' } }

/** 360px 휴대폰에서는 결제 버튼이 화면 아래에 붙어 있어요. */
export const Narrow: Story = {
  name: '360px 화면',
  globals: { viewport: { value: 'phone', isRotated: false } },
}

/** Dark, in English. */
export const DarkEnglish: Story = { name: '어두운 화면, 영어', globals: { theme: 'dark', locale: 'en' } }
