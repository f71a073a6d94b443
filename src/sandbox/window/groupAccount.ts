/** An account number to read out: `5621 1023 4567 89`. One with dashes keeps its own groups. */
export function groupAccount(number: string): string {
  return /^\d+$/.test(number) ? number.replace(/\d{4}(?=\d\d)/g, '$& ') : number
}
