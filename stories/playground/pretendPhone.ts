const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1'

/** Makes this page's browser say that it is a phone, for the SDK and for the kit alike. Returns how to stop. */
export function pretendPhone(): () => void {
  Object.defineProperty(navigator, 'userAgent', { value: iphone, configurable: true })
  return () => {
    Reflect.deleteProperty(navigator, 'userAgent')
  }
}
