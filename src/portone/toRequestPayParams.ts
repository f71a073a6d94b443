import type { BillingOptions, Order, PaymentOptions } from '../payment/order.js'
import { orRefuse } from '../payment/refuseUnless.js'
import { moduleOf } from '../payment/tossModule.js'
import { virtualAccountDue } from '../payment/virtualAccountDue.js'
import type { CardDetailParams, RequestPayParams } from './iamport.types.js'

/**
 * An order and its options as `IMP.request_pay` takes them. A fresh deep copy for every call, because the SDK writes
 * onto the object it gets; no field that was not asked for, except `pay_method`. Assumes that `checkPayment` has
 * passed, and even without it throws nothing but `PaymentError`.
 *
 * `requestParams` comes last and replaces whole top-level fields; `merchant_uid`, `amount`, `currency`, `customer_uid`
 * and `m_redirect_url` stay the kit's.
 *
 * @param place `redirectUrl` is the return address, already absolute; it wins over the option it was made from.
 */
export function toRequestPayParams(
  order: Order,
  options: PaymentOptions & Partial<BillingOptions>,
  place: { redirectUrl?: string } = {},
): RequestPayParams {
  return orRefuse(() => {
    const { merchantUid, amount, currency } = order
    const { payMethod, customerUid, cardDirect, vbankDue, requestParams } = options
    const detail = cardDetail(options)
    const legacy = moduleOf(options) === 'uplus'
    const buyer = order.buyer ?? {}
    const own = {
      merchant_uid: merchantUid,
      amount,
      currency: currency ?? undefined,
      customer_uid: customerUid ?? undefined,
      m_redirect_url: place.redirectUrl ?? options.redirectUrl ?? undefined,
    }
    const params = given({
      // The order of the founding document's examples, so that a log reads like the documentation.
      pg: options.pg,
      channelKey: options.channelKey,
      pay_method: payMethod ?? 'card',
      merchant_uid: merchantUid,
      name: order.name,
      amount,
      customer_uid: customerUid,
      buyer_email: buyer.email,
      buyer_name: buyer.name,
      buyer_tel: buyer.tel,
      buyer_addr: buyer.addr,
      buyer_postcode: buyer.postcode,
      m_redirect_url: own.m_redirect_url,
      customer_id: options.customerId,
      currency,
      tax_free: order.taxFree,
      vat_amount: order.vatAmount,
      app_scheme: options.appScheme,
      notice_url: options.noticeUrl,
      confirm_url: options.confirmUrl,
      custom_data: order.customData,
      // Each module documents its own spelling of the window's language.
      [legacy ? 'language' : 'locale']: options.language,
      escrow: options.escrow,
      products: order.products,
      digital: options.digital,
      vbank_due: vbankDue == null ? null : virtualAccountDue(vbankDue),
      biz_num: options.bizNum,
      display: given({ card_quota: options.cardQuota, only_installment: options.onlyInstallment }),
      card: given({
        direct: options.cardDirect && given(directCard(options.cardDirect)),
        detail: cardDetail(options),
      }),
      useFreeInterestFromMall: interestFreeMonths ? true : null,
      useCardPoint: options.useCardPoint,
      appCard: options.appCard,
      bypass: given({
        isCulturalExpense: options.culturalExpense,
        cashReceiptType: options.cashReceiptType,
        tosspayments: given({
          useInternationalCardOnly: options.internationalCardOnly,
          discountCode: options.discountCode,
        }),
        uplus: given({ LGD_AUTO_DISCOUNT: options.autoDiscount }),
      }),
      popup: options.popup,
      period: order.period,
    })
    return JSON.parse(JSON.stringify({ ...params, ...requestParams, ...own }))
  })
}

/** Only the fields that were given; undefined when none was. */
function given<T extends object>(fields: T): T | undefined {
  const kept = Object.entries(fields).filter(([, value]) => value != null)
  return kept.length ? (Object.fromEntries(kept) as T) : undefined
}

/**
 * `card.detail`: the wildcard first, then each company. An interest-free maximum joins its company's item; a company
 * that `only` leaves out gets none, since an item of its own could show it again.
 */
function cardDetail({ cardCompanies, interestFreeMonths }: PaymentOptions): CardDetailParams[] | undefined {
  const { only, except } = cardCompanies ?? {}
  const detail: CardDetailParams[] = (only ?? except ?? []).map((code) => ({
    card_code: code,
    enabled: !!only,
  }))
  for (const [code, max_month] of Object.entries(interestFreeMonths ?? {})) {
    const item = detail.find(({ card_code }) => card_code === code)
    if (item) item.max_month = max_month
    else if (!only) detail.push({ card_code: code, max_month })
  }
  if (only) detail.unshift({ card_code: '*', enabled: false })
  return detail.length ? detail : undefined
}
