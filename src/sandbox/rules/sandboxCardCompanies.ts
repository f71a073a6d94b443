/** A card company as the gateway's window lists it. */
export interface SandboxCardCompany {
  code: string
  nameKo: string
  nameEn: string
  /** Issued abroad: the English window of the new module shows only these. */
  overseas: boolean
  /** Paid through ISP/Paybooc: the new module masks such numbers starting with 9200. */
  isp: boolean
}

const company = (code: string, nameKo: string, nameEn: string, isp = false): SandboxCardCompany => ({
  code,
  nameKo,
  nameEn,
  overseas: code.startsWith('1000'),
  isp,
})

/** Every card company, in the order of PortOne V1's card code table. Codes are the KFTC's, leading zeros kept. */
export const sandboxCardCompanies: readonly SandboxCardCompany[] = [
  company('361', 'BC카드', 'BC Card', true),
  company('381', 'KB국민카드', 'KB Kookmin Card', true),
  company('367', '현대카드', 'Hyundai Card'),
  company('365', '삼성카드', 'Samsung Card'),
  company('368', '롯데카드', 'Lotte Card'),
  company('371', 'NH농협카드', 'NH NongHyup Card'),
  company('041', '우리카드', 'Woori Card', true),
  company('374', '하나카드', 'Hana Card'),
  company('045', '새마을금고', 'Saemaeul'),
  company('373', '제주은행카드', 'Jeju Bank Card'),
  company('364', '광주은행카드', 'Kwangju Bank Card'),
  company('366', '신한카드', 'Shinhan Card'),
  company('002', 'KDB산업은행카드', 'KDB Bank'),
  company('369', '수협카드', 'Suhyup Card'),
  company('048', '신협체크카드', 'Shinhyup'),
  company('370', '씨티카드', 'Citi Card Korea'),
  company('071', '우체국카드', 'Korea Post Card'),
  company('089', '케이뱅크카드', 'K Bank'),
  company('372', '전북은행카드', 'Jeonbuk Bank Card'),
  company('090', '카카오뱅크카드', 'KakaoBank'),
  company('10001', '해외은련카드', 'UnionPay (overseas)'),
  company('10002', '해외다이너스카드', 'Diners Club (overseas)'),
  company('10003', '해외아멕스카드', 'American Express (overseas)'),
  company('10004', '해외마스터카드', 'Mastercard (overseas)'),
  company('10005', '해외비자카드', 'Visa (overseas)'),
  company('10006', '해외JCB카드', 'JCB (overseas)'),
]
