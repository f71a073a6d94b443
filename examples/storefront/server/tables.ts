/**
 * The shop's own tables, beside the kit's. What must never happen twice is a constraint here and not only a habit of the
 * code: one parcel for an order, one parcel for a membership's period, one refund in flight, no stock below zero.
 */
export const tables = `
CREATE TABLE IF NOT EXISTS shop_stock (
  goods_id text PRIMARY KEY,
  count integer NOT NULL CHECK (count >= 0)
);
CREATE TABLE IF NOT EXISTS shop_parcel (
  merchant_uid text PRIMARY KEY,
  state text NOT NULL CHECK (state IN ('preparing', 'short', 'stopped')),
  made_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE IF NOT EXISTS shop_refund (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  merchant_uid text NOT NULL,
  amount bigint CHECK (amount > 0),
  counts jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('asked', 'done')),
  asked_by text NOT NULL CHECK (asked_by IN ('customer', 'admin', 'elsewhere')),
  event_key text,
  at timestamptz NOT NULL DEFAULT now(),
  CHECK ((state = 'done') = (event_key IS NOT NULL)),
  UNIQUE (merchant_uid, event_key)
);
ALTER TABLE shop_refund ALTER COLUMN amount DROP NOT NULL;
CREATE UNIQUE INDEX IF NOT EXISTS shop_refund_one_in_flight ON shop_refund (merchant_uid) WHERE state = 'asked';
CREATE TABLE IF NOT EXISTS shop_misfit (
  imp_uid text PRIMARY KEY,
  merchant_uid text NOT NULL,
  flag text NOT NULL,
  amount numeric NOT NULL,
  currency text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  returned_at timestamptz
);
ALTER TABLE shop_misfit ALTER COLUMN amount TYPE numeric;
CREATE INDEX IF NOT EXISTS shop_misfit_order ON shop_misfit (merchant_uid);
CREATE TABLE IF NOT EXISTS shop_member (
  id text PRIMARY KEY,
  session_hash text NOT NULL UNIQUE,
  delivery jsonb NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE shop_member ADD COLUMN IF NOT EXISTS joining_until timestamptz;
CREATE TABLE IF NOT EXISTS shop_membership_charge (
  merchant_uid text PRIMARY KEY,
  subscription_id text NOT NULL,
  member_id text NOT NULL REFERENCES shop_member,
  period integer NOT NULL CHECK (period > 0),
  amount bigint NOT NULL CHECK (amount > 0),
  state text NOT NULL CHECK (state IN ('paid', 'declined')),
  reason text,
  at timestamptz NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS shop_membership_period_paid ON shop_membership_charge (subscription_id, period)
  WHERE state = 'paid';
CREATE INDEX IF NOT EXISTS shop_membership_charge_of ON shop_membership_charge (member_id, at DESC);
`
