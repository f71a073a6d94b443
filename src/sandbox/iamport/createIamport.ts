import type { CallbackResponse, Iamport, RequestPayParams } from '../../portone/iamport.types.js'
import type { PageParts } from '../pageParts.js'
import { drawPaymentWindow } from '../window/drawPaymentWindow.js'
import { phoneWindowUrl } from '../window/phoneWindowUrl.js'
import { defaultCallback } from './defaultCallback.js'
import { createIamportDialog } from './iamportDialog.js'
import { iamportTexts } from './iamportTexts.js'
import { isPhoneUserAgent } from './isPhoneUserAgent.js'
import { leaveFor } from './leaveFor.js'
import { writeRequest } from './writeRequest.js'

type Callback = (response: CallbackResponse) => void
type Request = { params: RequestPayParams; callback: unknown }

/** One stand-in SDK for one page, and how to end it. */
export function createIamport(target: Window, parts: PageParts): { imp: Iamport; remove: () => void } {
  const { desk, options } = parts
  const { faults } = desk
  let code: string | undefined
  let tier: string | undefined
  /** Grows when the frames are made anew: what was said to older frames is lost, as with the real ones. */
  let generation = 0
  let ready = false
  let reserved: Request | undefined
  let undraw: (() => void) | undefined
  const callbacks: { requestId: string; callback: Callback }[] = []
  const dialog = createIamportDialog(target, () => closeAndRefresh())
  const isPhone = () => isPhoneUserAgent(target.navigator.userAgent)

  /** Runs on a later task, unless the frames were made anew meanwhile. */
  const toFrame = (work: () => void, delay = options.latency) => {
    const sentTo = generation
    target.setTimeout(() => sentTo === generation && work(), delay)
  }

  function start() {
    generation++
    ready = false
    undraw?.()
    undraw = undefined
    dialog.clear()
    const loadChannels = () => toFrame(receiveChannels, 0)
    const { document } = target
    if (document.readyState !== 'loading') return loadChannels()
    document.addEventListener('DOMContentLoaded', loadChannels, { once: true })
  }

  function receiveChannels() {
    // As 1.2.0 does. A window asked for all the same is refused by the gateway.
    if (code !== options.merchantCode) {
      console.error(`가맹점 식별코드 ${code}: 샌드박스가 아는 것은 ${options.merchantCode}뿐입니다.`)
    }
    const loadedIn = generation
    const loadFrame = () => {
      if (loadedIn !== generation) return
      dialog.reload(isPhone(), options.defaultModule, () => loadedIn === generation && becomeReady())
    }
    desk.look().then(loadFrame, goSilent)
  }

  function becomeReady() {
    ready = true
    const waiting = reserved
    if (!waiting || faults.active.includes('never-answers')) return
    reserved = undefined
    post(waiting)
  }

  function post({ params, callback }: Request) {
    const phone = isPhone()
    let sent: ReturnType<typeof writeRequest>
    try {
      const version = options.sdk === 'legacy' ? '1.2.0' : '1.3.0'
      sent = writeRequest(params, { tier, origin: target.location.href, version })
      if (!dialog.frame?.contentWindow) throw new TypeError('the payment frame was taken off the page')
    } catch (error) {
      // The real alert ends in the word "undefined" too: it prints a property that only old IE had.
      target.alert(`${iamportTexts.broken}\n${(error as { description?: string }).description}`)
      return closeAndRefresh()
    }
    const { message, requestId } = sent
    if (typeof callback === 'function') callbacks.push({ requestId, callback: callback as Callback })
    else if (phone && options.sdk === 'legacy')
      callbacks.push({ requestId, callback: defaultCallback(target, params.m_redirect_url) })
    dialog.show(phone, String(params.pg || options.defaultModule).split('.')[0] as string)
    toFrame(() => void openWindow(message, phone).catch(goSilent))
  }

  /** The frame's side of the message. */
  async function openWindow(message: string, phone: boolean) {
    const openedIn = generation
    const { data } = JSON.parse(message) as { data: RequestPayParams & { request_id: string } }
    const from = { sdk: options.sdk, userAgent: target.navigator.userAgent, merchantCode: code }
    await desk.look()
    if (openedIn !== generation) return
    if (faults.active.includes('never-answers')) return dialog.hide()
    const result = await desk.open(data, { ...from, channel: phone ? 'mobile' : 'pc' })
    if (openedIn !== generation) return
    const reply = (response: CallbackResponse) =>
      answer(JSON.stringify({ action: 'done', data: { ...response, request_id: data.request_id } }))
    if (!result.opened) return reply(result.response)
    if (phone) {
      leaveFor(target, phoneWindowUrl(target, parts, result.offer.impUid))
      // Otherwise Back would show a page hidden under its own overlay (1.2.0 does this for Safari).
      return dialog.hide()
    }
    if (!dialog.frame) return
    undraw?.()
    const drawnIn = generation
    const onEnd = (response: CallbackResponse) => drawnIn === generation && reply(response)
    undraw = drawPaymentWindow(dialog.frame, { offer: result.offer, parts, onEnd })
  }

  /** The real SDK has no word for a gateway that cannot be reached: whatever is reserved or open stays so. */
  function goSilent(error: unknown) {
    console.error(error)
  }

  /** A result arrives as a string envelope; the newest request of that id hears it, and then the window closes. */
  function answer(message: string) {
    const { request_id, ...response } = (JSON.parse(message) as { data: CallbackResponse }).data
    const at = callbacks.findLastIndex(({ requestId }) => requestId === request_id)
    const callback = callbacks[at]?.callback
    if (callback && !faults.active.includes('callback-lost')) run(callback, response)
    if (at >= 0) callbacks.splice(at, 1)
    const again = callback && faults.active.includes('callback-twice')
    closeAndRefresh()
    // The real SDK never does this; shops are told to survive it all the same.
    if (again) target.setTimeout(() => run(callback, { ...response }), 0)
  }

  function run(callback: Callback, response: CallbackResponse) {
    try {
      callback.call({}, response)
    } catch (error) {
      console.log(error)
    }
  }

  function closeAndRefresh() {
    dialog.hide()
    start()
  }

  const imp: Iamport = {
    init(userCode) {
      code = userCode
      tier = undefined
      start()
    },
    agency(userCode, tierCode) {
      code = userCode
      tier = tierCode
      start()
    },
    request_pay(params: RequestPayParams | undefined, callback) {
      if (params === undefined) {
        target.alert(iamportTexts.noParams)
        return false
      }
      if (code === undefined) return void target.alert(iamportTexts.noCode)
      const request = { params, callback }
      // Only the last one is kept; earlier ones vanish without a word.
      const mute = !ready || faults.active.includes('never-answers')
      reserved = mute ? request : undefined
      if (!mute) post(request)
    },
  }
  if (options.sdk === 'legacy') imp.close = closeAndRefresh

  return {
    imp,
    remove() {
      generation++
      callbacks.length = 0
      reserved = undefined
      undraw?.()
      dialog.remove()
    },
  }
}
