import type { VirtualAccountMessages } from '../payment/componentMessages.js'
import type { VirtualAccountStatus } from '../payment/virtualAccountStatus.js'
import type { VirtualAccount } from './useVirtualAccount.js'

/** How the deposit stands, and what the buyer should know and do. @internal */
export function accountSentences(
  status: VirtualAccountStatus,
  words: VirtualAccountMessages,
  amount: string,
  unreachable: boolean,
): Pick<VirtualAccount, 'tone' | 'title' | 'note'> {
  switch (status) {
    case 'waiting': {
      const note = words[unreachable ? 'accountWaitingUnwatched' : 'accountWaiting'](amount)
      return { tone: 'neutral', title: words.accountTitle, note }
    }
    case 'deposited':
      return { tone: 'success', title: words.accountTitleDeposited, note: words.accountDeposited }
    case 'expired':
      return { tone: 'notice', title: words.accountTitleExpired, note: words.accountExpired }
    case 'revoked':
      return { tone: 'notice', title: words.accountTitleRevoked, note: words.accountRevoked }
    case 'mismatch':
      return { tone: 'notice', title: words.accountTitleMismatch, note: words.accountMismatch }
    default:
      return status satisfies never
  }
}
