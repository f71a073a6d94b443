import type { BillingListMessages } from './billingListMessages.js'
import { registeredCardEn } from './registeredCardMessages.en.js'

/** English words of the list of cards. */
export const billingListEn: BillingListMessages = {
  ...registeredCardEn,
  cardListTitle: 'Your cards',
  cardListLoading: 'Loading your cards',
  cardListEmpty: 'You have no registered card.',
  cardListFailed: 'Your cards could not be loaded.',
  cardListAgain: 'Load again',
  cardListRemove: (card) => `Remove ${card}`,
  cardListRemoveShort: 'Remove',
  cardListReallyRemove: 'Remove this card?',
  cardListYes: 'Remove it',
  cardListNo: 'Keep it',
  cardListRemoving: 'Removing the card',
  cardListRemoved: 'The card was removed.',
  cardListInUse: 'A subscription uses this card. Change its card first.',
  cardListInUseElsewhere:
    'A subscription uses this card. You can remove it once the subscription has another one.',
  cardListNotRemoved: 'The card could not be removed. Please try again shortly.',
  cardListUnsure: 'We could not confirm that the card was removed. Please load the list again to see.',
  cardListReloaded: 'Your cards were loaded again.',
  cardListReplace: (card) => `Change ${card}`,
  cardListReplaceShort: 'Change',
}
