import { dayMs } from '../core/duration.ts';
import { formatBytes } from '../text/format.ts';
import { type Check, failure, ok, warning } from './check.ts';

/** What is written, and the room that is left for it; bytes. */
export interface DiskFacts {
  readonly freeBytes: number;
  /** Of the vault, without what the next runs can fill again. */
  readonly usedBytes: number;
  /** Runs that are kept. */
  readonly runs: number;
  readonly everyMs: number;
  readonly retentionDays: number | undefined;
}

const yearMs = 365 * dayMs;

/** The least that a run of the usual size needs beside its vault: the WAL, and pages of its own. */
const leastBytes = 20_000_000;

/** Room for a year of runs as large as those that are kept, or for as many of them as retention leaves. */
export function checkDisk({ freeBytes, usedBytes, runs, everyMs, retentionDays }: DiskFacts): Check {
  const free = `${formatBytes(freeBytes)} free`;
  const remedy = 'make room, move the vault to a larger disk, or keep less: VAULT_RETENTION_DAYS';
  if (freeBytes < leastBytes) return failure('disk space', 'database', `${free}: the next run may not fit`, remedy);
  if (runs === 0) return ok('disk space', `${free}; how much a run takes will be known after the first one`);
  const keptMs = Math.min(yearMs, (retentionDays ?? Infinity) * dayMs);
  const yearBytes = Math.max(0, (usedBytes / runs) * (keptMs / everyMs) - (retentionDays === undefined ? 0 : usedBytes));
  const aRun = `today's ${formatBytes(usedBytes / runs)} a run`;
  const inAYear = `a year at ${aRun} needs ${formatBytes(yearBytes)}`;
  const kept = `what ${retentionDays} d hold at ${aRun} needs ${yearBytes === 0 ? 'no more' : `another ${formatBytes(yearBytes)}`}`;
  const need = retentionDays === undefined ? inAYear : kept;
  return yearBytes <= freeBytes ? ok('disk space', `${free}; ${need}`) : warning('disk space', `${free}, and ${need}`, remedy);
}
