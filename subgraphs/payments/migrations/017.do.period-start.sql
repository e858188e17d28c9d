-- When the paid period or the trial began: not always a month before its end, as months differ.
alter table memberships add column current_period_start timestamptz;

update memberships m
set current_period_start = case
  when m.payment_intent_id is null then m.started_at
  when p.period = 'MONTH' then m.current_period_end - interval '1 month'
  else m.current_period_end - interval '1 year'
end
from plans p
where p.code = m.plan_code and m.current_period_end is not null;

alter table memberships add constraint memberships_have_whole_periods
check ((current_period_start is null) = (current_period_end is null));
