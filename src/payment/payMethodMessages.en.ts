import type { PayMethodMessages } from './componentMessages.js'

/** English words of `<PaymentMethodSelect>`. */
export const payMethodEn: PayMethodMessages = {
  payMethodLabel: 'Payment method',
  payMethodNone: 'No payment method can be used right now. Please tell the shop.',
  'method-card': 'Card',
  'method-trans': 'Bank transfer',
  'method-vbank': 'Virtual account',
  'method-phone': 'Phone bill',
  'method-cultureland': 'Cultureland',
  'method-smartculture': 'Smart Culture',
  'method-booknlife': 'Book & Life',
  'method-kakaopay': 'KakaoPay',
  'method-naverpay': 'Naver Pay',
  'method-payco': 'PAYCO',
  'method-lpay': 'L.pay',
  'method-tosspay': 'Toss Pay',
  'method-applepay': 'Apple Pay',
  'method-samsung': 'Samsung Pay',
  'method-samsungpay': 'Samsung Pay',
  'method-ssgpay': 'SSG Pay',
  'note-card': 'You pay by card in the payment window.',
  'note-trans': 'Paid from your bank account at once.',
  'note-vbank': 'You are given an account and pay by depositing before its deadline.',
  'note-phone': 'Billed with your next phone bill.',
}
