import type { CardCompanyCode } from './cardCompany.js'

/**
 * The English names of `cardCompanies`, apart from that table: the page that checks codes carries its file, so a Korean
 * shop would ship whatever the English words use of it.
 */
const names: Readonly<Record<CardCompanyCode, string>> = {
  '361': 'BC Card',
  '381': 'KB Kookmin Card',
  '367': 'Hyundai Card',
  '365': 'Samsung Card',
  '368': 'Lotte Card',
  '371': 'NH NongHyup Card',
  '041': 'Woori Card',
  '374': 'Hana Card',
  '045': 'Saemaeul Geumgo Card',
  '373': 'Jeju Bank Card',
  '364': 'Kwangju Bank Card',
  '366': 'Shinhan Card',
  '002': 'KDB Bank Card',
  '369': 'Suhyup Card',
  '048': 'Shinhyup Card',
  '370': 'Citi Card',
  '071': 'Korea Post Card',
  '089': 'K Bank Card',
  '372': 'Jeonbuk Bank Card',
  '090': 'KakaoBank Card',
  '10001': 'UnionPay (overseas)',
  '10002': 'Diners Club (overseas)',
  '10003': 'American Express (overseas)',
  '10004': 'Mastercard (overseas)',
  '10005': 'Visa (overseas)',
  '10006': 'JCB (overseas)',
}

/** A card's English name by its company's code; the given name where the code is none of them. @internal */
export function cardNameEn(code: string | null, name: string | null): string {
  return (code !== null && names[code as CardCompanyCode]) || name || ''
}
