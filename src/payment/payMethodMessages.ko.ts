import type { PayMethodMessages } from './componentMessages.js'

/** Korean words of `<PaymentMethodSelect>`. */
export const payMethodKo: PayMethodMessages = {
  payMethodLabel: '결제 수단',
  payMethodNone: '지금 쓸 수 있는 결제 수단이 없어요. 상점에 알려 주세요.',
  'method-card': '신용·체크카드',
  'method-trans': '계좌이체',
  'method-vbank': '가상계좌',
  'method-phone': '휴대폰',
  'method-cultureland': '컬쳐랜드상품권',
  'method-smartculture': '스마트문상',
  'method-booknlife': '도서문화상품권',
  'method-kakaopay': '카카오페이',
  'method-naverpay': '네이버페이',
  'method-payco': '페이코',
  'method-lpay': '엘페이',
  'method-tosspay': '토스페이',
  'method-applepay': '애플페이',
  'method-samsung': '삼성페이',
  'method-samsungpay': '삼성페이',
  'method-ssgpay': 'SSG페이',
  'note-card': '결제창에서 카드로 결제해요.',
  'note-trans': '은행 계좌에서 바로 결제돼요.',
  'note-vbank': '발급받은 계좌로 기한 안에 입금하면 결제돼요.',
  'note-phone': '다음 달 휴대폰 요금과 함께 청구돼요.',
}
