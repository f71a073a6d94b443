/** By the standard bank codes (금융결제원 표준코드) as PortOne V1 lists them for Toss; the English names are the kit's. */
const names: Readonly<Record<string, string>> = {
  '002': 'Korea Development Bank',
  '003': 'Industrial Bank of Korea',
  '004': 'KB Kookmin Bank',
  '007': 'Sh Suhyup Bank',
  '011': 'NH NongHyup Bank',
  '012': 'Local NongHyup',
  '020': 'Woori Bank',
  '023': 'SC First Bank',
  '027': 'Citibank Korea',
  '031': 'iM Bank (Daegu)',
  '032': 'Busan Bank',
  '034': 'Kwangju Bank',
  '037': 'Jeonbuk Bank',
  '039': 'Kyongnam Bank',
  '045': 'Saemaeul Geumgo',
  '048': 'Shinhyup',
  '071': 'Korea Post',
  '081': 'Hana Bank',
  '088': 'Shinhan Bank',
  '089': 'K Bank',
  '090': 'KakaoBank',
  '092': 'Toss Bank',
}

/** A bank's English name by its code; the given name where the code is none of them. @internal */
export function bankNameEn(code: string | null, name: string | null): string {
  return (code !== null && names[code]) || name || ''
}
