import { cardCompanies, formatWon, type PaymentRecord } from 'react-toss-checkout'
import { usePlayground, useSay } from '../playground/Playground.js'
import { useMethods } from './MethodChooser.js'
import { printKst } from './printKst.js'

/** The confirmed record, line by line: what the shop's server read back from the gateway. */
export function RecordTable({ payment }: { payment: PaymentRecord }) {
  const say = useSay()
  const { locale } = usePlayground()
  const methods = useMethods()
  const { card, virtualAccount, paidAt, payMethod } = payment
  const company = cardCompanies.find(({ code }) => code === card?.code)
  const awaited = payment.status === 'ready'
  const rows: [label: string, value: string | null | undefined | false, key?: boolean][] = [
    [
      awaited ? say('입금할 금액', 'Amount to deposit') : say('결제 금액', 'Amount'),
      formatWon(payment.amount, locale),
    ],
    [
      say('결제 수단', 'Method'),
      card
        ? ((locale === 'en' ? company?.nameEn : company?.nameKo) ?? card.name)
        : (methods[payMethod as keyof typeof methods]?.name ?? payMethod),
    ],
    [
      say('할부', 'Installments'),
      card && (card.quota > 1 ? say(`${card.quota}개월`, `${card.quota} months`) : say('일시불', 'In full')),
    ],
    [say('카드번호', 'Card number'), card?.number],
    [say('승인번호', 'Approval number'), card?.approvalNumber],
    [say('입금 은행', 'Bank'), virtualAccount?.bankName, awaited],
    [say('계좌번호', 'Account number'), virtualAccount?.number, awaited],
    [say('예금주', 'Holder'), virtualAccount?.holder],
    [say('입금 기한', 'Deposit by'), virtualAccount && printKst(virtualAccount.dueAt, locale), awaited],
    [say('결제 시각', 'Paid at'), !!paidAt && printKst(paidAt, locale)],
    [say('주문번호', 'Order number'), payment.merchantUid],
    [say('결제번호', 'Payment number'), payment.impUid],
  ]
  return (
    <dl className="record">
      {rows.map(
        ([label, value, key]) =>
          value && (
            <div key={label}>
              <dt>{label}</dt>
              <dd data-key={key || undefined}>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
