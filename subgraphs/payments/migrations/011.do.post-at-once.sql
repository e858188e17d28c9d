-- A transaction is posted by one statement: its accounts are held for one journey to the server
-- instead of four. Its entries are judged, and its balances moved, by one trigger.
drop trigger ledger_entries_move_balances on ledger_entries;
drop trigger ledger_transactions_balanced on ledger_entries;
drop function apply_ledger_entry();
drop function require_balanced_entries();

-- Room beside each row, so that a new balance stays on its page and no index is written.
alter table ledger_accounts set (fillfactor = 50);

-- Entries move their accounts' balances; nothing else does.
create function apply_ledger_entries() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  moved record;
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
    where id = moved.account_id and unit = moved.unit;
    if not found then
      raise exception 'account % does not hold %', moved.account_id, moved.unit
        using errcode = 'check_violation';
    end if;
  end loop;
  return null;
end
$$;
create trigger ledger_entries_apply
after insert on ledger_entries
referencing new table as entered
for each statement execute function apply_ledger_entries();

-- Posts a transaction and answers its accounts as they then are; nothing when its reference was
-- posted before. An account that is not there yet is opened. Those that are must not be touched: an
-- insertion that meets a row which another transaction has just moved is a conflict, though it does
-- nothing.
create function post_to_ledger(
  transaction_id text, reference text, kind text, payment_intent_id text, session_id text,
  at timestamptz, entry_ids text[], account_ids text[], units text[], owner_ids text[],
  minimums bigint[], amounts bigint[]
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
  insert into ledger_accounts (id, unit, owner_id, minimum)
  select account.id, account.unit, account.owner_id, account.minimum
  from unnest($8, $9, $10, $11) as account (id, unit, owner_id, minimum)
  where not exists (select from ledger_accounts known where known.id = account.id)
  on conflict (id) do nothing;
  insert into ledger_entries (id, transaction_id, account_id, unit, amount, at)
  select entry.id, $1, entry.account_id, entry.unit, entry.amount, $6
  from unnest($7, $8, $9, $12) as entry (id, account_id, unit, amount);
  return query select * from ledger_accounts where id = any($8);
end
$$;
