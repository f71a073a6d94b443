import { windowStyles } from './windowStyles.js'

/**
 * An iframe of the page's own origin with the window's sheet and an empty root in it. `srcdoc`, not a written
 * `about:blank`: that one would be in quirks mode, and Firefox replaces it after it was handed out.
 */
export function createPaymentFrame(document: Document): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.title = '결제창'
  frame.width = frame.height = '100%'
  frame.setAttribute('frameborder', '0')
  const page = `<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>결제창</title>
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover"><style>${windowStyles}</style></head>
<body><div id="root"><p class="opening" role="status"><span class="spinner"></span>결제창을 여는 중이에요</p></div></body></html>`
  frame.srcdoc = page
  // jsdom knows no srcdoc.
  const fill = () => {
    const blank = frame.contentDocument
    if (blank && !blank.getElementById('root')) blank.documentElement.innerHTML = page
  }
  frame.addEventListener('load', fill, { once: true })
  return frame
}
