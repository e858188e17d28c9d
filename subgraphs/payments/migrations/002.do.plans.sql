create table plans (
  code text primary key,
  name text not null,
  price_minor bigint not null check (price_minor > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  period text not null check (period in ('MONTH', 'YEAR')),
  entitlements text[] not null,
  position integer not null unique
);

insert into plans (code, name, price_minor, currency, period, entitlements, position)
values
  ('PREMIUM_MONTH', 'Premium, monthly', 999, 'EUR', 'MONTH',
   '{UNLIMITED_LEARN_SKILLS,PRIORITY_MATCHING}', 1),
  ('PREMIUM_YEAR', 'Premium, yearly', 9900, 'EUR', 'YEAR',
   '{UNLIMITED_LEARN_SKILLS,PRIORITY_MATCHING}', 2),
  ('VIP_MONTH', 'VIP, monthly', 1999, 'EUR', 'MONTH',
   '{UNLIMITED_LEARN_SKILLS,PRIORITY_MATCHING,HUMAN_MENTOR,TRANSLATION}', 3),
  ('VIP_YEAR', 'VIP, yearly', 19900, 'EUR', 'YEAR',
   '{UNLIMITED_LEARN_SKILLS,PRIORITY_MATCHING,HUMAN_MENTOR,TRANSLATION}', 4);
