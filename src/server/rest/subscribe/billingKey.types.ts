/** A registered card, or a card registered with several channels at once. `kind` tells them apart. */
export type BillingKey = CardBillingKey | SuperBillingKey

/** Who a billing key belongs to, as given when it was registered. */
export interface BillingKeyHolder {
  /** The merchant's name for the key, at most 80 characters. The key itself never leaves the gateway. */
  customerUid: string
  /** The PG's name for the buyer. */
  customerId: string | null
  customerName: string | null
  customerTel: string | null
  customerEmail: string | null
  customerAddr: string | null
  customerPostcode: string | null
  /** The answer as it came, in PortOne's spelling, with fields this version does not know. */
  raw: Readonly<Record<string, unknown>>
}

/** What the gateway shows of a card. */
export interface BillingKeyCard {
  pgProvider: string
  /** The PG's merchant id (MID). */
  pgId: string
  cardName: string | null
  cardCode: string | null
  cardIssuerCode: string | null
  cardIssuerName: string | null
  cardPublisherCode: string | null
  cardPublisherName: string | null
  /** Masked by the gateway. */
  cardNumber: string | null
  /** 0 is a credit card, 1 a debit card, null unknown. */
  cardType: number | null
  /** When it was registered first. */
  inserted: Date | null
  /** When it was registered last. */
  updated: Date | null
}

/** A registered card (빌링키). Source: PortOne V1 REST definition, `Customer`. */
export interface CardBillingKey extends BillingKeyHolder, BillingKeyCard {
  kind: 'card'
  /** Registered through a test channel: charges move no money. */
  sandbox: boolean
}

/** A card registered with every channel of a group (슈퍼빌링키). Source: PortOne V1 REST definition. */
export interface SuperBillingKey extends BillingKeyHolder {
  kind: 'super'
  channelGroupId: string
  succeededChannels: BillingKeyCard[]
  failedChannels: FailedChannel[]
}

/** A channel that did not take the card, and why. */
export interface FailedChannel {
  type: string
  message: string
  pgProvider: string
  pgId: string
}
