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
  /** A subscription still charges it, and the list has a button to change it. */
  cardListInUse: string
  /** A subscription still charges it, and another card is chosen elsewhere. */
  cardListInUseElsewhere: string
  cardListNotRemoved: string
  /** The answer was lost: it may be removed. */
  cardListUnsure: string
  /** The list was asked for after that, and the server answered. */
  cardListReloaded: string
  cardListReplace: (card: string) => string
  cardListReplaceShort: string
}
