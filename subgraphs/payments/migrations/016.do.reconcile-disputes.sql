-- Disputes are looked for at the provider, too.
alter table reconciliation_differences
  drop constraint reconciliation_differences_kind_check,
  add constraint reconciliation_differences_kind_check check (kind in ('CHARGE_MISSING_HERE',
    'CHARGE_MISSING_THERE', 'CHARGE_AMOUNT', 'REFUND_MISSING_HERE', 'REFUND_MISSING_THERE',
    'REFUND_AMOUNT', 'DISPUTE_MISSING_HERE'));
