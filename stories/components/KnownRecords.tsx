import { type ReactNode, useState } from 'react'
import { en, type PaymentRecord, TossCheckoutProvider } from 'react-toss-checkout'
import { usePlayground } from '../playground/Playground.js'
import { SandboxShop } from '../playground/SandboxShop.js'

/** A shop whose server knows these records and no others, for frames that no page could reach all at once. */
export function KnownRecords({
  records = [],
  children,
}: {
  records?: readonly PaymentRecord[]
  children: ReactNode
}) {
  return (
    <SandboxShop>
      {({ sandbox, module }) => (
        <Server sdkUrl={() => sandbox.sdkUrl} module={module} records={records}>
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
  children: ReactNode
}) {
  const { locale } = usePlayground()
  const [sdkUrl] = useState(props.sdkUrl)
  return (
    <TossCheckoutProvider
      merchantCode="imp00000000"
      pg={props.module}
      sdkUrl={sdkUrl}
      confirm={async ({ merchantUid }) =>
        props.records.find((record) => record.merchantUid === merchantUid) ?? null
      }
      locale={locale}
      messages={locale === 'en' ? en : undefined}
    >
      {props.children}
    </TossCheckoutProvider>
  )
}
