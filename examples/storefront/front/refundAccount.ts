/** Where the money of a virtual account goes: a bank transfer has no card to go back to. */
export interface RefundAccount {
  bank: string
  account: string
  holder: string
}

export const noAccount: RefundAccount = { bank: '', account: '', holder: '' }

/** Which fields the server would refuse. The server checks by rules of its own. */
export function findWrongAccount({ bank, account, holder }: RefundAccount): (keyof RefundAccount)[] {
  const wrong: Record<keyof RefundAccount, boolean> = {
    bank: !bank,
    account: !/^\d{6,20}$/.test(account.replace(/[\s-]/g, '')),
    holder: !holder.trim(),
  }
  return (Object.keys(wrong) as (keyof RefundAccount)[]).filter((field) => wrong[field])
}
