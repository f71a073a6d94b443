/** What a card is called where the gateway named it; said by the result, the list of cards and the card form. */
export interface CardNameMessages {
  /**
   * The gateway gives every name in Korean: in Korean it stands as given, in English the code decides, and where only a
   * code came it decides in both. Empty when nothing is known.
   */
  cardName: (code: string | null, name: string | null) => string
}
