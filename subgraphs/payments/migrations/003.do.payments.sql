-- A key of a principal has one request and one outcome. `reference` holds the ids reserved for the
-- request, so that whoever takes it up again after a crash goes on with the same ones.
create table idempotency_records (
  principal text not null,
  key text not null,
  operation text not null,
  request_hash text not null,
  reference text not null,
  outcome jsonb,
  claimed_by text not null,
  leased_until timestamptz not null,
  created_at timestamptz not null,
  primary key (principal, key)
);

create table payment_intents (
  id text primary key,
  user_id text not null,
  purpose text not null check (purpose in ('PAYMENT', 'MEMBERSHIP')),
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  description text,
  status text not null check (status in ('INITIATED', 'REQUIRES_ACTION', 'AUTHORIZED', 'CONFIRMED',
    'PARTIALLY_REFUNDED', 'REFUNDED', 'CANCELLED', 'EXPIRED', 'FAILED')),
  version integer not null,
  provider_intent_id text not null unique,
  client_secret text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  expires_at timestamptz
);
create index payment_intents_by_user on payment_intents (user_id, created_at desc, id desc);

-- Every state that a payment ever had, in order; written by the trigger below.
create table payment_transitions (
  payment_intent_id text not null references payment_intents (id),
  version integer not null,
  status text not null,
  at timestamptz not null,
  primary key (payment_intent_id, version)
);

create function payment_may_become(before text, after text) returns boolean
language sql immutable as $$
  select case before
    when 'INITIATED' then after in ('REQUIRES_ACTION', 'AUTHORIZED', 'CONFIRMED', 'CANCELLED', 'EXPIRED', 'FAILED')
    when 'REQUIRES_ACTION' then after in ('AUTHORIZED', 'CONFIRMED', 'CANCELLED', 'EXPIRED', 'FAILED')
    when 'AUTHORIZED' then after in ('CONFIRMED', 'CANCELLED', 'EXPIRED', 'FAILED')
    when 'CONFIRMED' then after in ('PARTIALLY_REFUNDED', 'REFUNDED')
    when 'PARTIALLY_REFUNDED' then after in ('REFUNDED')
    else false
  end
$$;

create function keep_payment_moving_forward() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if tg_op = 'UPDATE' then
    if new.status = old.status then
      return new;
    end if;
    if not payment_may_become(old.status, new.status) then
      raise exception 'a payment that is % never becomes %', old.status, new.status
        using errcode = 'check_violation', constraint = 'payment_moves_forward';
    end if;
    if new.version <> old.version + 1 then
      raise exception 'a payment changes its status with the next version'
        using errcode = 'check_violation', constraint = 'payment_moves_forward';
    end if;
  end if;
  insert into payment_transitions (payment_intent_id, version, status, at)
  values (new.id, new.version, new.status, new.updated_at);
  return new;
end
$$;
create trigger payment_moves_forward
after insert or update on payment_intents
for each row execute function keep_payment_moving_forward();

-- Invoice numbers have no gaps: the counter moves in the transaction that writes the invoice.
create table invoice_numbers (
  year integer primary key,
  last integer not null check (last > 0)
);

create table invoices (
  id text primary key,
  year integer not null,
  sequence integer not null,
  number text not null unique generated always as (year::text || '-' || lpad(sequence::text, 6, '0')) stored,
  user_id text not null,
  payment_intent_id text not null unique references payment_intents (id),
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  status text not null check (status in ('PENDING', 'PAID', 'REFUNDED')),
  issued_at timestamptz not null,
  unique (year, sequence)
);
create index invoices_by_user on invoices (user_id, issued_at desc, id desc);

create table webhook_events (
  id text primary key,
  type text not null,
  payload jsonb not null,
  received_at timestamptz not null
);

-- Refused deliveries, counted by the minute so that a flood of them stays a few rows.
create table webhook_rejections (
  minute timestamptz not null,
  reason text not null,
  count integer not null,
  last_body_sha256 text not null,
  primary key (minute, reason)
);
