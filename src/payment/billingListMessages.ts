import type { RegisteredCardMessages } from './registeredCardName.js'

/** Words of `<BillingKeyList>`. */
export interface BillingListMessages extends RegisteredCardMessages {
  cardListTitle: string
  cardListLoading: string
  cardListEmpty: string
  cardListFailed: string
  cardListAgain: string
  cardListRemove: (card: string) => string
  cardListRemoveShort: string
  cardListReallyRemove: string
  cardListYes: string
  cardListNo: string
  cardListRemoving: string
  cardListRemoved: string
  /** A subscription still charges it. */
  cardListInUse: string
  cardListNotRemoved: string
  /** The answer was lost: it may be removed. */
  cardListUnsure: string
  cardListReplace: (card: string) => string
  cardListReplaceShort: string
}
