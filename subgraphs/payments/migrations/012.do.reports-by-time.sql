-- Reports are applied again by the time at which they came.
create index webhook_events_by_time on webhook_events (received_at, id);
