import type { CardCompanyCode } from './cardCompany.js'

/** The Korean names of `cardCompanies`, apart from that table, which holds more than a result needs. */
const names: Readonly<Record<CardCompanyCode, string>> = {
  '361': 'BC카드',
  '381': 'KB국민카드',
  '367': '현대카드',
  '365': '삼성카드',
  '368': '롯데카드',
  '371': 'NH농협카드',
  '041': '우리카드',
  '374': '하나카드',
  '045': '새마을금고',
  '373': '제주은행카드',
  '364': '광주은행카드',
  '366': '신한카드',
  '002': 'KDB산업은행카드',
  '369': '수협카드',
  '048': '신협체크카드',
  '370': '씨티카드',
  '071': '우체국카드',
  '089': '케이뱅크카드',
  '372': '전북은행카드',
  '090': '카카오뱅크카드',
  '10001': '해외은련카드',
  '10002': '해외다이너스카드',
  '10003': '해외아멕스카드',
  '10004': '해외마스터카드',
  '10005': '해외비자카드',
  '10006': '해외JCB카드',
}

/** A card's name as the gateway gives it, which is Korean; by its company's code where only that came. @internal */
export function cardNameKo(code: string | null, name: string | null): string {
  return name || (code !== null && names[code as CardCompanyCode]) || ''
}
