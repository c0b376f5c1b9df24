import { parentPort, workerData } from 'node:worker_threads';
import { plants } from './plants/plants.ts';
import { simulate } from './run.ts';

/** One thread of a long run: takes the next seed until it is told to stop. */
export interface WorkerOrder {
  readonly first: number;
  readonly step: number;
  readonly runs: number;
  readonly plant: string | null;
  /** End at the first breach. */
  readonly stopAtFirst: boolean;
}

export interface WorkerReport {
  readonly runs: number;
  readonly operations: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly breaches: readonly { readonly seed: number; readonly invariant: string; readonly what: string }[];
  readonly done: boolean;
}

const order = workerData as WorkerOrder;
const plant = plants.find((each) => each.name === order.plant) ?? null;
const counts = new Map<string, number>();
const breaches: { seed: number; invariant: string; what: string }[] = [];
let runs = 0;
let operations = 0;
const report = (done: boolean) => parentPort?.postMessage({ runs, operations, counts: Object.fromEntries(counts), breaches, done } satisfies WorkerReport);

for (let index = 0; index < order.runs; index += 1) {
  const seed = order.first + index * order.step;
  const result = await simulate(seed, { plant });
  runs += 1;
  operations += result.operations;
  for (const [what, times] of result.counts) counts.set(what, (counts.get(what) ?? 0) + times);
  if (result.breach !== null) {
    breaches.push({ seed, invariant: result.breach.invariant, what: result.breach.what });
    if (order.stopAtFirst) break;
  }
  if (runs % 250 === 0) report(false);
}
report(true);
