import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a process and all that it has started use. */
export interface ProcessUsage {
  /** User and system time since they began. */
  readonly cpuMilliseconds: number;
  /** Resident memory now, in bytes. */
  readonly residentBytes: number;
}

/** Clock ticks a second, in which Linux counts a process's time. */
const ticks = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** Reads /proc; ended children are counted with their parents. */
export function readUsage(pid: number): ProcessUsage {
  const tree = treeOf(pid);
  return {
    cpuMilliseconds: tree.reduce((sum, { cpuTicks }) => sum + cpuTicks, 0) * (1_000 / ticks),
    residentBytes: tree.reduce((sum, process) => sum + residentBytes(process.pid), 0),
  };
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly cpuTicks: number;
}

function treeOf(root: number): readonly Process[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(readProcess);
  const belong = new Set([root]);
  for (let grown = 0; grown !== belong.size;) {
    grown = belong.size;
    for (const { pid, parent } of all) if (belong.has(parent)) belong.add(pid);
  }
  return all.filter(({ pid }) => belong.has(pid));
}

function readProcess(name: string): Process[] {
  const stat = read(`/proc/${name}/stat`);
  // The second field is the program's name in brackets and may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [parent, ...times] = [1, 11, 12, 13, 14].map((field) => Number(fields[field]));
  if (stat === '' || parent === undefined) return [];
  return [{ pid: Number(name), parent, cpuTicks: times.reduce((sum, time) => sum + time, 0) }];
}

function residentBytes(pid: number): number {
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${String(pid)}/status`)) ?? [];
  return Number(kilobytes) * 1_024;
}

/** Empty for a process that has just ended. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
