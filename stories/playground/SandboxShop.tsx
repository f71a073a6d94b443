import { type ReactNode, useEffect, useRef, useState } from 'react'
import { en, type PaymentOutcome, TossCheckoutProvider, type TossModule } from 'react-toss-checkout'
import { createSandbox, type Fault, type Sandbox, type SandboxOptions } from 'react-toss-checkout/sandbox'
import { usePlayground } from './Playground.js'
import { claimPage, enterPage, leavePage, newOrderNumber } from './pageShop.js'

/** What a story gets to draw with. */
export interface ShopTools {
  sandbox: Sandbox
  orderNumber: string
  module: TossModule
  /** Begins again with another order number; the sandbox stays. */
  orderAgain: () => void
}

export interface SandboxShopProps {
  /** Mishaps that are on from the start. */
  faults?: readonly Fault[]
  /** Overrides the toolbar's module. */
  module?: TossModule
  /** More sandbox options, read once. */
  options?: Omit<SandboxOptions, 'faults' | 'defaultModule'>
  /** Which script the provider fetches. Default: the sandbox's own, from memory. */
  sdkUrl?: (sandbox: Sandbox) => string
  redirectUrl?: string
  onSettled?: (outcome: PaymentOutcome) => void
  children: (tools: ShopTools) => ReactNode
}

const noFaults: readonly Fault[] = []

/**
 * A shop on a sandbox of its own: nothing leaves this machine. Other faults, another module or another language open a
 * new one, as a deployment would. The toolbar's fault comes and goes in the open shop, also in the middle of a payment;
 * only a blocked script needs a page that has not fetched it yet.
 */
export function SandboxShop(props: SandboxShopProps) {
  const { module: toolbarModule, locale, fault } = usePlayground()
  const module = props.module ?? toolbarModule
  const key = [module, locale, fault === 'script-blocked', ...(props.faults ?? noFaults)].join(' ')
  return <OpenShop key={key} {...props} module={module} />
}

function OpenShop(props: SandboxShopProps & { module: TossModule }) {
  const { module, options, redirectUrl = '/complete', onSettled, children } = props
  const { locale, fault } = usePlayground()
  const [faults] = useState(() => [...new Set([...(props.faults ?? noFaults), ...(fault ? [fault] : [])])])
  const [orderNumber, setOrderNumber] = useState(newOrderNumber)
  const [shop] = useState(() => {
    const merchantName = locale === 'en' ? 'Mogwa Store' : '모과상점'
    const sandbox = createSandbox({ merchantName, ...options, faults, defaultModule: module })
    const sdkUrl = props.sdkUrl?.(sandbox) ?? sandbox.sdkUrl
    return { sandbox, sdkUrl, confirm: sandbox.confirm }
  })
  const { sandbox, sdkUrl, confirm } = shop

  useEffect(() => {
    enterPage(sandbox)
    return () => leavePage(sandbox)
  }, [sandbox])
  const switched = useRef(fault)
  useEffect(() => {
    const before = switched.current
    if (fault === before) return
    switched.current = fault
    const kept = sandbox.faults.active.filter((each) => each !== before)
    sandbox.faults.set(...kept, ...(fault ? [fault] : []))
  }, [sandbox, fault])
  const warm = !props.sdkUrl && !faults.includes('script-blocked')
  const claim = () => claimPage(sandbox, warm)

  return (
    <div onPointerDownCapture={claim} onFocusCapture={claim}>
      <TossCheckoutProvider
        merchantCode="imp00000000"
        pg={module}
        sdkUrl={sdkUrl}
        redirectUrl={redirectUrl}
        confirm={confirm}
        locale={locale}
        messages={locale === 'en' ? en : undefined}
        onSettled={onSettled}
      >
        {children({ sandbox, orderNumber, module, orderAgain: () => setOrderNumber(newOrderNumber()) })}
      </TossCheckoutProvider>
    </div>
  )
}
