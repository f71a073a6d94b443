import { createRoot } from 'react-dom/client'
import { PaymentWindow, type PaymentWindowProps } from './PaymentWindow.js'
import { windowWords } from './windowWords.js'

/** Draws the payment window into a loaded frame made by `createPaymentFrame`; returns how to take it out again. */
export function drawPaymentWindow(frame: HTMLIFrameElement, props: PaymentWindowProps): () => void {
  const document = frame.contentDocument
  const container = document?.getElementById('root')
  if (!document || !container) return () => {}
  const { language } = props.offer
  frame.title = document.title = windowWords(props.offer).windowTitle
  document.documentElement.lang = language
  frame.focus()
  const root = createRoot(container)
  root.render(<PaymentWindow {...props} />)
  return () => root.unmount()
}
