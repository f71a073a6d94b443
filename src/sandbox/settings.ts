import type { WebhookType } from './webhooks/webhook.types.js'

/** What a merchant sets in PortOne's console about calls to the shop's server. */
export interface SandboxSettings {
  /** Where webhooks go when a payment brought no `notice_url`; null sends none. Default null. */
  webhookUrl: string | null
  /** Asked just before an approval when a payment brought no `confirm_url`; null asks nobody. Default null. */
  confirmUrl: string | null
  /** Content type of webhooks. Default `json`. */
  webhookType: WebhookType
  /** How often a webhook is sent again after a network error or a 5xx answer, 0 to 5. Default 0, as at PortOne. */
  webhookRetries: number
}

/** The settings now, and a way to change them. */
export interface SettingsSwitch {
  readonly current: Readonly<SandboxSettings>
  /** Changes what is given and nothing else; raises a `TypeError` that says what is allowed. */
  set(changes: Partial<SandboxSettings>): void
}

/** Makes the settings of one sandbox from what it was created with. */
export function createSettings(start: Partial<SandboxSettings>): SettingsSwitch {
  let current: SandboxSettings = {
    webhookUrl: null,
    confirmUrl: null,
    webhookType: 'json',
    webhookRetries: 0,
  }
  const set = (changes: Partial<SandboxSettings>) => {
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
    const next = { ...current, ...given }
    checkUrl('webhookUrl', next.webhookUrl)
    checkUrl('confirmUrl', next.confirmUrl)
    if (next.webhookType !== 'json' && next.webhookType !== 'form') {
      throw new TypeError(`webhookType is ${JSON.stringify(next.webhookType)}. Pass 'json' or 'form'.`)
    }
    const { webhookRetries: times } = next
    if (!Number.isInteger(times) || times < 0 || times > 5) {
      throw new TypeError(`webhookRetries is ${JSON.stringify(times)}. Pass a whole number from 0 to 5.`)
    }
    current = next
  }
  const { webhookUrl, confirmUrl, webhookType, webhookRetries } = start
  set({ webhookUrl, confirmUrl, webhookType, webhookRetries })
  return {
    get current() {
      return current
    },
    set,
  }
}

function checkUrl(name: 'webhookUrl' | 'confirmUrl', url: unknown): void {
  if (url === null) return
  const base = typeof location === 'undefined' ? undefined : location.href
  const isUrl =
    typeof url === 'string' && URL.canParse(url, base) && /^https?:/.test(new URL(url, base).protocol)
  if (!isUrl) {
    const allowed = base ? 'an http(s) address, a path of this page' : 'an absolute http(s) address'
    throw new TypeError(`${name} is ${JSON.stringify(url)}. Pass ${allowed}, or null for none.`)
  }
}
