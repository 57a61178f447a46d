import type { Workload } from '../workload';
import { idempotence } from './idempotence';
import { indefinite } from './indefinite';
import { mixed } from './mixed';

export const workloads: readonly Workload[] = [mixed, idempotence, indefinite];

/** The workload of a seed where all are run: three of five runs are mixed ones. */
export function workloadOf(seed: number): Workload {
  return [mixed, mixed, mixed, idempotence, indefinite][seed % 5] ?? mixed;
}
