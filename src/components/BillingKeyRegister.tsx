'use client'
import { type ForwardedRef, forwardRef, type ReactElement, type RefAttributes } from 'react'
import { BillingKeyButton, type BillingKeyButtonProps } from './BillingKeyButton.js'
import { BillingKeyForm, type BillingKeyFormProps } from './BillingKeyForm.js'

export type BillingKeyRegisterProps =
  | (BillingKeyButtonProps &
      RefAttributes<HTMLButtonElement> & {
        /** A button that opens the gateway's own card window: card data never touches the merchant. */
        method: 'window'
      })
  | (BillingKeyFormProps &
      RefAttributes<HTMLFormElement> & {
        /** The merchant's own card form, posted to the merchant's server, which passes it on by API. */
        method: 'form'
      })

/**
 * Registers a card for later charges (빌링키 발급). Nothing is charged by it, and `registered` is only what the merchant's
 * server read back from the gateway. Whoever registers in one way alone imports that one, and ships nothing of the
 * other: `BillingKeyButton` (the window) or `BillingKeyForm`.
 *
 * @example
 * <BillingKeyRegister
 *   method="window"
 *   customerUid={member.nextCustomerUid}
 *   order={{ merchantUid: 'card-20261123-0001', name: '정기구독 카드 등록' }}
 *   onRegistered={({ billingKey }) => subscribe(billingKey.customerUid)}
 * />
 */
export const BillingKeyRegister = forwardRef(function BillingKeyRegister(
  props: BillingKeyRegisterProps,
  ref: ForwardedRef<HTMLButtonElement | HTMLFormElement>,
) {
  if (props.method === 'form') {
    const { method: _, ...form } = props
    return <BillingKeyForm {...form} ref={ref as ForwardedRef<HTMLFormElement>} />
  }
  const { method: _, ...button } = props
  return <BillingKeyButton {...button} ref={ref as ForwardedRef<HTMLButtonElement>} />
}) as (props: BillingKeyRegisterProps) => ReactElement
