import type { RequestPayParams } from '../../portone/iamport.types.js'
import {
  isInternational,
  offeredCardCompanies,
  offeredDirectCard,
  offeredInterestFree,
} from '../rules/cardOffer.js'
import { installmentMonths } from '../rules/installmentMonths.js'
import { methodKind } from '../rules/payMethods.js'
import { sandboxBanks } from '../rules/sandboxBanks.js'
import { defaultVbankDue, kstStamp, parseVbankDue } from '../rules/vbankDueDate.js'
import type { Gateway, WindowOffer } from '../sandbox.types.js'
import { isRegistration, writeRegistration } from './registration.js'
import type { Channel } from './resolveChannel.js'
import type { SandboxPayment } from './sandboxPayment.js'
import { startedRecord } from './startedRecord.js'

/** What a request that passed every check is opened with. */
export interface Opening {
  params: RequestPayParams
  from: Parameters<Gateway['open']>[1]
  channel: Channel
  impUid: string
  merchantUid: string
  merchantName: string
  /** Unix seconds. */
  now: number
}

/** The `ready` payment a window belongs to. */
export function openPayment(opening: Opening): SandboxPayment {
  const { params, from, channel, impUid, now } = opening
  const pgTid = `${channel.mid.slice(0, 40)}${kstStamp(now)}${impUid.slice(-6)}`
  const record = startedRecord(opening, pgTid)
  const customerUid = params.customer_uid ?? ''
  return {
    record: isRegistration(params) ? writeRegistration(record, customerUid) : record,
    ...(isRegistration(params) && { registration: { customerUid, customerId: params.customer_id ?? null } }),
    offer: offerOf(opening),
    module: channel.module,
    sdk: from.sdk,
    redirectUrl: params.m_redirect_url || null,
    ...noticeUrlsOf(params.notice_url),
    ...(params.confirm_url && { confirmUrl: String(params.confirm_url) }),
    taxFree: params.tax_free ?? 0,
    answer: null,
    updatedAt: now,
  }
}

/** One address or several; an empty one counts as none. */
function noticeUrlsOf(given: RequestPayParams['notice_url']): Pick<SandboxPayment, 'noticeUrls'> {
  const urls = [given ?? []].flat().filter((url) => typeof url === 'string' && url !== '')
  return urls.length > 0 ? { noticeUrls: urls } : {}
}

function offerOf({ params, channel, impUid, merchantUid, merchantName, now }: Opening): WindowOffer {
  const { module } = channel
  const payMethod = params.pay_method || 'card'
  const kind = isRegistration(params) ? null : methodKind(module, payMethod)
  const amount = params.amount ?? 0
  const currency = params.currency ?? 'KRW'
  // Installments are a matter of Korean won.
  const won = currency === 'KRW' ? amount : 0
  const isCard = kind === 'card'
  const language = (module === 'uplus' ? params.language : params.locale) ?? params.language ?? params.locale
  const english = isInternational(module, params) || (typeof language === 'string' && /^en/i.test(language))
  return {
    impUid,
    merchantUid,
    module,
    merchantName,
    orderName: params.name || merchantUid,
    amount,
    currency,
    payMethod,
    registersCard: isRegistration(params),
    escrow: params.escrow === true,
    language: english ? 'en' : 'ko',
    cardCompanies: isCard || kind === 'easyPay' ? offeredCardCompanies(module, params) : [],
    months: isCard || kind === 'easyPay' ? installmentMonths(module, payMethod, won, params.display) : [0],
    interestFree: isCard ? offeredInterestFree(module, params) : {},
    direct: isCard ? offeredDirectCard(params, won) : null,
    banks: banksFor(kind),
    vbankDue:
      (params.vbank_due === undefined ? null : parseVbankDue(params.vbank_due)) ??
      defaultVbankDue(now * 1000),
  }
}

function banksFor(kind: ReturnType<typeof methodKind>): WindowOffer['banks'] {
  if (kind !== 'trans' && kind !== 'vbank') return []
  return sandboxBanks
    .filter((bank) => kind === 'trans' || bank.virtualAccount)
    .map(({ code, nameKo, nameEn }) => ({ code, nameKo, nameEn }))
}
