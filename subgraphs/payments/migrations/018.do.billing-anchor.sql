-- Whose day and time the ends of paid periods have, so that months of different lengths do not shift
-- them. During a trial that is its end.
alter table memberships add column billing_anchor timestamptz;

update memberships
set billing_anchor = case when payment_intent_id is null then current_period_end else current_period_start end
where current_period_end is not null;

alter table memberships add constraint memberships_have_an_anchor
check ((billing_anchor is null) = (current_period_end is null));
