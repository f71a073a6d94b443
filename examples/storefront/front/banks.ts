import type { Words } from '../shop/goods.types.js'

/** Banks that Toss pays refunds to, by their standard code (PortOne V1 docs). */
export const banks: readonly { code: string; name: Words }[] = [
  { code: '004', name: { ko: 'KB국민은행', en: 'KB Kookmin Bank' } },
  { code: '088', name: { ko: '신한은행', en: 'Shinhan Bank' } },
  { code: '020', name: { ko: '우리은행', en: 'Woori Bank' } },
  { code: '081', name: { ko: '하나은행', en: 'Hana Bank' } },
  { code: '011', name: { ko: '농협은행', en: 'NH NongHyup Bank' } },
  { code: '003', name: { ko: '기업은행', en: 'Industrial Bank of Korea' } },
  { code: '090', name: { ko: '카카오뱅크', en: 'KakaoBank' } },
  { code: '092', name: { ko: '토스뱅크', en: 'Toss Bank' } },
  { code: '089', name: { ko: '케이뱅크', en: 'K Bank' } },
  { code: '023', name: { ko: 'SC제일은행', en: 'SC First Bank' } },
  { code: '045', name: { ko: '새마을금고', en: 'Saemaeul Geumgo' } },
  { code: '048', name: { ko: '신협', en: 'Shinhyup' } },
  { code: '071', name: { ko: '우체국', en: 'Korea Post' } },
  { code: '007', name: { ko: '수협은행', en: 'Suhyup Bank' } },
  { code: '031', name: { ko: 'iM뱅크(대구은행)', en: 'iM Bank (Daegu)' } },
  { code: '032', name: { ko: '부산은행', en: 'Busan Bank' } },
  { code: '039', name: { ko: '경남은행', en: 'Kyongnam Bank' } },
  { code: '034', name: { ko: '광주은행', en: 'Kwangju Bank' } },
  { code: '037', name: { ko: '전북은행', en: 'Jeonbuk Bank' } },
  { code: '027', name: { ko: '한국씨티은행', en: 'Citibank Korea' } },
  { code: '002', name: { ko: '산업은행', en: 'Korea Development Bank' } },
]
