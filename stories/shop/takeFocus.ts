/** For `ref`: a heading that says how it ended takes the focus when it appears, and only then. */
export function takeFocus(heading: HTMLElement | null): void {
  heading?.focus()
}
