'use client'
import { type RefObject, useCallback, useEffect, useState } from 'react'
import { type CardBrand, cardBrand } from '../payment/cardNumber.js'
import type { CardField } from '../payment/checkCardForm.js'

interface CardFields {
  /** As far as the digits typed so far tell. */
  brand: CardBrand | null
  onType(field: CardField, value: string): void
  /** What was typed. It is kept nowhere else. */
  read(): Record<CardField, string>
  focus(field: CardField): void
  wipe(): void
}

/** The fields of a card form, which alone hold what was typed: wiped when the page is left and when the form goes. @internal */
export function useCardFields(form: RefObject<HTMLFormElement | null>): CardFields {
  const [brand, setBrand] = useState<CardBrand | null>(null)
  const wipe = useCallback(() => {
    empty(form.current)
    setBrand(null)
  }, [form])
  useEffect(() => {
    const mounted = form.current
    // A page that is left may be kept as it is, and come back with the next person's Back.
    addEventListener('pagehide', wipe)
    return () => {
      removeEventListener('pagehide', wipe)
      empty(mounted)
    }
  }, [form, wipe])
  const typed = (name: CardField) => inputs(form.current).find(({ dataset }) => dataset.cardField === name)
  return {
    brand,
    onType(field, value) {
      if (field === 'cardNumber') setBrand(cardBrand(value.replace(/\D/g, '')))
    },
    read() {
      const value = (name: CardField) => typed(name)?.value ?? ''
      return {
        cardNumber: value('cardNumber'),
        expiry: value('expiry'),
        birth: value('birth'),
        pwd2digit: value('pwd2digit'),
      }
    },
    focus: (field) => typed(field)?.focus(),
    wipe,
  }
}

/** None once a card is registered. */
function inputs(form: HTMLFormElement | null): HTMLInputElement[] {
  return Array.from(form?.querySelectorAll<HTMLInputElement>('[data-card-field]') ?? [])
}

function empty(form: HTMLFormElement | null): void {
  for (const input of inputs(form)) input.value = ''
}
