/** A name and where it lives; which fields are needed depends on the PG. */
export interface EscrowParty {
  name?: string
  tel?: string
  addr?: string
  postcode?: string
  formedAddress?: { addressLine1: string; addressLine2: string }
}

/** Who sends. */
export interface EscrowSender extends EscrowParty {
  /** Relationship to the seller. */
  relationship?: string
}

/** The parcel. */
export interface EscrowParcel {
  /** Courier code; an unknown one becomes `ETC`. */
  company: string
  /** Invoice number of the courier. */
  invoice: string
  sentAt: Date
  /** When it should arrive, as the PG wants it written. */
  receivingAt?: string
  address?: string
}

/** An item of the parcel. Other PGs only. */
export interface EscrowItem {
  id: string
  name: string
  code?: string
  amount: number
  currency?: string
  quantity?: number
  tag?: string
}

/** A delivery to report to the PG. */
export interface EscrowLogisRequest {
  sender: EscrowSender
  receiver: EscrowParty
  logis: EscrowParcel
  products?: readonly EscrowItem[]
}

/** A delivery as it is registered. Source: PortOne V1 REST definition. */
export interface EscrowLogis {
  company: string
  invoice: string
  sentAt: Date | null
  appliedAt: Date | null
  raw: Readonly<Record<string, unknown>>
}
