-- Charges that their payer's bank takes back, until it has decided for one side.
create table disputes (
  id text primary key,
  payment_intent_id text not null references payment_intents (id),
  provider_dispute_id text not null unique,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  reason text not null,
  status text not null check (status in ('INQUIRY', 'NEEDS_RESPONSE', 'UNDER_REVIEW', 'CLOSED',
    'LOST', 'WON')),
  evidence_due_at timestamptz,
  opened_at timestamptz not null,
  updated_at timestamptz not null
);
create index disputes_newest on disputes (opened_at desc, id desc);
create index disputes_by_payment on disputes (payment_intent_id);

-- What was lost may be won on appeal; nothing else ever goes back.
create function dispute_may_become(before text, after text) returns boolean
language sql immutable as $$
  select case before
    when 'INQUIRY' then after in ('NEEDS_RESPONSE', 'UNDER_REVIEW', 'CLOSED', 'LOST', 'WON')
    when 'NEEDS_RESPONSE' then after in ('UNDER_REVIEW', 'LOST', 'WON')
    when 'UNDER_REVIEW' then after in ('LOST', 'WON')
    when 'LOST' then after = 'WON'
    else false
  end
$$;

create function keep_dispute_moving_forward() returns trigger
language plpgsql as $$
begin
  if new.status <> old.status and not dispute_may_become(old.status, new.status) then
    raise exception 'a dispute that is % never becomes %', old.status, new.status
      using errcode = 'check_violation', constraint = 'dispute_moves_forward';
  end if;
  return new;
end
$$;
create trigger dispute_moves_forward
before update on disputes
for each row execute function keep_dispute_moving_forward();

grant select, insert on disputes to skillswap_payments;
grant update (status, evidence_due_at, updated_at) on disputes to skillswap_payments;
