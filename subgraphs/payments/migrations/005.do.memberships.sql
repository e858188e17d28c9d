create table memberships (
  id text primary key,
  user_id text not null,
  plan_code text not null references plans (code),
  payment_intent_id text not null unique references payment_intents (id),
  status text not null check (status in ('PENDING', 'ACTIVE', 'CANCEL_AT_PERIOD_END', 'PAST_DUE',
    'SUSPENDED', 'EXPIRED')),
  started_at timestamptz not null,
  current_period_end timestamptz,
  check (status in ('PENDING', 'EXPIRED') or current_period_end is not null)
);
create unique index memberships_one_live_per_user on memberships (user_id) where status <> 'EXPIRED';
create index memberships_by_user on memberships (user_id, started_at desc);

create function membership_may_become(before text, after text) returns boolean
language sql immutable as $$
  select case before
    when 'PENDING' then after in ('ACTIVE', 'EXPIRED')
    when 'ACTIVE' then after in ('PAST_DUE', 'CANCEL_AT_PERIOD_END', 'EXPIRED')
    when 'CANCEL_AT_PERIOD_END' then after in ('ACTIVE', 'EXPIRED')
    when 'PAST_DUE' then after in ('ACTIVE', 'SUSPENDED', 'EXPIRED')
    when 'SUSPENDED' then after in ('ACTIVE', 'EXPIRED')
    else false
  end
$$;

create function keep_membership_in_order() returns trigger
language plpgsql as $$
begin
  if new.status <> old.status and not membership_may_become(old.status, new.status) then
    raise exception 'a membership that is % never becomes %', old.status, new.status
      using errcode = 'check_violation', constraint = 'membership_in_order';
  end if;
  return new;
end
$$;
create trigger membership_in_order
before update on memberships
for each row execute function keep_membership_in_order();

-- What a member may do beyond what is free, until when, and by which membership.
create table entitlements (
  membership_id text not null references memberships (id),
  user_id text not null,
  entitlement text not null,
  valid_until timestamptz not null,
  primary key (membership_id, entitlement)
);
create index entitlements_by_user on entitlements (user_id);

-- Counts each member's changes, so that those who project them can tell old from new.
create table member_versions (
  user_id text primary key,
  version integer not null
);
