/** A bank as the gateway's window lists it. */
export interface SandboxBank {
  code: string
  nameKo: string
  nameEn: string
  /** Whether Toss issues virtual accounts there. */
  virtualAccount: boolean
}

const bank = (code: string, nameKo: string, nameEn: string, virtualAccount: boolean): SandboxBank => ({
  code,
  nameKo,
  nameEn,
  virtualAccount,
})

/** Banks of Toss's bank code table (PortOne V1 docs); all of them take transfers and refunds. */
export const sandboxBanks: readonly SandboxBank[] = [
  bank('004', 'KB국민은행', 'KB Kookmin Bank', true),
  bank('023', 'SC제일은행', 'SC First Bank', false),
  bank('039', '경남은행', 'Kyongnam Bank', true),
  bank('034', '광주은행', 'Kwangju Bank', true),
  bank('003', '기업은행', 'Industrial Bank of Korea', true),
  bank('011', '농협', 'NH NongHyup Bank', true),
  bank('031', '대구은행', 'DGB Daegu Bank (now iM Bank)', true),
  bank('032', '부산은행', 'Busan Bank', true),
  bank('002', '산업은행', 'Korea Development Bank', false),
  bank('045', '새마을금고', 'Saemaeul Geumgo (KFCC)', true),
  bank('007', '수협', 'Sh Suhyup Bank', true),
  bank('088', '신한은행', 'Shinhan Bank', true),
  bank('048', '신협', 'Shinhyup (credit union)', false),
  bank('081', '하나(외환)은행', 'Hana Bank', true),
  bank('020', '우리은행', 'Woori Bank', true),
  bank('071', '우체국', 'Korea Post', true),
  bank('037', '전북은행', 'Jeonbuk Bank', false),
  bank('012', '축협', 'Chukhyup / local NongHyup', false),
  bank('090', '카카오뱅크', 'KakaoBank', false),
  bank('089', '케이뱅크', 'K Bank', false),
  bank('027', '한국씨티은행', 'Citibank Korea', false),
  bank('092', '토스뱅크', 'Toss Bank', false),
]
