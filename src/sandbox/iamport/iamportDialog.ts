import { createPaymentFrame } from '../window/createPaymentFrame.js'
import { iamportStyles } from './iamportStyles.js'

/** The SDK's overlay: one `.imp-dialog` on the page, made at the first need and never taken away by the SDK itself. */
export interface IamportDialog {
  readonly frame: HTMLIFrameElement | null
  /** Removes the frame and loads a new one; tells when it is loaded. */
  reload(phone: boolean, provider: string, loaded: () => void): void
  clear(): void
  show(phone: boolean, provider: string): void
  hide(): void
  /** Takes every trace off the page. */
  remove(): void
}

/** Makes the overlay for a page. `onClose` runs when its header's close mark is pressed. */
export function createIamportDialog(target: Window, onClose: () => void): IamportDialog {
  const { document } = target
  const style = document.createElement('style')
  style.textContent = iamportStyles
  document.head.append(style)
  let dialog: HTMLDivElement | undefined
  let frame: HTMLIFrameElement | null = null

  const makeDialog = () => {
    const made = document.createElement('div')
    made.className = 'imp-dialog customizable'
    made.style.display = 'none'
    const header = document.createElement('div')
    header.className = 'imp-header'
    const close = document.createElement('span')
    close.className = 'imp-close'
    close.textContent = '×'
    close.title = '결제창만 닫기: 콜백이 오지 않아요 (closes without any callback)'
    close.tabIndex = 0
    close.setAttribute('role', 'button')
    close.setAttribute('aria-label', '결제창만 닫기')
    close.addEventListener('click', onClose)
    close.addEventListener('keydown', (event) => event.key === 'Enter' && onClose())
    header.append(close)
    made.append(header)
    document.body.append(made)
    return made
  }

  const hide = () => {
    if (dialog) dialog.style.display = 'none'
    document.body?.classList.remove('imp-payment-progress')
  }

  return {
    get frame() {
      return frame
    },
    reload(phone, provider, loaded) {
      frame?.remove()
      dialog ??= makeDialog()
      frame = createPaymentFrame(document)
      frame.className = `imp-frame imp-frame-${phone ? 'mobile' : 'pc'} imp-frame-default imp-frame-${provider}`
      frame.addEventListener('load', loaded, { once: true })
      dialog.append(frame)
    },
    clear() {
      frame?.remove()
      frame = null
    },
    show(phone, provider) {
      if (!dialog) return
      const ios = /iPhone|iPad/.test(target.navigator.userAgent) ? ' ios' : ''
      dialog.className = `imp-dialog customizable payment-${provider} ${phone ? 'mobile' : 'pc'}${ios}`
      dialog.style.display = 'block'
      if (phone) document.body.classList.add('imp-payment-progress')
    },
    hide,
    remove() {
      hide()
      dialog?.remove()
      style.remove()
    },
  }
}
