import type { Meta, StoryObj } from '@storybook/react-vite'
import { BillingKeyList } from 'react-toss-checkout'
import { expect, userEvent, within } from 'storybook/test'
import { type Say, sayIn } from '../playground/sayIn.js'
import { ListStates } from './ListStates.js'
import { MemberCards } from './MemberCards.js'
import { typeCard } from './typeCard.js'

/**
 * 등록한 카드를 보여 주고, 지우거나 바꿔요. 구독에 쓰는 카드는 지우지 못하고, 새 카드를 등록해 바꾼 뒤에 지워요.
 *
 * The customer's registered cards. Changing one registers the new card first, then moves the subscriptions, then deletes
 * the old key.
 */
const meta = {
  id: 'billing-key-list',
  title: '구독/카드 목록',
  component: BillingKeyList,
} satisfies Meta<typeof BillingKeyList>

export default meta
type Story = StoryObj<typeof meta>

const played = { tags: ['!autodocs'] }
const patient = { timeout: 12_000 }
type Canvas = ReturnType<typeof within>

/** 목록의 모든 상태. */
export const Every: Story = { name: '한눈에 보기', render: () => <ListStates /> }

/** 지우고 바꿔 보세요. 첫 카드는 구독에 쓰고 있어요. */
export const Cards: Story = { name: '카드 지우고 바꾸기', render: () => <MemberCards /> }

const row = async (canvas: Canvas, say: Say, digits: string) => {
  const name = await canvas.findByText(
    say(`끝자리 ${digits}`, `ending in ${digits}`),
    { exact: false },
    patient,
  )
  return within(name.closest('li') as HTMLElement)
}

/** 쓰지 않는 카드는 한 번 더 물은 뒤 지우고, 구독에 쓰는 카드는 지우지 않고 까닭을 말해요. */
export const RemoveCards: Story = {
  ...played,
  name: '시연: 카드 지우기',
  render: () => <MemberCards />,
  play: async ({ canvas, globals }) => {
    const say = sayIn(globals)
    const remove = async (digits: string) => {
      const card = await row(canvas, say, digits)
      await userEvent.click(card.getByRole('button', { name: say(/삭제$/, /^Remove/) }))
      await userEvent.click(card.getByRole('button', { name: say('삭제하기', 'Remove it') }))
    }
    await remove('4242')
    await expect(
      await canvas.findByText(say(/^구독에 쓰고 있는 카드예요/, /^A subscription uses this card/)),
    ).toBeVisible()
    await remove('4444')
    await expect(await canvas.findByText(say('카드를 삭제했어요.', 'The card was removed.'))).toBeVisible()
    await expect(canvas.getAllByRole('listitem')).toHaveLength(1)
    await expect(canvas.getByRole('heading', { name: say('등록한 카드', 'Your cards') })).toHaveFocus()
  },
}

async function replaceFirst(canvas: Canvas, say: Say): Promise<void> {
  const card = await row(canvas, say, '4242')
  await userEvent.click(card.getByRole('button', { name: say(/바꾸기$/, /^Change/) }))
  const form = await canvas.findByRole('form', { name: say('카드 정보', 'Card details') })
  const typed = { cardNumber: '378282246310005', expiry: '1299', birth: '820213', pwd2digit: '97' }
  typeCard(form as HTMLFormElement, typed)
  await userEvent.click(canvas.getByRole('button', { name: say('카드 등록하기', 'Register the card') }))
}

/** 새 카드를 등록하고, 구독을 옮기고, 예전 카드를 지워요. */
export const ReplaceCard: Story = {
  ...played,
  name: '시연: 카드 바꾸기',
  render: () => <MemberCards />,
  play: async ({ canvas, globals }) => {
    const say = sayIn(globals)
    await replaceFirst(canvas, say)
    await expect(
      await canvas.findByText(say('이제 새 카드로 결제해요.', 'The new card pays from now on.'), {}, patient),
    ).toBeVisible()
    await row(canvas, say, '005')
    await expect(canvas.queryByText(/4242/)).toBeNull()
  },
}

/** 새 카드는 등록됐는데 옮기지 못했으면 두 카드가 모두 남고, 다시 옮길 수 있어요. */
export const ReplaceCutOff: Story = {
  ...played,
  name: '시연: 바꾸다가 끊김',
  render: () => <MemberCards cutOff="replace-billing-key" />,
  play: async ({ canvas, globals }) => {
    const say = sayIn(globals)
    await replaceFirst(canvas, say)
    const again = await canvas.findByRole(
      'button',
      { name: say('다시 바꾸기', 'Try the change again') },
      patient,
    )
    await expect(canvas.getAllByRole('listitem')).toHaveLength(3)
    await userEvent.click(again)
    await canvas.findByText(say('이제 새 카드로 결제해요.', 'The new card pays from now on.'), {}, patient)
    await expect(canvas.getAllByRole('listitem')).toHaveLength(2)
  },
}
