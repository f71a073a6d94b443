import { type ReactNode, useEffect, useState } from 'react'
import { createSandbox } from 'react-toss-checkout/sandbox'
import { pretendPhone } from '../playground/pretendPhone.js'
import { SandboxShop, type ShopTools } from '../playground/SandboxShop.js'

/** This story's address as a fresh visit, without what a payment left in it. */
export function storyUrl(): string {
  const url = new URL(location.href)
  for (const left of ['imp_uid', 'merchant_uid', 'imp_success', 'error_code', 'error_msg', 'returned']) {
    url.searchParams.delete(left)
  }
  url.hash = ''
  return url.href
}

function returnUrl(): string {
  const url = new URL(storyUrl())
  url.searchParams.set('returned', 'yes')
  return url.href
}

export interface PhonePagesProps {
  /** Draws the page with the pay button. */
  checkout: (tools: ShopTools) => ReactNode
  /** Draws the page that `redirectUrl` points at. */
  returned: () => ReactNode
  /** The browser says that it is a phone. Default true. */
  phone?: boolean
}

/** The pages a phone goes through in one story: the shop's, the gateway's, and the shop's again. */
export function PhonePages({ checkout, returned, phone = true }: PhonePagesProps) {
  const [page] = useState(() => {
    if (location.hash.includes('sandbox-pay=')) return 'window'
    return new URLSearchParams(location.search).has('returned') ? 'returned' : 'checkout'
  })
  useEffect(() => (phone ? pretendPhone() : undefined), [phone])
  // Another story shown in this frame next must not find the payment's traces in the address.
  useEffect(() => () => history.replaceState(history.state, '', storyUrl()), [])
  if (page === 'window') return <GatewayPage />
  return (
    <SandboxShop options={{ storage: sessionStorage }} redirectUrl={returnUrl()}>
      {(tools) => (page === 'returned' ? returned() : checkout(tools))}
    </SandboxShop>
  )
}

/** Not the shop's page any more: the gateway's, drawn by the sandbox over everything. */
function GatewayPage() {
  useEffect(() => {
    createSandbox({ storage: sessionStorage }).showPhoneWindow(window)
    return () => document.getElementById('sandbox-phone-window')?.remove()
  }, [])
  return null
}
