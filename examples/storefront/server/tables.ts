/**
 * The shop's own tables, beside the kit's. What must never happen twice is a constraint here and not only a habit of the
 * code: one parcel for an order, one refund in flight, no stock below zero.
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
  amount bigint NOT NULL CHECK (amount > 0),
  counts jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('asked', 'done')),
  asked_by text NOT NULL CHECK (asked_by IN ('customer', 'admin', 'elsewhere')),
  event_key text,
  at timestamptz NOT NULL DEFAULT now(),
  CHECK ((state = 'done') = (event_key IS NOT NULL)),
  UNIQUE (merchant_uid, event_key)
);
CREATE UNIQUE INDEX IF NOT EXISTS shop_refund_one_in_flight ON shop_refund (merchant_uid) WHERE state = 'asked';
CREATE TABLE IF NOT EXISTS shop_misfit (
  imp_uid text PRIMARY KEY,
  merchant_uid text NOT NULL,
  flag text NOT NULL,
  amount bigint NOT NULL,
  currency text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  returned_at timestamptz
);
CREATE INDEX IF NOT EXISTS shop_misfit_order ON shop_misfit (merchant_uid);
`
