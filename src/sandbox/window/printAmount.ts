/** An amount in whole units of its currency as a buyer reads it: `55,000원`, `₩55,000`, `US$12`. */
export function printAmount(amount: number, currency: string, language: 'ko' | 'en'): string {
  if (currency === 'KRW') {
    const digits = amount.toLocaleString('ko-KR')
    return language === 'ko' ? `${digits}원` : `₩${digits}`
  }
  return new Intl.NumberFormat(language, { style: 'currency', currency, minimumFractionDigits: 0 }).format(
    amount,
  )
}
