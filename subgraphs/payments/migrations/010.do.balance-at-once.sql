-- A transaction's entries are written by one statement and balance in it. Judging them from that
-- statement reads no table: under SERIALIZABLE, looking them up at commit met every other
-- transaction that wrote to the same page of the index.
drop trigger ledger_transactions_balanced on ledger_entries;
drop function require_balanced_transaction();

create function require_balanced_entries() returns trigger
language plpgsql as $$
begin
  if exists (
    select from entered group by transaction_id, unit having sum(amount) <> 0
  ) then
    raise exception 'the entries of a transaction do not balance'
      using errcode = 'check_violation', constraint = 'ledger_transactions_balanced';
  end if;
  return null;
end
$$;
create trigger ledger_transactions_balanced
after insert on ledger_entries
referencing new table as entered
for each statement execute function require_balanced_entries();
