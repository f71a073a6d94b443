import type { SqlNames } from './sqlNames.js'

/** Raised by the trigger that keeps paid orders paid. */
export const ILLEGAL_CHANGE_STATE = 'TC001'

/** Every migration, in order; the first is version 1. Never change one that was released: add another. */
export const migrations: readonly ((names: SqlNames) => readonly string[])[] = [firstTables]

function firstTables({ orders, events, guard }: SqlNames): readonly string[] {
  return [
    `create table ${orders} (
      merchant_uid text collate "C" primary key check (char_length(merchant_uid) between 1 and 40),
      name text not null check (char_length(name) between 1 and 40),
      amount bigint not null check (amount between 1 and 9007199254740991),
      tax_free bigint not null check (tax_free between 0 and amount),
      currency text not null check (currency in ('KRW', 'USD', 'EUR', 'JPY')),
      status text not null default 'pending' check (
        status in ('pending', 'awaiting-deposit', 'paid', 'partly-refunded', 'refunded', 'failed')
      ),
      imp_uid text collate "C" unique check (char_length(imp_uid) between 1 and 32),
      cancel_amount numeric not null default 0 check (cancel_amount between 0 and amount),
      flag text check (flag in ('amount-differs', 'currency-differs', 'second-payment')),
      fail_reason text,
      record jsonb,
      details jsonb not null,
      session_hash text check (session_hash ~ '^[0-9a-f]{64}$'),
      token_hash text check (token_hash ~ '^[0-9a-f]{64}$'),
      deposit_round integer not null default 0 check (deposit_round >= 0),
      version integer not null default 1 check (version >= 1),
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null,
      check_at timestamptz(3),
      constraint toss_checkout_rests_on_a_payment check (status in ('pending', 'failed') or imp_uid is not null),
      constraint toss_checkout_amounts_fit_status check (
        case status
          when 'partly-refunded' then cancel_amount > 0 and cancel_amount < amount
          when 'refunded' then cancel_amount = amount
          else cancel_amount = 0
        end
      )
    )`,
    `create index toss_checkout_orders_newest on ${orders} (created_at desc, merchant_uid desc)`,
    `create index toss_checkout_orders_due on ${orders} (check_at) where check_at is not null`,
    `create index toss_checkout_orders_flagged on ${orders} (created_at desc) where flag is not null`,
    `create table ${events} (
      id bigint generated always as identity primary key,
      merchant_uid text collate "C" not null references ${orders},
      key text not null check (char_length(key) between 1 and 200),
      imp_uid text,
      happening jsonb not null,
      at timestamptz(3) not null,
      attempts integer not null default 0 check (attempts >= 0),
      next_at timestamptz(3) not null,
      delivered_at timestamptz(3),
      unique (merchant_uid, key)
    )`,
    `create index toss_checkout_events_due on ${events} (next_at, id) where delivered_at is null`,
    `create index toss_checkout_events_queue on ${events} (merchant_uid, id) where delivered_at is null`,
    guardFunction(guard),
    `create trigger toss_checkout_guard before update on ${orders} for each row execute function ${guard}()`,
  ]
}

/** A hand in the table meets the same rules as the kit; a forgotten version is counted for it. */
function guardFunction(guard: string): string {
  return `create function ${guard}() returns trigger language plpgsql as $guard$
    declare
      taken_back boolean := new.deposit_round = old.deposit_round + 1 and old.status = 'paid';
      origin text := case when taken_back then 'awaiting-deposit' else old.status end;
    begin
      if new.merchant_uid <> old.merchant_uid or new.amount <> old.amount or new.tax_free <> old.tax_free
        or new.currency <> old.currency or new.created_at <> old.created_at then
        raise exception 'what was ordered does not change' using errcode = '${ILLEGAL_CHANGE_STATE}';
      end if;
      if new.deposit_round <> old.deposit_round and not taken_back then
        raise exception 'only a paid order has a deposit to take back' using errcode = '${ILLEGAL_CHANGE_STATE}';
      end if;
      if new.cancel_amount < old.cancel_amount or new.version < old.version then
        raise exception 'refunds and versions only grow' using errcode = '${ILLEGAL_CHANGE_STATE}';
      end if;
      if (new.status = 'pending' and origin <> 'pending')
        or (origin = 'paid' and new.status not in ('paid', 'partly-refunded', 'refunded'))
        or (origin = 'partly-refunded' and new.status not in ('partly-refunded', 'refunded'))
        or (origin = 'refunded' and new.status <> 'refunded') then
        raise exception 'from % to %', old.status, new.status using errcode = '${ILLEGAL_CHANGE_STATE}';
      end if;
      if origin in ('paid', 'partly-refunded', 'refunded') and new.imp_uid is distinct from old.imp_uid then
        raise exception 'a paid order keeps its payment' using errcode = '${ILLEGAL_CHANGE_STATE}';
      end if;
      if new.version = old.version then
        new.version := old.version + 1;
      end if;
      return new;
    end
  $guard$`
}
