import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { en, type PaymentRecord, TossCheckoutProvider } from 'react-toss-checkout'
import { usePlayground } from '../playground/Playground.js'
import { SandboxShop } from '../playground/SandboxShop.js'

/** A shop whose server knows these records and no others, for frames that no page could reach all at once. */
export function KnownRecords({
  records = [],
  unreachable = [],
  children,
}: {
  records?: readonly PaymentRecord[]
  /** Order numbers for which it does not answer. */
  unreachable?: readonly string[]
  children: ReactNode
}) {
  return (
    <SandboxShop>
      {({ sandbox, module }) => (
        <Server sdkUrl={() => sandbox.sdkUrl} module={module} records={records} unreachable={unreachable}>
          {children}
        </Server>
      )}
    </SandboxShop>
  )
}

function Server(props: {
  sdkUrl: () => string
  module: 'uplus' | 'tosspayments'
  records: readonly PaymentRecord[]
  unreachable: readonly string[]
  children: ReactNode
}) {
  const { locale } = usePlayground()
  const [sdkUrl] = useState(props.sdkUrl)
  // What cannot be reached is said at once, not after another few tries.
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false } } }))
  return (
    <QueryClientProvider client={client}>
      <TossCheckoutProvider
        merchantCode="imp00000000"
        pg={props.module}
        sdkUrl={sdkUrl}
        confirm={async ({ merchantUid }) => {
          if (props.unreachable.includes(merchantUid)) throw new TypeError('fetch: no answer')
          return props.records.find((record) => record.merchantUid === merchantUid) ?? null
        }}
        locale={locale}
        messages={locale === 'en' ? en : undefined}
      >
        {props.children}
      </TossCheckoutProvider>
    </QueryClientProvider>
  )
}
