-- Corrections of time credits: one person proposes, another one decides.
create table time_credit_adjustments (
  id text primary key,
  user_id text not null,
  minutes integer not null check (minutes <> 0),
  reason text not null,
  status text not null check (status in ('PROPOSED', 'APPROVED', 'REJECTED')),
  proposed_by text not null,
  proposed_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  constraint adjustments_need_two_persons
    check (proposed_by <> user_id and decided_by <> proposed_by and decided_by <> user_id),
  check ((status = 'PROPOSED') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null))
);
create index time_credit_adjustments_newest on time_credit_adjustments (proposed_at desc, id desc);

create function keep_adjustment_decided() returns trigger
language plpgsql as $$
begin
  if old.status <> 'PROPOSED' then
    raise exception 'an adjustment that is % stays so', old.status
      using errcode = 'check_violation', constraint = 'adjustment_decided_once';
  end if;
  return new;
end
$$;
create trigger adjustment_decided_once
before update on time_credit_adjustments
for each row execute function keep_adjustment_decided();

grant select, insert on time_credit_adjustments to skillswap_payments;
grant update (status, decided_by, decided_at) on time_credit_adjustments to skillswap_payments;

-- What finance reads: every movement of earned money, by what it was paid for.
create view revenue_movements as
select e.at, e.unit as currency, split_part(e.account_id, ':', 3) as purpose, t.kind,
  -e.amount as amount_minor
from ledger_entries e
join ledger_transactions t on t.id = e.transaction_id
where e.account_id like 'platform:revenue:%';

grant select on revenue_movements to skillswap_payments;
