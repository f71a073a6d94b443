// Run where React 18 is installed: a press, a callback, a record, in jsdom.
import { JSDOM } from 'jsdom'

const { window } = new JSDOM('<div id="root"></div>', { url: 'https://shop.example/' })
for (const name of [
  'window',
  'document',
  'location',
  'history',
  'sessionStorage',
  'localStorage',
  'HTMLElement',
]) {
  globalThis[name] = name === 'window' ? window : window[name]
}
Object.defineProperty(globalThis, 'navigator', { value: window.navigator })
globalThis.addEventListener = window.addEventListener.bind(window)
globalThis.removeEventListener = window.removeEventListener.bind(window)
window.IMP = {
  init() {},
  request_pay: ({ merchant_uid }, callback) =>
    setTimeout(() => callback({ imp_uid: 'imp_000000000001', merchant_uid })),
}

const { createElement, version } = await import('react')
const { createRoot } = await import('react-dom/client')
const { TossCheckoutButton, TossCheckoutProvider } = await import('react-toss-checkout')

const record = {
  impUid: 'imp_000000000001',
  merchantUid: 'order-0001',
  status: 'paid',
  amount: 55_000,
  currency: 'KRW',
  payMethod: 'card',
}
const order = { merchantUid: 'order-0001', name: '겨울 니트', amount: 55_000 }
const outcome = await new Promise((resolve) => {
  const button = createElement(TossCheckoutButton, {
    order,
    onSettled: resolve,
    ref: (node) => node && setTimeout(() => node.click()),
  })
  createRoot(document.getElementById('root')).render(
    createElement(TossCheckoutProvider, { merchantCode: 'imp00000000', confirm: async () => record }, button),
  )
})
console.log(version, outcome.status, outcome.payment?.amount)
process.exit()
