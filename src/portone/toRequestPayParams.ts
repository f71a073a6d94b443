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
 * and `m_redirect_url` stay the kit's, and `pay_method` of a registration.
 *
 * @param place `redirectUrl` is the return address, already absolute; it wins over the option it was made from.
 */
export function toRequestPayParams(
  order: Order,
  options: PaymentOptions & Partial<BillingOptions>,
  place: { redirectUrl?: string } = {},
): RequestPayParams {
  return orRefuse(
    () => {
      const { requestParams, vbankDue, cardDirect } = options
      const detail = cardDetail(options)
      // Not for requestParams to change: the confirmation, the return page and the kind of call rest on them.
      const own = {
        merchant_uid: order.merchantUid,
        amount: order.amount,
        currency: order.currency ?? undefined,
        customer_uid: options.customerUid ?? undefined,
        m_redirect_url: place.redirectUrl ?? options.redirectUrl ?? undefined,
        // With a customer_uid, whether a card is registered or something else paid hangs on it.
        ...(options.customerUid != null && { pay_method: options.payMethod ?? 'card' }),
      }
      const params = {
        // The order of the examples on PortOne's page of 2022, so that a log reads like the documentation.
        ...pick('pg channelKey', options),
        pay_method: options.payMethod ?? 'card',
        ...pick('merchant_uid name amount', order),
        ...pick('customer_uid', options),
        ...pick('buyer_email buyer_name buyer_tel buyer_addr buyer_postcode', order.buyer, 'buyer_'),
        ...given({ m_redirect_url: own.m_redirect_url }),
        ...pick('customer_id', options),
        ...pick('currency tax_free vat_amount custom_data products period', order),
        ...pick(
          'app_scheme notice_url confirm_url escrow digital biz_num useCardPoint appCard popup',
          options,
        ),
        ...given({
          // Each module documents its own spelling of the window's language.
          [moduleOf(options) === 'uplus' ? 'language' : 'locale']: options.language,
          vbank_due: vbankDue && virtualAccountDue(vbankDue),
          display: pick('card_quota only_installment', options),
          card: given({ direct: pick('code quota', cardDirect), detail }),
          useFreeInterestFromMall: options.interestFreeMonths && true,
          bypass: given({
            isCulturalExpense: options.culturalExpense,
            cashReceiptType: options.cashReceiptType,
            tosspayments: given({
              useInternationalCardOnly: options.internationalCardOnly,
              discountCode: options.discountCode,
            }),
            uplus: given({ LGD_AUTO_DISCOUNT: options.autoDiscount }),
          }),
        }),
        ...requestParams,
        ...own,
      }
      return JSON.parse(JSON.stringify(params))
    },
    order,
    options,
  )
}

type Fields = Record<string, unknown>

/** Only the fields that were given; undefined when none was. */
function given(fields: Fields): Fields | undefined {
  const kept = Object.entries(fields).filter(([, value]) => value != null)
  return kept.length ? Object.fromEntries(kept) : undefined
}

/** The named fields of the SDK, each from the property that bears its name in camelCase. */
function pick(names: string, from: object | null | undefined, prefix = ''): Fields | undefined {
  const camel = (name: string) =>
    name.replace(prefix, '').replace(/_(.)/g, (_, letter) => letter.toUpperCase())
  return given(Object.fromEntries(names.split(' ').map((name) => [name, (from as Fields)?.[camel(name)]])))
}

/**
 * `card.detail`: the wildcard first, then each company. An interest-free maximum joins its company's item; a company
 * that `only` leaves out gets none, since an item of its own could show it again.
 */
function cardDetail({ cardCompanies, interestFreeMonths }: PaymentOptions): CardDetailParams[] | undefined {
  const { only, except } = cardCompanies ?? {}
  const free: Partial<Record<string, number>> = interestFreeMonths ?? {}
  const codes = new Set<string>(only ? ['*', ...only] : [...(except ?? []), ...Object.keys(free)])
  const enabled = (code: string) =>
    only ? code !== '*' : except?.includes(code as never) ? false : undefined
  const detail = [...codes].map((code) => ({
    card_code: code,
    enabled: enabled(code),
    max_month: free[code],
  }))
  return detail.length ? detail : undefined
}
