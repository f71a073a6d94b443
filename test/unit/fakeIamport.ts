import type { CallbackResponse, Iamport, RequestPayParams } from '../../src/portone/iamport.types.js'

/** `window.IMP` as far as a unit test needs it: counts its calls, shows a frame, answers when told to. */
export interface FakeIamport extends Iamport {
  /** Arguments of every `init` and `agency`. */
  inits: string[][]
  /** Params of every `request_pay`, as the SDK leaves them: written onto. */
  calls: RequestPayParams[]
  /** Answers a call, by default the last. Takes anything, as the callback does. */
  answer(response: unknown, call?: number): void
  /** The frame is gone, with no callback: the X of the legacy SDK. */
  closeFrame(): void
}

/** @param opens false for a window that nobody can see on the page (a popup, or a blocked frame host) */
export function fakeIamport({ opens = true }: { opens?: boolean } = {}): FakeIamport {
  const callbacks: ((response: CallbackResponse) => void)[] = []
  const dialog = document.createElement('div')
  dialog.className = 'imp-dialog'
  const fake: FakeIamport = {
    inits: [],
    calls: [],
    init: (...args) => fake.inits.push(args) as unknown as undefined,
    agency: (...args) => fake.inits.push(args) as unknown as undefined,
    request_pay(params, callback) {
      params.request_id = `req_${fake.calls.push(params)}`
      callbacks.push(callback ?? (() => {}))
      if (!opens) return
      dialog.style.display = 'block'
      dialog.replaceChildren(document.createElement('iframe'))
      document.body.append(dialog)
      // jsdom lays nothing out.
      const frame = dialog.firstElementChild as HTMLElement
      frame.getClientRects = () => (dialog.style.display === 'none' ? [] : [{}]) as unknown as DOMRectList
    },
    answer(response, call = callbacks.length - 1) {
      callbacks[call]?.(response as CallbackResponse)
      fake.closeFrame()
    },
    closeFrame() {
      dialog.style.display = 'none'
    },
  }
  return fake
}
