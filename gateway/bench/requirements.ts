/** How many times as many requests this gateway answers with a second of CPU as another one. */
export interface Requirement {
  readonly workload: string;
  readonly candidate: string;
  readonly atLeast: number;
}

/** What this gateway is to reach. */
export const requirements: readonly Requirement[] = [
  { workload: 'heavy', candidate: 'apollo', atLeast: 10 },
  { workload: 'heavy', candidate: 'hive-rust', atLeast: 4 },
  { workload: 'heavy', candidate: 'hive-router', atLeast: 0.65 },
  { workload: 'identical', candidate: 'apollo', atLeast: 100 },
  { workload: 'identical', candidate: 'hive-router', atLeast: 0.85 },
  { workload: 'light', candidate: 'hive-router', atLeast: 1 },
];

/** What fan-out and idle sockets of this gateway are to reach. */
export const liveRequirements = {
  deliveriesPerSecond: 25_000,
  cpuMicroseconds: 10,
  upstreams: 1,
  socketBytes: 40_000,
  residentBytes: 350e6,
};
