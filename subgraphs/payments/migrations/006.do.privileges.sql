-- The subgraph works as this role: it can append to the ledger and neither change nor delete there.
do $$
begin
  if not exists (select from pg_roles where rolname = 'skillswap_payments') then
    create role skillswap_payments nologin;
  end if;
  execute format('grant skillswap_payments to %I', current_user);
  execute format('grant usage on schema %I to skillswap_payments', current_schema());
end
$$;

grant select, insert, update, delete on outbox, inbox, due_work, entitlements to skillswap_payments;
grant select on plans, payment_transitions to skillswap_payments;
grant select, insert, update on idempotency_records, payment_intents, invoice_numbers,
  memberships, member_versions, webhook_rejections to skillswap_payments;
grant select, insert on webhook_events, ledger_accounts, ledger_transactions, ledger_entries
  to skillswap_payments;
grant select, insert on invoices to skillswap_payments;
grant update (status) on invoices to skillswap_payments;
grant execute on function ensure_ledger_partition(date) to skillswap_payments;
