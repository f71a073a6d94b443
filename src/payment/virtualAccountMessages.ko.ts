import { bankNameKo } from './bankName.ko.js'
import type { VirtualAccountMessages } from './componentMessages.js'

/** Korean words of `<VirtualAccountPanel>`. */
export const virtualAccountKo: VirtualAccountMessages = {
  accountTitle: '입금할 계좌',
  accountTitleAfter: '가상계좌',
  accountTitleDeposited: '입금을 확인했어요',
  accountTitleExpired: '입금 기한이 지났어요',
  accountTitleRevoked: '이 계좌로 보내지 마세요',
  accountTitleMismatch: '입금 내용이 주문과 달라요',
  accountWaiting: (amount) => `아래 계좌로 ${amount} 입금해 주세요. 입금되면 이 화면이 바뀌어요.`,
  accountWaitingUnwatched: (amount) => `아래 계좌로 ${amount} 입금해 주세요.`,
  accountDeposited: '더 보내지 않아도 돼요.',
  accountExpired: '이 계좌로 보내지 마세요. 이미 보냈다면 상점에 문의해 주세요.',
  accountRevoked: '더 이상 쓰지 않는 계좌예요. 이미 보냈다면 상점에 문의해 주세요.',
  accountMismatch: '더 보내지 말고 상점에 문의해 주세요.',
  accountUnreachable:
    '지금은 입금 여부를 확인하지 못하고 있어요. 이미 보냈다면 다시 보내지 말고 기다려 주세요.',
  accountBank: '은행',
  bankName: bankNameKo,
  accountBankCode: (code) => `은행 코드 ${code}`,
  accountNumber: '계좌번호',
  accountHolder: '예금주',
  accountHolderUnnamed: '보내기 전에 은행 앱에서 확인해 주세요',
  accountAmount: '입금할 금액',
  accountOrderAmount: '주문 금액',
  accountOrderNumber: '주문번호',
  accountDue: '입금 기한',
  accountDueAt: (moment) => `${moment}까지 (한국\u00a0시간)`,
  timeLeft: ({ days, hours, minutes }) =>
    days
      ? `${days}일${hours ? ` ${hours}시간` : ''} 남았어요`
      : hours
        ? `${hours}시간${minutes ? ` ${minutes}분` : ''} 남았어요`
        : minutes
          ? `${minutes}분 남았어요`
          : '1분도 남지 않았어요',
  copyNumber: '계좌번호 복사',
  copied: '복사했어요',
  copyByHand: '자동으로 복사되지 않았어요. 번호를 직접 복사해 주세요.',
}
