import type { CardFormMessages } from './cardFormMessages.js'
import type { CardField, CardProblem } from './checkCardForm.js'
import { registeredCardKo } from './registeredCardMessages.ko.js'

const labels: Record<CardField, string> = {
  cardNumber: '카드 번호',
  expiry: '유효기간',
  birth: '생년월일',
  pwd2digit: '비밀번호 앞 두 자리',
}
const hints: Record<CardField, string> = {
  cardNumber: '',
  expiry: '월 / 년',
  birth: '예: 900101. 법인카드는 사업자등록번호 10자리',
  pwd2digit: '카드 비밀번호 네 자리 가운데 앞 두 자리',
}
const problems: Record<CardField, Partial<Record<CardProblem, string>>> = {
  cardNumber: {
    missing: '카드 번호를 입력해 주세요.',
    incomplete: '카드 번호를 끝까지 입력해 주세요.',
    wrong: '카드 번호가 맞는지 확인해 주세요.',
  },
  expiry: {
    missing: '유효기간을 입력해 주세요.',
    wrong: '유효기간을 월/년으로 입력해 주세요. 예: 09 / 30',
    expired: '유효기간이 지난 카드예요. 다른 카드를 등록해 주세요.',
  },
  birth: {
    missing: '생년월일이나 사업자등록번호를 입력해 주세요.',
    incomplete: '생년월일은 6자리, 사업자등록번호는 10자리로 입력해 주세요.',
    wrong: '생년월일이 맞는지 확인해 주세요.',
  },
  pwd2digit: {
    missing: '비밀번호 앞 두 자리를 입력해 주세요.',
    incomplete: '비밀번호 앞 두 자리를 모두 입력해 주세요.',
  },
}

/** Korean words of the card form. */
export const cardFormKo: CardFormMessages = {
  ...registeredCardKo,
  cardFormTitle: '카드 정보',
  cardFieldLabel: (field) => labels[field],
  cardFieldHint: (field) => hints[field],
  cardFieldProblem: (field, problem) => problems[field][problem] ?? '입력한 내용을 확인해 주세요.',
  cardFormDomestic: '국내 전용 카드',
  cardFormConsentMissing: '필수 약관에 동의해 주세요.',
  cardFormRequired: '필수',
  cardFormReadTerms: '내용 보기 (새 탭)',
  cardFormSend: '카드 등록하기',
  cardFormSending: '카드를 등록하고 있어요',
  cardFormSendAnother: '다른 카드 등록하기',
  cardFormSendAgain: '다시 등록하기',
  cardFormUnconfirmed:
    '카드가 등록됐을 수 있어요. 다시 등록하기 전에 등록한 카드 목록에서 확인해 주세요. 등록만 한 것이라 결제된 금액은 없어요.',
}
