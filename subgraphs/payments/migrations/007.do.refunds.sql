create table refunds (
  id text primary key,
  payment_intent_id text not null references payment_intents (id),
  provider_refund_id text unique,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  reason text,
  status text not null check (status in ('PENDING', 'SUCCEEDED', 'FAILED')),
  -- Who asked for it; null when it was made at the provider.
  requested_by text,
  created_at timestamptz not null
);
create index refunds_by_payment on refunds (payment_intent_id, created_at, id);

create function keep_refund_moving_forward() returns trigger
language plpgsql as $$
begin
  if new.status <> old.status and old.status <> 'PENDING' then
    raise exception 'a refund that is % never becomes %', old.status, new.status
      using errcode = 'check_violation', constraint = 'refund_moves_forward';
  end if;
  return new;
end
$$;
create trigger refund_moves_forward
before update on refunds
for each row execute function keep_refund_moving_forward();

-- Credit note numbers have no gaps, like those of invoices, and are a sequence of their own.
create table credit_note_numbers (
  year integer primary key,
  last integer not null check (last > 0)
);

create table credit_notes (
  id text primary key,
  year integer not null,
  sequence integer not null,
  number text not null unique
    generated always as ('CN-' || year::text || '-' || lpad(sequence::text, 6, '0')) stored,
  invoice_id text not null references invoices (id),
  refund_id text not null unique references refunds (id),
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  issued_at timestamptz not null,
  unique (year, sequence)
);

grant select, insert on refunds, credit_notes to skillswap_payments;
grant update (status, provider_refund_id) on refunds to skillswap_payments;
grant select, insert, update on credit_note_numbers to skillswap_payments;
