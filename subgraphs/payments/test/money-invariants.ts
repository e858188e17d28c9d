import type { Sql } from 'postgres';

/** What must hold after any fault: each query finds what breaks its rule. */
const invariants: Readonly<Record<string, string>> = {
  'the entries of a transaction sum to zero in each unit': `
    select transaction_id, unit from ledger_entries
    group by transaction_id, unit having sum(amount) <> 0`,
  'the entries of a unit sum to zero': `
    select unit from ledger_entries group by unit having sum(amount) <> 0`,
  'the entries of a payment sum to zero': `
    select t.payment_intent_id from ledger_entries e join ledger_transactions t on t.id = e.transaction_id
    where t.payment_intent_id is not null
    group by t.payment_intent_id, e.unit having sum(e.amount) <> 0`,
  'a transaction has entries': `
    select id from ledger_transactions t
    where not exists (select from ledger_entries where transaction_id = t.id)`,
  'a balance is its opening and its entries': `
    select a.id from ledger_accounts a left join ledger_entries e on e.account_id = a.id
    group by a.id, a.opening, a.balance having a.balance <> a.opening + coalesce(sum(e.amount), 0)`,
  'no balance is below its minimum': `
    select id from ledger_accounts where balance < minimum`,
  'a payment that was charged has one invoice, one posting and one event': `
    select p.id from payment_intents p
    where p.status in ('CONFIRMED', 'PARTIALLY_REFUNDED', 'REFUNDED') and (
      (select count(*) from invoices where payment_intent_id = p.id and amount_minor = p.amount_minor) <> 1
      or (select count(*) from ledger_transactions where payment_intent_id = p.id) < 1
      or (select count(*) from outbox where type = 'payment.confirmed' and payload ->> 'paymentIntentId' = p.id) <> 1)`,
  'a payment that was not charged has none of them': `
    select p.id from payment_intents p
    where p.status not in ('CONFIRMED', 'PARTIALLY_REFUNDED', 'REFUNDED') and (
      exists (select from invoices where payment_intent_id = p.id)
      or exists (select from ledger_transactions where payment_intent_id = p.id))`,
  'invoice numbers have no gaps': `
    select year from invoices group by year having max(sequence) <> count(*)`,
  'credit note numbers have no gaps': `
    select year from credit_notes group by year having max(sequence) <> count(*)`,
  'a refund that succeeded has one credit note, one posting and one event, and no other has any': `
    select r.id from refunds r
    cross join lateral (select case r.status when 'SUCCEEDED' then 1 else 0 end as times) due
    where (select count(*) from credit_notes where refund_id = r.id and amount_minor = r.amount_minor) <> due.times
      or (select count(*) from ledger_transactions where reference = 'refund:' || r.id || ':succeeded') <> due.times
      or (select count(*) from outbox where type = 'payment.refunded' and payload ->> 'refundId' = r.id) <> due.times`,
  'a payment and its invoice say how much was given back': `
    select p.id from payment_intents p
    left join invoices i on i.payment_intent_id = p.id
    cross join lateral (
      select coalesce(sum(amount_minor) filter (where status = 'SUCCEEDED'), 0) as given,
        coalesce(sum(amount_minor) filter (where status <> 'FAILED'), 0) as reserved
      from refunds where payment_intent_id = p.id
    ) back
    where back.reserved > p.amount_minor
      or (p.status = 'REFUNDED') <> (back.given = p.amount_minor)
      or (p.status = 'PARTIALLY_REFUNDED') <> (back.given > 0 and back.given < p.amount_minor)
      or (i.id is not null and (i.status = 'REFUNDED') <> (p.status = 'REFUNDED'))`,
  'a dispute has the postings of its state, each once': `
    select d.id from disputes d
    cross join lateral (
      select count(*) filter (where t.kind = 'DISPUTE_OPENED') as opened,
        count(*) filter (where t.kind = 'DISPUTE_LOST') as lost,
        count(*) filter (where t.kind = 'DISPUTE_WON') as won
      from ledger_transactions t where t.reference like 'dispute:' || d.id || ':%'
    ) posted
    where posted.opened <> case when d.status in ('INQUIRY', 'CLOSED') then 0 else 1 end
      or (d.status = 'LOST' and (posted.lost <> 1 or posted.won <> 0))
      or (d.status = 'WON' and (posted.lost > 1 or posted.won <> 1))
      or (d.status not in ('LOST', 'WON') and (posted.lost > 0 or posted.won > 0))`,
  'what is disputed stands in its account': `
    select a.id from ledger_accounts a
    left join disputes d on d.currency = a.unit and d.status in ('NEEDS_RESPONSE', 'UNDER_REVIEW')
    where a.id like 'platform:disputed:%'
    group by a.id, a.balance having a.balance <> coalesce(sum(d.amount_minor), 0)`,
  'what was lost is borne by the platform, and by teachers for what they were given': `
    select d.id from disputes d
    join ledger_transactions t on t.payment_intent_id = d.payment_intent_id
    join ledger_entries e on e.transaction_id = t.id
    where t.reference like 'dispute:' || d.id || ':%'
      and (e.account_id like 'platform:losses:%' or e.account_id like 'payable:%')
    group by d.id, d.status, d.amount_minor
    having sum(e.amount) <> case d.status when 'LOST' then d.amount_minor else 0 end`,
  'a teacher has their share of a payment for their session less what went back of it': `
    select p.id from payment_intents p
    cross join lateral (
      select least(p.amount_minor,
        coalesce((select sum(amount_minor) from refunds
          where payment_intent_id = p.id and status = 'SUCCEEDED'), 0)
        + coalesce((select sum(amount_minor) from disputes
          where payment_intent_id = p.id and status = 'LOST'), 0)) as amount,
        p.amount_minor * (10000 - coalesce(p.commission_basis_points, 10000)) / 10000 as share
    ) back
    cross join lateral (
      select coalesce(-sum(e.amount), 0) as owed,
        count(*) filter (where e.account_id is distinct from 'payable:' || p.teacher_id || ':' || p.currency) as strange
      from ledger_entries e join ledger_transactions t on t.id = e.transaction_id
      where t.payment_intent_id = p.id and e.account_id like 'payable:%'
    ) given
    where given.strange > 0 or given.owed <>
      case when p.status in ('CONFIRMED', 'PARTIALLY_REFUNDED', 'REFUNDED')
        then back.share - floor(back.amount * back.share / p.amount_minor) else 0 end`,
  'a commission is what a teacher is not given': `
    select t.id from ledger_transactions t
    join payment_intents p on p.id = t.payment_intent_id and p.session_id is not null
    join ledger_entries e on e.transaction_id = t.id
    where t.kind = 'PAYMENT_CONFIRMED'
    group by t.id, p.amount_minor, p.commission_basis_points
    having coalesce(-sum(e.amount) filter (where e.account_id like 'platform:revenue:commission:%'), 0)
      <> p.amount_minor - p.amount_minor * (10000 - p.commission_basis_points) / 10000`,
  'an account is above its maximum by no more than was taken back': `
    select a.id from ledger_accounts a
    left join ledger_entries e on e.account_id = a.id and e.amount > 0
    left join ledger_transactions t on t.id = e.transaction_id and takes_back(t.kind)
    group by a.id, a.balance, a.maximum
    having a.balance > a.maximum
      and a.balance - a.maximum > coalesce(sum(e.amount) filter (where t.id is not null), 0)`,
  'what somebody is owed is what they were given less what was paid out': `
    select a.id from ledger_accounts a
    join ledger_entries e on e.account_id = a.id
    join ledger_transactions t on t.id = e.transaction_id
    where a.id like 'payable:%' and t.payment_intent_id is null
    group by a.id, a.owner_id, a.unit
    having sum(e.amount) <> coalesce((select sum(amount_minor) from payouts
      where user_id = a.owner_id and currency = a.unit and status <> 'FAILED'), 0)`,
  'what is on its way to people stands in its account': `
    select a.id from ledger_accounts a
    left join payouts p on p.currency = a.unit and p.status = 'REQUESTED'
    where a.id like 'platform:payouts:%'
    group by a.id, a.balance having a.balance <> -coalesce(sum(p.amount_minor), 0)`,
  'a payout has the postings of its state, each once': `
    select p.id from payouts p
    left join ledger_transactions t on t.reference like 'payout:' || p.id || ':%'
    group by p.id, p.status
    having count(*) filter (where t.kind = 'PAYOUT_REQUESTED') <> 1
      or count(*) filter (where t.kind = 'PAYOUT_SENT') <> case p.status when 'SENT' then 1 else 0 end
      or count(*) filter (where t.kind = 'PAYOUT_FAILED') <> case p.status when 'FAILED' then 1 else 0 end`,
  'a session is paid for once': `
    select session_id from payment_intents
    where session_id is not null
      and status in ('INITIATED', 'REQUIRES_ACTION', 'AUTHORIZED', 'CONFIRMED', 'PARTIALLY_REFUNDED')
    group by session_id having count(*) > 1`,
  'a session is paid for by who learned in it to who taught it': `
    select p.id from payment_intents p
    left join held_sessions h on h.session_id = p.session_id
    where p.session_id is not null
      and (h.learner_id is distinct from p.user_id or h.teacher_id is distinct from p.teacher_id)`,
  'the states of a payment follow each other forward': `
    select payment_intent_id from (
      select payment_intent_id, version, status,
        lag(status) over chain as before, lag(version) over chain as before_version
      from payment_transitions window chain as (partition by payment_intent_id order by version)
    ) step
    where before is not null
      and (not payment_may_become(before, status) or version <> before_version + 1)`,
  'a payment is in the last of its states': `
    select p.id from payment_intents p
    join payment_transitions t on t.payment_intent_id = p.id and t.version = p.version
    where t.status <> p.status
      or p.version <> (select max(version) from payment_transitions where payment_intent_id = p.id)`,
  'a person has at most one live membership': `
    select user_id from memberships where status <> 'EXPIRED' group by user_id having count(*) > 1`,
  'a membership in force was paid, or is tried': `
    select m.id from memberships m
    left join payment_intents p on p.id = m.payment_intent_id
    where m.status in ('ACTIVE', 'CANCEL_AT_PERIOD_END', 'PAST_DUE')
      and (case when p.id is null then m.trial_ends_at is null
           else p.status not in ('CONFIRMED', 'PARTIALLY_REFUNDED') end)`,
  'a membership entitles to what its plan gives while it is in force, and to nothing else': `
    select m.id from memberships m
    join plans pl on pl.code = m.plan_code
    where (select coalesce(array_agg(entitlement order by entitlement), '{}') from entitlements e
           where e.membership_id = m.id)
      <> case when m.status in ('ACTIVE', 'CANCEL_AT_PERIOD_END', 'PAST_DUE')
           then array(select unnest(pl.entitlements) order by 1) else '{}' end`,
  'a period is paid once': `
    select membership_id from membership_charges c
    join payment_intents p on p.id = c.payment_intent_id
    where c.kind = 'RENEWAL' and p.status in ('CONFIRMED', 'PARTIALLY_REFUNDED')
    group by membership_id, period_start having count(*) > 1`,
  'a payment of a membership says what it buys, at its price': `
    select p.id from payment_intents p
    left join membership_charges c on c.payment_intent_id = p.id
    where (p.purpose = 'MEMBERSHIP') <> (c.payment_intent_id is not null)
      or c.amount_minor <> p.amount_minor or c.currency <> p.currency`,
  'a key has one outcome': `
    select principal, key from idempotency_records group by principal, key having count(*) > 1`,
  'a session moves its minutes once': `
    select session_id from ledger_transactions
    where session_id is not null group by session_id having count(*) > 1`,
};

/** The rules that are broken, with the first offenders; empty when all hold. */
export async function brokenInvariants(sql: Sql): Promise<Record<string, unknown>> {
  const broken: Record<string, unknown> = {};
  for (const [rule, query] of Object.entries(invariants)) {
    const offenders = await sql.unsafe(`${query} limit 5`);
    if (offenders.length > 0) broken[rule] = [...offenders];
  }
  return broken;
}
