import type { BillingListMessages } from './billingListMessages.js'
import { registeredCardKo } from './registeredCardMessages.ko.js'

/** Korean words of the list of cards. */
export const billingListKo: BillingListMessages = {
  ...registeredCardKo,
  cardListTitle: '등록한 카드',
  cardListLoading: '카드를 불러오고 있어요',
  cardListEmpty: '등록한 카드가 없어요.',
  cardListFailed: '카드를 불러오지 못했어요.',
  cardListAgain: '다시 불러오기',
  cardListRemove: (card) => `${card} 삭제`,
  cardListRemoveShort: '삭제',
  cardListReallyRemove: '이 카드를 삭제할까요?',
  cardListYes: '삭제하기',
  cardListNo: '그대로 두기',
  cardListRemoving: '카드를 삭제하고 있어요',
  cardListRemoved: '카드를 삭제했어요.',
  cardListInUse: '구독에 쓰고 있는 카드예요. 먼저 다른 카드로 바꿔 주세요.',
  cardListInUseElsewhere: '구독에 쓰고 있는 카드예요. 구독에서 다른 카드로 바꾼 뒤 삭제할 수 있어요.',
  cardListNotRemoved: '카드를 삭제하지 못했어요. 잠시 뒤 다시 시도해 주세요.',
  cardListUnsure: '삭제됐는지 확인하지 못했어요. 목록을 다시 불러와 확인해 주세요.',
  cardListReloaded: '카드 목록을 새로 불러왔어요.',
  cardListReplace: (card) => `${card} 바꾸기`,
  cardListReplaceShort: '바꾸기',
}
