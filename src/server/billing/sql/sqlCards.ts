import { OrderStoreError } from '../../orders/OrderStoreError.js'
import { asStoreError } from '../../orders/sql/asStoreError.js'
import { type JsonRow, toParameter } from '../../orders/sql/orderRow.js'
import type { SubscriptionStore } from '../SubscriptionStore.js'
import type { StoredCard } from '../subscription.js'
import type { BillingNames } from './billingNames.js'
import { cardJson, readCard } from './subscriptionRow.js'

type CardStore = Pick<
  SubscriptionStore,
  'createCard' | 'findCard' | 'changeCard' | 'cardsOf' | 'registeringSince'
>

/** The half of the store that keeps cards. */
export function sqlCards(
  query: (sql: string, params: readonly unknown[]) => Promise<JsonRow[]>,
  { cards }: BillingNames,
): CardStore {
  const read = async (sql: string, params: readonly unknown[]): Promise<StoredCard[]> =>
    (await query(sql, params)).map(({ row }) => readCard(row))
  const select = `select ${cardJson('kept')} as row from ${cards} as kept`

  return {
    createCard: async ({ customerUid, customerId, status, merchantUid, card, createdAt, registeredAt }) => {
      const [created] = await asStoreError(customerUid, () =>
        read(
          `insert into ${cards} as kept (
             customer_uid, customer_id, status, merchant_uid, card, created_at, registered_at
           ) values ($1::text, $2::text, $3::text, $4::text, $5::text::jsonb, $6::text::timestamptz, $7::text::timestamptz)
           on conflict (customer_uid) do nothing
           returning ${cardJson('kept')} as row`,
          [
            ...[customerUid, customerId, status, merchantUid],
            ...[toParameter(card), toParameter(createdAt), toParameter(registeredAt)],
          ],
        ),
      )
      if (!created) throw new OrderStoreError('ORDER_EXISTS', `card "${customerUid}"`)
      return created
    },
    findCard: async (customerUid) => {
      const [found] = await read(`${select} where customer_uid = $1::text`, [customerUid])
      return found ?? null
    },
    changeCard: async ({ customerUid, status }, change) => {
      const [changed] = await asStoreError(customerUid, () =>
        read(
          `update ${cards} as kept set
             status = coalesce($2::text, status),
             card = case when $3::text is null then card else $4::text::jsonb end,
             registered_at = case when $5::text is null then registered_at else $6::text::timestamptz end
           where customer_uid = $1::text and status = $7::text
           returning ${cardJson('kept')} as row`,
          [
            ...[customerUid, change.status ?? null],
            ...[change.card === undefined ? null : 'given', toParameter(change.card)],
            ...[change.registeredAt === undefined ? null : 'given', toParameter(change.registeredAt)],
            status,
          ],
        ),
      )
      return changed ?? null
    },
    registeringSince: ({ form, window }, limit) =>
      read(
        `${select} where status = 'registering'
           and created_at <= case when merchant_uid is null then $1::text::timestamptz else $2::text::timestamptz end
         order by created_at limit $3::text::integer`,
        [form.toISOString(), window.toISOString(), String(limit)],
      ),
    cardsOf: (customerId) =>
      read(`${select} where customer_id = $1::text order by created_at desc, customer_uid desc`, [
        customerId,
      ]),
  }
}
