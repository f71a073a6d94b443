import type { ChannelOptions, TossModule } from './order.js'

/**
 * Which Toss module a channel is: said by `module`, else read from `pg` (`uplus`, `uplus.<mid>`), else `tosspayments`.
 * A channel key does not tell: a legacy channel chosen by key needs `module: 'uplus'`.
 */
export function moduleOf({ pg, module }: ChannelOptions): TossModule {
  return module ?? (/^uplus\b/.test(pg ?? '') ? 'uplus' : 'tosspayments')
}
