import type { CardCompanyFilter } from './order.js'

/**
 * Card-company codes: the standard codes of the Korea Financial Telecommunications & Clearings Institute (금융결제원
 * 표준코드) as PortOne lists them. Strings, because some begin with a zero (`'041'`).
 */
export const cardCompanyCodes = [
  '361',
  '381',
  '367',
  '365',
  '368',
  '371',
  '041',
  '374',
  '045',
  '373',
  '364',
  '366',
  '002',
  '369',
  '048',
  '370',
  '071',
  '089',
  '372',
  '090',
  '10001',
  '10002',
  '10003',
  '10004',
  '10005',
  '10006',
] as const

/** A code of `cardCompanyCodes`: `'366'` is Shinhan, `'367'` Hyundai, `'041'` Woori. */
export type CardCompanyCode = (typeof cardCompanyCodes)[number]

/** One card company as a picker shows it. */
export interface CardCompany {
  code: CardCompanyCode
  nameKo: string
  nameEn: string
  /** Short Latin brand, for logos and keys. */
  brand: string
  /** Issued abroad: shown for international cards only. */
  overseas: boolean
  /** Does `appCard` reach it? `null` where PortOne's new-module page does not say. */
  appCard: boolean | null
}

/** Every card company, in PortOne's order. Codes as in the PortOne V1 docs; English names and brands are the kit's. */
export const cardCompanies: readonly CardCompany[] = [
  { code: '361', nameKo: 'BC카드', nameEn: 'BC Card', brand: 'BC', overseas: false, appCard: null },
  {
    code: '381',
    nameKo: 'KB국민카드',
    nameEn: 'KB Kookmin Card',
    brand: 'KB',
    overseas: false,
    appCard: true,
  },
  {
    code: '367',
    nameKo: '현대카드',
    nameEn: 'Hyundai Card',
    brand: 'Hyundai',
    overseas: false,
    appCard: true,
  },
  {
    code: '365',
    nameKo: '삼성카드',
    nameEn: 'Samsung Card',
    brand: 'Samsung',
    overseas: false,
    appCard: true,
  },
  { code: '368', nameKo: '롯데카드', nameEn: 'Lotte Card', brand: 'Lotte', overseas: false, appCard: true },
  {
    code: '371',
    nameKo: 'NH농협카드',
    nameEn: 'NH NongHyup Card',
    brand: 'NH',
    overseas: false,
    appCard: true,
  },
  { code: '041', nameKo: '우리카드', nameEn: 'Woori Card', brand: 'Woori', overseas: false, appCard: true },
  { code: '374', nameKo: '하나카드', nameEn: 'Hana Card', brand: 'Hana', overseas: false, appCard: true },
  {
    code: '045',
    nameKo: '새마을금고',
    nameEn: 'Saemaeul Geumgo Card',
    brand: 'MG',
    overseas: false,
    appCard: null,
  },
  {
    code: '373',
    nameKo: '제주은행카드',
    nameEn: 'Jeju Bank Card',
    brand: 'Jeju',
    overseas: false,
    appCard: null,
  },
  {
    code: '364',
    nameKo: '광주은행카드',
    nameEn: 'Kwangju Bank Card',
    brand: 'Kwangju',
    overseas: false,
    appCard: null,
  },
  {
    code: '366',
    nameKo: '신한카드',
    nameEn: 'Shinhan Card',
    brand: 'Shinhan',
    overseas: false,
    appCard: true,
  },
  {
    code: '002',
    nameKo: 'KDB산업은행카드',
    nameEn: 'KDB Bank Card',
    brand: 'KDB',
    overseas: false,
    appCard: null,
  },
  { code: '369', nameKo: '수협카드', nameEn: 'Suhyup Card', brand: 'Suhyup', overseas: false, appCard: null },
  {
    code: '048',
    nameKo: '신협체크카드',
    nameEn: 'Shinhyup Card',
    brand: 'Shinhyup',
    overseas: false,
    appCard: null,
  },
  {
    code: '370',
    nameKo: '씨티카드',
    nameEn: 'Citi Card',
    brand: 'Citi',
    overseas: false,
    appCard: false,
  },
  {
    code: '071',
    nameKo: '우체국카드',
    nameEn: 'Korea Post Card',
    brand: 'EPost',
    overseas: false,
    appCard: null,
  },
  {
    code: '089',
    nameKo: '케이뱅크카드',
    nameEn: 'K Bank Card',
    brand: 'K bank',
    overseas: false,
    appCard: null,
  },
  {
    code: '372',
    nameKo: '전북은행카드',
    nameEn: 'Jeonbuk Bank Card',
    brand: 'Jeonbuk',
    overseas: false,
    appCard: null,
  },
  {
    code: '090',
    nameKo: '카카오뱅크카드',
    nameEn: 'KakaoBank Card',
    brand: 'Kakao',
    overseas: false,
    appCard: null,
  },
  {
    code: '10001',
    nameKo: '해외은련카드',
    nameEn: 'UnionPay (overseas)',
    brand: 'UnionPay',
    overseas: true,
    appCard: null,
  },
  {
    code: '10002',
    nameKo: '해외다이너스카드',
    nameEn: 'Diners Club (overseas)',
    brand: 'Diners',
    overseas: true,
    appCard: null,
  },
  {
    code: '10003',
    nameKo: '해외아멕스카드',
    nameEn: 'American Express (overseas)',
    brand: 'Amex',
    overseas: true,
    appCard: null,
  },
  {
    code: '10004',
    nameKo: '해외마스터카드',
    nameEn: 'Mastercard (overseas)',
    brand: 'Mastercard',
    overseas: true,
    appCard: null,
  },
  {
    code: '10005',
    nameKo: '해외비자카드',
    nameEn: 'Visa (overseas)',
    brand: 'Visa',
    overseas: true,
    appCard: null,
  },
  {
    code: '10006',
    nameKo: '해외JCB카드',
    nameEn: 'JCB (overseas)',
    brand: 'JCB',
    overseas: true,
    appCard: null,
  },
]

/**
 * Is this a code of the table? Numbers are not: `41` is not `'041'`. A pattern, so that a page that only checks codes
 * does not carry the list.
 */
export function isCardCompanyCode(value: unknown): value is CardCompanyCode {
  return typeof value === 'string' && /^(3(6[14-9]|7[0-4]|81)|0(02|4[158]|71|89|90)|1000[1-6])$/.test(value)
}

/**
 * The card companies a filter leaves, in the table's order. Starts with all of them, as the gateway does; codes it does
 * not know are ignored. PortOne documents the filter (`card.detail`) on its general page, not on the Toss pages: what a
 * Toss window makes of it depends on the contract.
 *
 * @example resolveCardCompanies({ only: ['366'] }) // 신한카드 alone
 */
export function resolveCardCompanies(filter?: CardCompanyFilter): CardCompany[] {
  const { only, except } = filter ?? {}
  return cardCompanies.filter(({ code }) => (only ? only.includes(code) : !except?.includes(code)))
}
