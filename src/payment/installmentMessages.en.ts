import type { InstallmentMessages } from './componentMessages.js'

/** English words of `<InstallmentSelect>`. */
export const installmentEn: InstallmentMessages = {
  installmentLabel: 'Installments',
  lumpSum: 'Pay in full',
  monthsName: (months) => `${months} months`,
  monthlyShare: (monthly) => `${monthly} a month`,
  interestFree: 'interest-free',
  lastMonth: (last) => `The last month is ${last}.`,
  interestFreeNote: 'You pay no interest.',
  interestExtra: 'Your card company may add interest.',
  belowMinimum: (minimum) => `Installments start at ${minimum}, so this order is paid in full.`,
  lumpSumOnly: 'This order is paid in full.',
  installmentReplaced: (name) => `The months you chose are not offered any more. Changed to: ${name}.`,
}
