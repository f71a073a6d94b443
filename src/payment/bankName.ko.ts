/** By the standard bank codes (금융결제원 표준코드) as PortOne V1 lists them for Toss, under the names banks have today. */
const names: Readonly<Record<string, string>> = {
  '002': '산업은행',
  '003': '기업은행',
  '004': 'KB국민은행',
  '007': '수협',
  '011': '농협',
  '012': '축협',
  '020': '우리은행',
  '023': 'SC제일은행',
  '027': '한국씨티은행',
  '031': 'iM뱅크(대구은행)',
  '032': '부산은행',
  '034': '광주은행',
  '037': '전북은행',
  '039': '경남은행',
  '045': '새마을금고',
  '048': '신협',
  '071': '우체국',
  '081': '하나은행',
  '088': '신한은행',
  '089': '케이뱅크',
  '090': '카카오뱅크',
  '092': '토스뱅크',
}

/** A bank's name as the gateway gives it, which is Korean; by its code where only that came. @internal */
export function bankNameKo(code: string | null, name: string | null): string {
  return name || (code !== null && names[code]) || ''
}
