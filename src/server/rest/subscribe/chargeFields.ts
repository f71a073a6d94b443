import { refuseArgument } from '../call/refuseArgument.js'
import { toPortOneSpelling } from '../call/toPortOneSpelling.js'
import {
  MERCHANT_UID_LENGTH,
  requireMoney,
  requireShortText,
  shortTexts,
  toJsonText,
} from './argumentRules.js'
import type { ChargeDetails, KeyChargeDetails } from './chargeRequest.types.js'

/** The name of a charge that was given none, where today's definition wants one and PortOne's page of 2022 has none. */
const UNNAMED_CHARGE = '정기결제'

/** Won below which there are no installments (PortOne's page of 2022, PortOne V1 docs). */
const LEAST_FOR_INSTALLMENTS = 50_000

const limits = { buyerName: 16, buyerEmail: 64, buyerTel: 16, buyerAddr: 128, buyerPostcode: 8 } as const

/** The fields every charge has, as PortOne spells them. Raises `INVALID_ARGUMENT`. */
export function toChargeFields(details: ChargeDetails): Record<string, unknown> {
  const { currency, taxFree, vatAmount, name, noticeUrl, browserIp, promotionId } = details
  const merchantUid = requireShortText('merchantUid', details.merchantUid, MERCHANT_UID_LENGTH)
  if (currency !== undefined) requireShortText('currency', currency, 3)
  const amount = requireMoney('amount', details.amount, currency, 'positive')
  for (const [part, given] of Object.entries({ taxFree, vatAmount })) {
    if (given !== undefined && requireMoney(part, given, currency, 'zero') > amount) {
      throw refuseArgument(part, given, `it is a part of amount, ${amount}`)
    }
  }
  return toPortOneSpelling({
    merchantUid,
    currency,
    amount,
    taxFree,
    vatAmount,
    name: name === undefined ? undefined : requireShortText('name', name, 40),
    ...shortTexts(details, limits),
    cardQuota: readQuota(details),
    customData: toJsonText('customData', details.customData),
    noticeUrl,
    browserIp,
    bypass: toJsonText('bypass', details.bypass),
    promotionId,
  })
}

/** The fields of a charge of a registered card, which has to have a name. Raises `INVALID_ARGUMENT`. */
export function toKeyChargeFields(details: KeyChargeDetails): Record<string, unknown> {
  const { productCount, extra } = details
  return {
    ...toChargeFields({ ...details, name: details.name ?? UNNAMED_CHARGE }),
    ...toPortOneSpelling({ productCount }),
    ...(extra && { extra: { naverUseCfm: extra.naverUseCfm } }),
  }
}

function readQuota({ cardQuota, amount, currency = 'KRW' }: ChargeDetails): number | undefined {
  if (cardQuota === undefined) return undefined
  if (!Number.isSafeInteger(cardQuota) || cardQuota < 0) {
    throw refuseArgument('cardQuota', cardQuota, 'whole months are needed, 0 for a lump sum')
  }
  if (cardQuota > 1 && currency === 'KRW' && amount < LEAST_FOR_INSTALLMENTS) {
    throw refuseArgument('cardQuota', cardQuota, `installments start at ${LEAST_FOR_INSTALLMENTS} won`)
  }
  return cardQuota
}
