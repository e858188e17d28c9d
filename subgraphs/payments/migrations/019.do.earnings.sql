-- Sessions that were held, as the sessions subgraph tells of them: who taught whom. The ledger knows
-- those of before, whose minutes have moved.
create table held_sessions (
  session_id text primary key,
  teacher_id text not null,
  learner_id text not null,
  check (teacher_id <> learner_id)
);
insert into held_sessions (session_id, teacher_id, learner_id)
select t.session_id, teacher.owner_id, learner.owner_id
from ledger_transactions t
join ledger_entries taught on taught.transaction_id = t.id and taught.amount > 0
join ledger_accounts teacher on teacher.id = taught.account_id
join ledger_entries learned on learned.transaction_id = t.id and learned.amount < 0
join ledger_accounts learner on learner.id = learned.account_id
where t.kind = 'SESSION_DONE' and t.session_id is not null;

-- A payment for a held session goes to its teacher. What is kept of it, in hundredths of a percent,
-- is what held when the payment was begun.
alter table payment_intents
  add column session_id text,
  add column teacher_id text,
  add column commission_basis_points integer
    check (commission_basis_points between 0 and 10000),
  add constraint payment_intents_whole_lessons check (
    num_nulls(session_id, teacher_id, commission_basis_points) in (0, 3)
    and (session_id is null or (purpose = 'PAYMENT' and teacher_id <> user_id)));
-- A session is paid for once, unless that came to nothing or was given back.
create unique index payment_intents_one_live_per_session on payment_intents (session_id)
where session_id is not null
  and status in ('INITIATED', 'REQUIRES_ACTION', 'AUTHORIZED', 'CONFIRMED', 'PARTIALLY_REFUNDED');

-- What a person is owed stands below zero, and at most at it: nothing takes more out than is in. Only
-- what takes back what was given may, and then what comes in fills the account first.
alter table ledger_accounts add column maximum bigint;

create function takes_back(kind text) returns boolean
language sql immutable as $$
  select kind in ('PAYMENT_REFUNDED', 'DISPUTE_LOST')
$$;

create or replace function apply_ledger_entries() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  moved record;
  is_above boolean;
begin
  if exists (
    select from entered group by transaction_id, unit having sum(amount) <> 0
  ) then
    raise exception 'the entries of a transaction do not balance'
      using errcode = 'check_violation', constraint = 'ledger_transactions_balanced';
  end if;
  -- In one order everywhere, so that two postings never wait for each other.
  for moved in
    select account_id, unit, sum(amount)::bigint as amount, count(*)::integer as entries
    from entered
    group by account_id, unit
    order by account_id, unit
  loop
    update ledger_accounts
    set balance = balance + moved.amount, version = version + moved.entries
    where id = moved.account_id and unit = moved.unit
    returning balance > maximum into is_above;
    if not found then
      raise exception 'account % does not hold %', moved.account_id, moved.unit
        using errcode = 'check_violation';
    end if;
    if is_above and moved.amount > 0 and exists (
      select from entered e join ledger_transactions t on t.id = e.transaction_id
      where e.account_id = moved.account_id and not takes_back(t.kind)
    ) then
      raise exception 'account % would rise above its maximum', moved.account_id
        using errcode = 'check_violation', constraint = 'ledger_accounts_maximum';
    end if;
  end loop;
  return null;
end
$$;

drop function post_to_ledger(text, text, text, text, text, timestamptz, text[], text[], text[],
  text[], bigint[], bigint[]);
create function post_to_ledger(
  transaction_id text, reference text, kind text, payment_intent_id text, session_id text,
  at timestamptz, entry_ids text[], account_ids text[], units text[], owner_ids text[],
  minimums bigint[], amounts bigint[], maximums bigint[] default null
) returns setof ledger_accounts
language plpgsql as $$
#variable_conflict use_column
begin
  insert into ledger_transactions (id, reference, kind, payment_intent_id, session_id, at)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (reference) do nothing;
  if not found then
    return;
  end if;
  insert into ledger_accounts (id, unit, owner_id, minimum, maximum)
  select account.id, account.unit, account.owner_id, account.minimum, account.maximum
  from unnest($8, $9, $10, $11, $13) as account (id, unit, owner_id, minimum, maximum)
  where not exists (select from ledger_accounts known where known.id = account.id)
  on conflict (id) do nothing;
  insert into ledger_entries (id, transaction_id, account_id, unit, amount, at)
  select entry.id, $1, entry.account_id, entry.unit, entry.amount, $6
  from unnest($7, $8, $9, $12) as entry (id, account_id, unit, amount);
  return query select * from ledger_accounts where id = any($8);
end
$$;

grant select, insert on held_sessions to skillswap_payments;
