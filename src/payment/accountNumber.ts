/**
 * An account number in groups of four, so that it can be read out and typed. Banks group theirs differently and the
 * gateway does not say how; a number that came with dashes keeps its own groups. Spaces are for the eye: copy
 * `accountDigits`.
 *
 * @example groupAccountNumber('56211023456789') // '5621 1023 4567 89'
 */
export function groupAccountNumber(number: string): string {
  if (/\D/.test(number.trim())) return number.trim()
  // No digit is left standing alone at the end.
  return number.trim().replace(/\d{4}(?=\d\d)/g, '$& ')
}

/** What a bank's app takes: digits alone. */
export function accountDigits(number: string): string {
  return number.replace(/\D/g, '')
}
