'use client'
import { forwardRef, type KeyboardEvent, type ReactNode, useId } from 'react'
import {
  type CardCompanyOption,
  type UseCardCompaniesOptions,
  useCardCompanies,
} from '../hooks/useCardCompanies.js'
import { ChoiceGroup, type ChooserProps, type NativeDiv } from './ChoiceGroup.js'

/** Which companies, the choice, and every native prop of the `div` around it. */
export type CardCompanySelectProps = NativeDiv &
  UseCardCompaniesOptions &
  ChooserProps & {
    /** Shows the search field. Default: from nine companies on. */
    searchable?: boolean
    /** `list` (default) or `grid`: as many beside each other as fit. */
    appearance?: 'list' | 'grid'
    slots?: {
      /** What stands where a logo would. Default: a neutral monogram, because logos are trademarks. */
      mark?: (company: CardCompanyOption) => ReactNode
      /** Behind the name. Default: up to how many months are interest-free, if any. */
      extra?: (company: CardCompanyOption) => ReactNode
    }
  }

const SEARCH_FROM = 9

/**
 * A picker for the card companies that the filter leaves, with a search by Korean, English or initial consonants. What
 * reaches the gateway is `cardDirect.code`, which needs months too: see `useCardDirect`. Look:
 * `data-tc="card-company-select"`, `data-state` (`empty`, `chosen`). The hook underneath is `useCardCompanies`.
 *
 * Why native radio buttons and no listbox of a primitive library: the browser itself gives radio buttons names, one tab
 * stop, arrow keys, touch and high contrast, in every screen reader; a combobox with a popup is what such libraries exist for,
 * because it is hard to get right, and the small ones weigh as much as this whole kit (a budget of 5.4 kB). All
 * companies are in sight, and the search only shortens the list. A company that the search hides stays chosen.
 */
export const CardCompanySelect = forwardRef<HTMLDivElement, CardCompanySelectProps>(
  function CardCompanySelect(props, ref) {
    const {
      cardCompanies,
      overseas,
      interestFreeMonths,
      amount,
      module,
      value: _value,
      defaultValue: _defaultValue,
      onValueChange: _onValueChange,
      searchable,
      appearance = 'list',
      label,
      name,
      disabled,
      slots,
      ...native
    } = props
    const id = useId()
    const { all, found, query, setQuery, value, setValue, status, words } = useCardCompanies(props)
    const searches = searchable ?? all.length >= SEARCH_FROM
    const result =
      query && (found.length ? words.cardCompaniesFound(found.length) : words.cardCompanyNotFound)

    const searchKeys = (event: KeyboardEvent<HTMLInputElement>) => {
      // While a syllable is being made, the keys are the keyboard's own.
      if (event.nativeEvent.isComposing) return
      if (event.key === 'Enter') {
        // Not the form's: it would send an order that is not finished.
        event.preventDefault()
        if (found.length === 1) setValue(found[0]?.code ?? null)
      } else if (event.key === 'Escape' && query) {
        event.preventDefault()
        setQuery('')
      } else if (event.key === 'ArrowDown') {
        event.preventDefault()
        const group = event.currentTarget.closest('[data-tc]')
        const radios = group?.querySelectorAll<HTMLInputElement>('input[type="radio"]')
        const radio = [...(radios ?? [])].find(({ checked }) => checked) ?? radios?.[0]
        radio?.focus()
      }
    }
    const search = searches && (
      <div data-tc-part="search">
        <input
          type="search"
          value={query}
          disabled={disabled}
          onChange={({ target }) => setQuery(target.value)}
          onKeyDown={searchKeys}
          aria-label={words.cardCompanySearch}
          aria-describedby={`${id}found`}
          placeholder={words.cardCompanySearchHint}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="search"
        />
        <p data-tc-part="hint" role="status" id={`${id}found`}>
          {result}
        </p>
      </div>
    )
    return (
      <ChoiceGroup
        rootRef={ref}
        root={{
          ...native,
          'data-tc': 'card-company-select',
          'data-state': status,
          'data-appearance': appearance,
        }}
        label={label}
        labelText={words.cardCompanyLabel}
        name={name}
        disabled={disabled}
        before={search}
        options={searches ? found : all}
        keyOf={({ code }) => code}
        chosen={value}
        onChoose={({ code }) => setValue(code)}
        render={(company) => (
          <>
            {slots?.mark ? (
              slots.mark(company)
            ) : (
              <span data-tc-part="mark" aria-hidden="true">
                {company.monogram}
              </span>
            )}
            <span data-tc-part="text">
              <span data-tc-part="name">{company.name}</span>{' '}
              {slots?.extra
                ? slots.extra(company)
                : company.interestFree > 0 && (
                    <span data-tc-part="extra">{words.interestFreeUpTo(company.interestFree)}</span>
                  )}
            </span>
          </>
        )}
      />
    )
  },
)
