-- What comparing our books with the provider's found.
create table reconciliations (
  id text primary key,
  -- The span, in the provider's time.
  from_at timestamptz not null,
  to_at timestamptz not null,
  charges integer not null,
  refunds integer not null,
  finished_at timestamptz not null,
  check (from_at < to_at)
);
create index reconciliations_newest on reconciliations (finished_at desc, id desc);

create table reconciliation_differences (
  id text primary key,
  reconciliation_id text not null references reconciliations (id),
  place integer not null,
  kind text not null check (kind in ('CHARGE_MISSING_HERE', 'CHARGE_MISSING_THERE', 'CHARGE_AMOUNT',
    'REFUND_MISSING_HERE', 'REFUND_MISSING_THERE', 'REFUND_AMOUNT')),
  provider_reference text not null,
  payment_intent_id text references payment_intents (id),
  refund_id text references refunds (id),
  here_minor bigint,
  there_minor bigint,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  is_mended boolean not null,
  unique (reconciliation_id, place)
);

grant select, insert on reconciliations, reconciliation_differences to skillswap_payments;
