import { bankNameEn } from './bankName.en.js'
import type { VirtualAccountMessages } from './componentMessages.js'

const count = (number: number, unit: string) => (number ? `${number} ${unit}${number > 1 ? 's' : ''}` : '')

/** English words of `<VirtualAccountPanel>`. */
export const virtualAccountEn: VirtualAccountMessages = {
  accountTitle: 'Account for your deposit',
  accountTitleAfter: 'Virtual account',
  accountTitleDeposited: 'Your deposit has arrived',
  accountTitleExpired: 'The deadline for your deposit has passed',
  accountTitleRevoked: 'Do not send money to this account',
  accountTitleMismatch: 'The deposit differs from the order',
  accountWaiting: (amount) => `Send ${amount} to this account. This page changes when it arrives.`,
  accountWaitingUnwatched: (amount) => `Send ${amount} to this account.`,
  accountDeposited: 'There is nothing more to send.',
  accountExpired: 'Do not send money to this account. If you already did, contact the shop.',
  accountRevoked: 'It is no longer in use. If you already sent money, contact the shop.',
  accountMismatch: 'Send nothing more and contact the shop.',
  accountUnreachable:
    'Your deposit cannot be checked right now. If you already sent it, do not send it again; please wait.',
  accountBank: 'Bank',
  bankName: bankNameEn,
  accountBankCode: (code) => `Bank code ${code}`,
  accountNumber: 'Account number',
  accountHolder: 'Account holder',
  accountHolderUnnamed: 'Check in your bank app before you send',
  accountAmount: 'Amount to deposit',
  accountOrderAmount: 'Order amount',
  accountOrderNumber: 'Order number',
  accountDue: 'Deadline',
  accountDueAt: (moment) => `By ${moment}`,
  timeLeft: ({ days, hours, minutes }) => {
    const parts = days
      ? [count(days, 'day'), count(hours, 'hour')]
      : [count(hours, 'hour'), count(minutes, 'minute')]
    return `${parts.filter(Boolean).join(' ') || 'Less than a minute'} left`
  },
  copyNumber: 'Copy account number',
  copied: 'Copied',
  copyByHand: 'It could not be copied for you. Please copy the number yourself.',
}
