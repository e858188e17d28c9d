import { isDeepStrictEqual } from 'node:util';
import type { GraphQLSchema } from 'graphql';
import type { RunningCandidate } from './candidate.ts';
import { runLoad } from './load.ts';
import { readUsage } from './process-usage.ts';
import { everything, heavyQuery, lightQuery } from './public-shape.ts';
import type { SubgraphServer } from './subgraph-server.ts';
import { answerAtOnce } from './supergraph.ts';

/** A query, and who sends it. */
export interface Workload {
  readonly name: string;
  readonly title: string;
  readonly query: string;
  readonly users: 'distinct' | 'one';
}

/** What is asked of gateways over HTTP. */
export const workloads: readonly Workload[] = [
  { name: 'heavy', title: 'heavy query, distinct users', query: heavyQuery, users: 'distinct' },
  { name: 'identical', title: 'heavy query, identical requests', query: heavyQuery, users: 'one' },
  { name: 'light', title: 'light query, distinct users', query: lightQuery, users: 'distinct' },
];

/** What a gateway did with a workload in one round. */
export interface RequestFigures {
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** CPU time of the gateway for a request, in milliseconds. */
  readonly cpuMilliseconds: number;
  /** Calls to subgraphs for a request; fewer than the plan has when requests share answers. */
  readonly calls: number;
  /** Resident memory of the gateway afterwards. */
  readonly residentBytes: number;
  /** How busy the gateway's core and the other one were; 1 is wholly. */
  readonly gatewayLoad: number;
  readonly otherLoad: number;
}

const connections = 50;

/** What one request to an idle gateway is answered with. */
export interface CheckedAnswer {
  readonly text: string;
  /** Calls to subgraphs that it took. */
  readonly calls: number;
}

/** The gateway's answer, after it has been found equal to that of one server for all. */
export async function checkedAnswer(
  { port }: RunningCandidate,
  subgraphs: SubgraphServer,
  schema: GraphQLSchema,
  query: string,
): Promise<CheckedAnswer> {
  subgraphs.takeCount();
  const response = await fetch(`http://127.0.0.1:${String(port)}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  const reference = JSON.stringify(await answerAtOnce(schema, query, everything));
  if (!isDeepStrictEqual(JSON.parse(text), JSON.parse(reference))) {
    throw new Error(`another answer than graphql-js: ${text.slice(0, 1_000)}`);
  }
  return { text, calls: subgraphs.takeCount() };
}

/** How a gateway is loaded. */
export interface Timing {
  /** What it answered before. */
  readonly alone: CheckedAnswer;
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

/** Loads the gateway with the workload, after warming it up. Throws for a wrong answer. */
export async function measureRequests(
  { port, pid }: RunningCandidate,
  { query, users }: Workload,
  subgraphs: SubgraphServer,
  { alone, warmUpSeconds, seconds }: Timing,
): Promise<RequestFigures> {
  let before = readUsage(pid);
  let after = before;
  let calls = 0;
  const load = await runLoad({
    port,
    connections,
    body: JSON.stringify({ query }),
    users,
    expected: alone.text,
    warmUpSeconds,
    seconds,
    begin: () => {
      subgraphs.takeCount();
      before = readUsage(pid);
    },
    end: () => {
      after = readUsage(pid);
      calls = subgraphs.takeCount();
    },
  });
  // Requests that are on their way at the beginning or the end may be counted without their calls.
  const due = alone.calls * (load.requests - 2 * connections);
  if (users === 'distinct' && calls < 0.9 * due) {
    const [had, needed] = [String(calls), String(alone.calls * load.requests)];
    throw new Error(`different users shared answers: ${had} calls where ${needed} were due`);
  }
  const cpuMilliseconds = after.cpuMilliseconds - before.cpuMilliseconds;
  return {
    requestsPerSecond: load.requests / load.seconds,
    p50: load.p50,
    p99: load.p99,
    cpuMilliseconds: cpuMilliseconds / load.requests,
    calls: calls / load.requests,
    residentBytes: after.residentBytes,
    gatewayLoad: cpuMilliseconds / 1_000 / load.seconds,
    otherLoad: load.ownLoad,
  };
}
