/** Rewrites a field in groups while somebody types in it, and leaves the caret behind the same digit. */
export function groupAsTyped(field: HTMLInputElement, group: (typed: string) => string): void {
  const { value, selectionStart } = field
  const grouped = group(value)
  if (grouped === value) return
  const atEnd = selectionStart === null || selectionStart >= value.length
  const digitsBefore = value.slice(0, selectionStart ?? value.length).replace(/\D/g, '').length
  field.value = grouped
  if (atEnd) return
  let seen = 0
  let caret = 0
  while (caret < grouped.length && seen < digitsBefore) {
    if (/\d/.test(grouped[caret] as string)) seen++
    caret++
  }
  field.setSelectionRange(caret, caret)
}
