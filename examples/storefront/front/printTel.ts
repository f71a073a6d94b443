/** A Korean number as people write it: `010-1234-5678`, `02-312-3456`. */
export function printTel(digits: string): string {
  return digits.replace(/^(02|0\d\d)(\d{3,4})(\d{4})$/, '$1-$2-$3')
}
