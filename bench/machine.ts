import { cpus, totalmem } from 'node:os';

/** One sentence on where and when something was measured, without which figures mean nothing. */
export function describeMachine(): string {
  const cores = cpus();
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB`;
  const date = new Date().toISOString().slice(0, 10);
  const model = cores[0]?.model ?? 'unknown processors';
  return `Measured on ${date}: ${String(cores.length)} cores (${model}), ${memory}, Node ${process.version}, ${process.platform}.`;
}
