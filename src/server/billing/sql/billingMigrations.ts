import { ILLEGAL_CHANGE_STATE } from '../../orders/sql/migrations.js'
import type { BillingNames } from './billingNames.js'
import { cardDeletion } from './cardDeletion.js'

/** Every migration of cards and subscriptions, in order; the first is version 1. Never change one that was released. */
export const billingMigrations: readonly ((names: BillingNames) => readonly string[])[] = [
  firstTables,
  cardDeletion,
  // Those whose answer was lost are looked for with every round.
  ({ cards }) => [
    `create index toss_checkout_cards_registering on ${cards} (created_at) where status = 'registering'`,
  ],
]

function firstTables({ cards, subscriptions, guard }: BillingNames): readonly string[] {
  return [
    `create table ${cards} (
      customer_uid text collate "C" primary key check (char_length(customer_uid) between 1 and 80),
      customer_id text collate "C" not null check (char_length(customer_id) between 1 and 80),
      status text not null check (status in ('registering', 'registered', 'failed', 'deleted')),
      merchant_uid text collate "C" unique check (char_length(merchant_uid) between 1 and 40),
      card jsonb,
      created_at timestamptz(3) not null,
      registered_at timestamptz(3),
      unique (customer_uid, customer_id),
      constraint toss_checkout_card_is_masked check (${['number', 'name', 'code'].map(isMasked).join(' and ')}),
      constraint toss_checkout_registered_card_is_known check (
        status <> 'registered' or (card is not null and registered_at is not null)
      )
    )`,
    `create index toss_checkout_cards_of on ${cards} (customer_id, created_at desc)`,
    `create table ${subscriptions} (
      id text collate "C" primary key check (id ~ '^sub_[a-z0-9]{16}$'),
      customer_id text collate "C" not null,
      customer_uid text collate "C" not null,
      plan jsonb not null check (
        char_length(plan ->> 'id') between 1 and 80 and (plan ->> 'amount')::numeric > 0
      ),
      status text not null check (status in ('active', 'past-due', 'paused', 'cancelled')),
      anchor_at timestamptz(3) not null,
      period integer not null check (period >= 1),
      attempt integer not null check (attempt >= 0),
      used_numbers integer not null check (used_numbers >= attempt),
      next_charge_at timestamptz(3),
      charge_uid text collate "C" unique check (
        left(charge_uid, 21) = id || '-' and substr(charge_uid, 22) ~ '^[1-9][0-9]{0,8}-[1-9][0-9]{0,8}$'
      ),
      check_at timestamptz(3),
      version integer not null check (version >= 1),
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null,
      constraint toss_checkout_card_is_the_customers foreign key (customer_uid, customer_id)
        references ${cards} (customer_uid, customer_id),
      constraint toss_checkout_only_active_is_charged check ((status = 'active') = (next_charge_at is not null)),
      constraint toss_checkout_unfinished_has_a_time check (
        check_at is not null or (status <> 'active' and charge_uid is null)
      )
    )`,
    `create unique index toss_checkout_one_subscription_to_a_plan on ${subscriptions} (customer_id, (plan ->> 'id'))
      where status <> 'cancelled'`,
    `create index toss_checkout_subscriptions_of on ${subscriptions} (customer_id, created_at desc)`,
    `create index toss_checkout_subscriptions_due on ${subscriptions} (check_at) where check_at is not null`,
    guardFunction(guard),
    `create trigger toss_checkout_guard before update on ${subscriptions} for each row execute function ${guard}()`,
  ]
}

/** No twelve digits in a row, however they are separated: a card number that nobody masked. */
function isMasked(field: string): string {
  return `coalesce(card ->> '${field}', '') !~ '[0-9]([-[:space:].]?[0-9]){11}'`
}

/** A hand in the table meets the same rules as the kit. */
function guardFunction(guard: string): string {
  return `create function ${guard}() returns trigger language plpgsql as $guard$
    begin
      if new.id <> old.id or new.customer_id <> old.customer_id or new.plan <> old.plan
        or new.anchor_at <> old.anchor_at or new.created_at <> old.created_at then
        raise exception 'what was subscribed to does not change' using errcode = '${ILLEGAL_CHANGE_STATE}';
      end if;
      if new.period < old.period or new.version < old.version then
        raise exception 'periods and versions only grow' using errcode = '${ILLEGAL_CHANGE_STATE}';
      end if;
      if old.status = 'cancelled' and new.status <> 'cancelled' then
        raise exception 'from cancelled to %', new.status using errcode = '${ILLEGAL_CHANGE_STATE}';
      end if;
      if new.version = old.version then
        new.version := old.version + 1;
      end if;
      return new;
    end
  $guard$`
}
