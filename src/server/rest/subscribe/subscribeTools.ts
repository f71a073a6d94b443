import type { Call } from '../call/operation.js'
import type { ClientSettings } from '../clientSettings.js'

/** What the subscribe operations work with. */
export interface SubscribeTools {
  call: Call
  settings: Pick<ClientSettings, 'retries' | 'retryDelay' | 'now'>
}
