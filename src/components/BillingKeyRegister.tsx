'use client'
import { type ForwardRefExoticComponent, forwardRef, type RefAttributes } from 'react'
import { BillingKeyButton, type BillingKeyButtonProps } from './BillingKeyButton.js'

export type BillingKeyRegisterProps = BillingKeyButtonProps & {
  /** `window`: a button that opens the gateway's own card window. */
  method: 'window'
}

/**
 * Registers a card for later charges (빌링키 발급). Nothing is charged by it.
 *
 * @example
 * <BillingKeyRegister
 *   method="window"
 *   customerUid={member.nextCustomerUid}
 *   order={{ merchantUid: 'card-20261123-0001', name: '정기구독 카드 등록' }}
 *   onRegistered={({ billingKey }) => subscribe(billingKey.customerUid)}
 * />
 */
export const BillingKeyRegister: ForwardRefExoticComponent<
  BillingKeyRegisterProps & RefAttributes<HTMLButtonElement>
> = forwardRef<HTMLButtonElement, BillingKeyRegisterProps>(function BillingKeyRegister(
  { method: _, ...props },
  ref,
) {
  return <BillingKeyButton {...props} ref={ref} />
})
