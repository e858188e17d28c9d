-- A membership's whole life: trial, renewals, changes of plan, and what is owed.
alter table plans
  add column trial_days integer not null default 14 check (trial_days >= 0);

alter table memberships
  -- Null until something was paid, as during a trial.
  alter column payment_intent_id drop not null,
  add column trial_ends_at timestamptz,
  -- Takes the plan's place with the next period.
  add column next_plan_code text references plans (code),
  -- What renewals are charged to, as the provider names it.
  add column payment_method text,
  -- Until when it stays in force although its renewal is owed.
  add column grace_ends_at timestamptz,
  add constraint memberships_have_begun
    check (payment_intent_id is not null or trial_ends_at is not null),
  add constraint memberships_grace check ((status = 'PAST_DUE') = (grace_ends_at is not null));
create unique index memberships_one_trial_per_user on memberships (user_id)
where trial_ends_at is not null;

-- What a payment of a membership buys. It is written before the provider hears of the payment, so
-- that a renewal which broke off is taken up with the same payment.
create table membership_charges (
  payment_intent_id text primary key,
  membership_id text not null references memberships (id),
  kind text not null check (kind in ('START', 'RENEWAL', 'UPGRADE')),
  plan_code text not null references plans (code),
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- Of a renewal: the end of the period that it goes on from. Of an upgrade: when it was asked for.
  period_start timestamptz not null,
  -- Of an upgrade: until when it is paid.
  period_end timestamptz,
  -- How often the provider has declined it.
  attempts integer not null default 0,
  check ((kind = 'UPGRADE') = (period_end is not null))
);
create unique index membership_charges_one_renewal on membership_charges (membership_id, period_start)
where kind = 'RENEWAL';
create index membership_charges_by_membership on membership_charges (membership_id);

insert into membership_charges (payment_intent_id, membership_id, kind, plan_code, amount_minor,
  currency, period_start)
select m.payment_intent_id, m.id, 'START', m.plan_code, p.amount_minor, p.currency, m.started_at
from memberships m
join payment_intents p on p.id = m.payment_intent_id;

-- Who somebody is at the payment provider.
create table payers (
  user_id text primary key,
  provider_customer_id text not null unique
);

grant select, insert, update on membership_charges to skillswap_payments;
grant select, insert on payers to skillswap_payments;
