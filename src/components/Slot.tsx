'use client'
import { Children, cloneElement, forwardRef, isValidElement, type ReactNode, type Ref } from 'react'

type Props = Record<string, unknown>

/**
 * Gives our props to the merchant's own element (`asChild`). Handlers of both run, the element's first, so that it may
 * stop ours; classes and styles add up; every other prop of the element wins.
 */
export const Slot = forwardRef<unknown, { children?: ReactNode; label?: ReactNode; [prop: string]: unknown }>(
  function Slot({ children, label, ...ours }, ref) {
    const child = Children.only(children)
    if (!isValidElement<Props & { children?: ReactNode; ref?: Ref<unknown> }>(child)) return null
    const own = child.props
    const merged: Props = { ...ours, ...own }
    for (const [name, ourValue] of Object.entries(ours)) {
      const ownValue = own[name]
      if (typeof ourValue === 'function' && typeof ownValue === 'function') {
        merged[name] = (...args: unknown[]) => {
          ownValue(...args)
          ourValue(...args)
        }
      } else if (name === 'className') merged[name] = [ourValue, ownValue].filter(Boolean).join(' ')
      else if (name === 'style') merged[name] = { ...(ourValue as Props), ...(ownValue as Props) }
    }
    // React 19 keeps the element's ref among its props, React 18 on the element.
    const ownRef = own.ref ?? (child as { ref?: Ref<unknown> }).ref
    merged.ref = ownRef
      ? (node: unknown) => {
          const refs = [ref, ownRef]
          const undo = refs.map((each) => setRef(each, node))
          // React 19 ends a ref with what it returned, and with null where it returned nothing.
          if (undo.some(Boolean)) {
            return () => {
              for (const [i, each] of refs.entries()) undo[i] ? undo[i]() : setRef(each, null)
            }
          }
        }
      : ref
    return cloneElement(child, merged, own.children ?? (label as ReactNode))
  },
)

function setRef(ref: Ref<unknown> | undefined, node: unknown): (() => void) | undefined {
  if (typeof ref === 'function') return ref(node) || undefined
  if (ref) ref.current = node
}
