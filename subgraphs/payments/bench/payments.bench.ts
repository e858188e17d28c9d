// The driver is corrected while it is loaded, so before anything that loads it by itself.
await import('../src/postgres-driver.ts');
await import('./measure-ledger.ts');
