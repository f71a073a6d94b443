import { ILLEGAL_CHANGE_STATE } from '../../orders/sql/migrations.js'
import type { BillingNames } from './billingNames.js'

/**
 * A card is deleted for good, and never while a subscription charges it: whoever deletes it locks its row, and so does
 * whoever makes a subscription charge it. The second of the two sees what the first has done.
 */
export function cardDeletion(names: BillingNames): readonly string[] {
  const { cards, subscriptions, guardCard, guardCharged } = names
  return [
    `alter table ${cards} drop constraint toss_checkout_cards_status_check`,
    `alter table ${cards} add constraint toss_checkout_card_status check (
      status in ('registering', 'registered', 'failed', 'deleting', 'deleted')
    )`,
    guardCardFunction(guardCard, subscriptions),
    `create trigger toss_checkout_guard before update of status on ${cards}
      for each row execute function ${guardCard}()`,
    guardChargedFunction(guardCharged, cards),
    `create trigger toss_checkout_charges_registered_card before insert or update of customer_uid on ${subscriptions}
      for each row execute function ${guardCharged}()`,
  ]
}

/** Runs when the card's row is locked, and looks at what was committed by then. */
function guardCardFunction(guard: string, subscriptions: string): string {
  return `create function ${guard}() returns trigger language plpgsql as $guard$
    begin
      if old.status = 'deleted' and new.status <> 'deleted'
        or old.status = 'deleting' and new.status not in ('deleting', 'deleted') then
        raise exception 'from % to %', old.status, new.status using errcode = '${ILLEGAL_CHANGE_STATE}';
      end if;
      if new.status in ('deleting', 'deleted') and old.status not in ('deleting', 'deleted') and exists (
        select from ${subscriptions}
        where customer_id = old.customer_id and customer_uid = old.customer_uid
          and (status <> 'cancelled' or charge_uid is not null)
      ) then
        raise exception 'a subscription charges it' using errcode = '${ILLEGAL_CHANGE_STATE}';
      end if;
      return new;
    end
  $guard$`
}

/** Waits for whoever is deleting the card, and keeps others from it until this is committed. */
function guardChargedFunction(guard: string, cards: string): string {
  return `create function ${guard}() returns trigger language plpgsql as $guard$
    declare
      present text;
    begin
      select status into present from ${cards} where customer_uid = new.customer_uid for share;
      if present <> 'registered' then
        raise exception 'its card is %', present using errcode = '${ILLEGAL_CHANGE_STATE}';
      end if;
      return new;
    end
  $guard$`
}
