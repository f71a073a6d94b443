import { useSyncExternalStore } from 'react'
import type { Fault, Sandbox } from 'react-toss-checkout/sandbox'
import { faultLabels } from '../../src/sandbox/window/faultLabels.js'
import { usePlayground } from '../playground/Playground.js'

/** Turns one mishap of the sandbox on and off, also in the middle of a payment. */
export function FaultSwitch({ sandbox, fault }: { sandbox: Sandbox; fault: Fault }) {
  const { locale } = usePlayground()
  const { faults } = sandbox
  const on = useSyncExternalStore(faults.subscribe, () => faults.active.includes(fault))
  const toggle = () => {
    const others = faults.active.filter((each) => each !== fault)
    faults.set(...others, ...(on ? [] : [fault]))
  }
  return (
    <label className="switch">
      <input type="checkbox" checked={on} onChange={toggle} />
      {faultLabels[fault][locale]}
    </label>
  )
}
