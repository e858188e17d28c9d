-- Events out, events in, and timed work.
create table outbox (
  id text primary key,
  type text not null,
  payload jsonb not null,
  at timestamptz not null,
  published_at timestamptz
);
create index outbox_unpublished on outbox (id) where published_at is null;
create index outbox_published on outbox (published_at) where published_at is not null;

create table inbox (
  id text primary key,
  at timestamptz not null
);

create table due_work (
  key text primary key,
  kind text not null,
  due_at timestamptz not null,
  payload jsonb not null,
  leased_until timestamptz not null
);
create index due_work_by_due_at on due_work (due_at);
