'use client'
import { useEffect, useRef, useState } from 'react'
import { accountDigits, groupAccountNumber } from '../payment/accountNumber.js'
import type { VirtualAccountMessages } from '../payment/componentMessages.js'
import { formatAmount } from '../payment/formatAmount.js'
import { formatKst, type TimeLeft } from '../payment/koreanTime.js'
import type { PaymentRecord } from '../payment/paymentRecord.js'
import { virtualAccountKo } from '../payment/virtualAccountMessages.ko.js'
import { settledDeposit, type VirtualAccountStatus } from '../payment/virtualAccountStatus.js'
import { accountSentences } from './accountSentences.js'
import { copyText } from './copyText.js'
import { useCheckout } from './TossCheckoutProvider.js'
import { useDeadline } from './useDeadline.js'
import { usePaymentStatus } from './usePaymentStatus.js'
import { useWords } from './useWords.js'

export interface UseVirtualAccountOptions {
  /** The record of `awaiting-deposit`. */
  payment: PaymentRecord
  /** ms between two questions to the server while the deposit is awaited. Default 5,000. */
  interval?: number
}

export interface VirtualAccount {
  status: VirtualAccountStatus
  /** The newest record of the payment. */
  payment: PaymentRecord
  /** How it should look: `notice` where nothing is to be sent any more though nothing arrived as it should. */
  tone: 'neutral' | 'success' | 'notice'
  /** What it is for, and once it is over, how it ended. */
  title: string
  /** What the buyer should know and do; the title's sentence is not in it. */
  note: string
  /** Its name in the buyer's language, else its code; empty when the gateway told neither. */
  bank: string
  /** In groups, for the eye; without them once it is to be copied by hand. */
  number: string
  /** Digits alone, for the clipboard. */
  digits: string
  holder: string
  /** What was to be deposited, formatted. */
  amount: string
  /** Deadline in KST, formatted; empty when the gateway named none. */
  due: string
  /** Missing on a server, in the first render, without a deadline, and once nothing is awaited. */
  timeLeft?: TimeLeft
  /** The last question to the server failed: the deposit may be there. */
  unreachable: boolean
  /** Whether the number was copied: says so for three seconds. `by-hand`: the browser refused. */
  copied: 'no' | 'copied' | 'by-hand'
  /** Copies the digits. When refused, selects the text of `element` instead, which shows `number`. */
  copy: (element?: Element | null) => Promise<void>
  /** This component's sentences, in the provider's language. */
  words: VirtualAccountMessages
}

const SAID_FOR = 3_000
const AFTER_DEADLINE = 60_000

const english = () => import('../payment/virtualAccountMessages.en.js').then((file) => file.virtualAccountEn)

/** A virtual account to deposit into, watched until the money is there, without our look. */
export function useVirtualAccount({ payment, interval = 5_000 }: UseVirtualAccountOptions): VirtualAccount {
  const { locale } = useCheckout()
  const words = useWords(virtualAccountKo, english)
  const [over, setOver] = useState(false)
  const { data, isError } = usePaymentStatus(payment.status === 'ready' ? payment.merchantUid : undefined, {
    interval: over ? Math.max(interval, AFTER_DEADLINE) : interval,
  })
  const latest = data ?? payment
  const settled = settledDeposit(latest, payment)
  const { dueAt = 0, bankCode, bankName, number, holder } = payment.virtualAccount ?? noAccount
  const { left, passed = false } = useDeadline(settled ? undefined : dueAt)
  if (over !== passed) setOver(passed)
  const status = settled ?? (passed ? 'expired' : 'waiting')
  const unreachable = isError && (status === 'waiting' || status === 'expired')
  const amount = formatAmount(payment.amount, payment.currency, locale)
  const [copied, setCopied] = useState<VirtualAccount['copied']>('no')
  useEffect(() => {
    if (copied !== 'copied') return
    const timer = setTimeout(setCopied, SAID_FOR, 'no')
    return () => clearTimeout(timer)
  }, [copied])

  const digits = accountDigits(number)
  const toSelect = useRef<Element | null>(null)
  useEffect(() => {
    // Once it shows no spaces.
    if (copied === 'by-hand') select(toSelect.current)
  }, [copied])

  return {
    status,
    payment: latest,
    ...accountSentences(status, words, amount, unreachable),
    bank: words.bankName(bankCode, bankName) || (bankCode ? words.accountBankCode(bankCode) : ''),
    // A bank's app takes no spaces, and what is selected by hand is copied as it stands.
    number: copied === 'by-hand' ? digits : groupAccountNumber(number),
    digits,
    holder: holder || words.accountHolderUnnamed,
    amount,
    due: dueAt ? words.accountDueAt(formatKst(dueAt, locale)) : '',
    timeLeft: status === 'waiting' ? left : undefined,
    unreachable,
    copied,
    async copy(element) {
      if (await copyText(digits)) return setCopied('copied')
      toSelect.current = element ?? null
      setCopied('by-hand')
      select(toSelect.current)
    },
    words,
  }
}

function select(element: Element | null): void {
  if (element) getSelection()?.selectAllChildren(element)
}

const noAccount = { bankCode: null, bankName: null, number: '', holder: null, dueAt: 0 }
