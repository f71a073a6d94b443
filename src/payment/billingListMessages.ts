import type { CardNameMessages } from './cardNameMessages.js'

/** Words of `<BillingKeyList>`. */
export interface BillingListMessages extends CardNameMessages {
  cardListTitle: string
  cardListLoading: string
  cardListEmpty: string
  cardListFailed: string
  cardListAgain: string
  /** A card without a name: its masked number alone. */
  cardListUnnamed: string
  /** The last digits the gateway shows. */
  cardListEnding: (digits: string) => string
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
