-- Double entry. A unit is a currency or MINUTES; amounts are signed, in minor units.
create table ledger_accounts (
  id text primary key,
  unit text not null check (unit ~ '^[A-Z]{3}$' or unit = 'MINUTES'),
  owner_id text,
  opening bigint not null default 0,
  balance bigint not null default 0,
  minimum bigint,
  version integer not null default 0,
  constraint ledger_accounts_minimum check (minimum is null or balance >= minimum)
);

create table ledger_transactions (
  id text primary key,
  reference text not null unique,
  kind text not null,
  payment_intent_id text references payment_intents (id),
  session_id text,
  at timestamptz not null
);
create index ledger_transactions_by_payment on ledger_transactions (payment_intent_id);

create table ledger_entries (
  id text not null,
  transaction_id text not null references ledger_transactions (id),
  account_id text not null references ledger_accounts (id),
  unit text not null,
  amount bigint not null check (amount <> 0),
  at timestamptz not null,
  primary key (id, at)
) partition by range (at);
create index ledger_entries_by_account on ledger_entries (account_id, at desc, id desc);
create index ledger_entries_by_transaction on ledger_entries (transaction_id);

create function refuse_ledger_change() returns trigger
language plpgsql as $$
begin
  raise exception 'the ledger is append-only' using errcode = 'insufficient_privilege';
end
$$;

-- An entry moves its account's balance; nothing else does.
create function apply_ledger_entry() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  update ledger_accounts
  set balance = balance + new.amount, version = version + 1
  where id = new.account_id and unit = new.unit;
  if not found then
    raise exception 'account % does not hold %', new.account_id, new.unit
      using errcode = 'check_violation';
  end if;
  return null;
end
$$;

create function require_balanced_transaction() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if exists (
    select from ledger_entries
    where transaction_id = new.transaction_id
    group by unit
    having sum(amount) <> 0
  ) then
    raise exception 'the entries of transaction % do not balance', new.transaction_id
      using errcode = 'check_violation', constraint = 'ledger_transactions_balanced';
  end if;
  return null;
end
$$;

create trigger ledger_entries_append_only
before update or delete on ledger_entries
for each row execute function refuse_ledger_change();
create trigger ledger_entries_never_truncated
before truncate on ledger_entries
for each statement execute function refuse_ledger_change();
create trigger ledger_transactions_append_only
before update or delete on ledger_transactions
for each row execute function refuse_ledger_change();
create trigger ledger_transactions_never_truncated
before truncate on ledger_transactions
for each statement execute function refuse_ledger_change();
create trigger ledger_entries_move_balances
after insert on ledger_entries
for each row execute function apply_ledger_entry();
create constraint trigger ledger_transactions_balanced
after insert on ledger_entries
deferrable initially deferred
for each row execute function require_balanced_transaction();

-- Entries whose month nobody has prepared are kept too.
create table ledger_entries_default partition of ledger_entries default;
create trigger never_truncated
before truncate on ledger_entries_default
for each statement execute function refuse_ledger_change();

create function ensure_ledger_partition(day date) returns void
language plpgsql security definer set search_path from current as $$
declare
  month timestamp := date_trunc('month', day);
  lower timestamptz := month at time zone 'UTC';
  upper timestamptz := (month + interval '1 month') at time zone 'UTC';
  partition text := 'ledger_entries_' || to_char(month, 'YYYY_MM');
begin
  perform pg_advisory_xact_lock(hashtext(current_schema() || '.ledger_entries'));
  if to_regclass(partition) is not null
    or exists (select from ledger_entries_default where at >= lower and at < upper) then
    return;
  end if;
  execute format('create table %I partition of ledger_entries for values from (%L) to (%L)', partition, lower, upper);
  execute format('create trigger never_truncated before truncate on %I for each statement execute function refuse_ledger_change()', partition);
end
$$;
