-- Where the provider sends what somebody is owed: the account that it has opened for them after it
-- checked who they are.
create table payout_accounts (
  user_id text primary key,
  provider_account text not null unique,
  entered_by text not null,
  entered_at timestamptz not null,
  check (entered_by <> user_id)
);

create table payouts (
  id text primary key,
  user_id text not null,
  -- As it was when the payout was asked for.
  provider_account text not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  status text not null check (status in ('REQUESTED', 'SENT', 'FAILED')),
  provider_payout_id text unique,
  requested_by text not null check (requested_by <> user_id),
  requested_at timestamptz not null,
  settled_at timestamptz,
  check ((status = 'REQUESTED') = (settled_at is null)),
  check ((status = 'SENT') = (provider_payout_id is not null))
);
create index payouts_newest on payouts (requested_at desc, id desc);

create function keep_payout_settled() returns trigger
language plpgsql as $$
begin
  if old.status <> 'REQUESTED' then
    raise exception 'a payout that is % stays so', old.status
      using errcode = 'check_violation', constraint = 'payout_settled_once';
  end if;
  return new;
end
$$;
create trigger payout_settled_once
before update on payouts
for each row execute function keep_payout_settled();

grant select, insert, update on payout_accounts to skillswap_payments;
grant select, insert on payouts to skillswap_payments;
grant update (status, provider_payout_id, settled_at) on payouts to skillswap_payments;
