import type { ErrorCode, VaultError } from '../core/errors.ts';
import type { RunSummary } from '../core/summary.ts';

/** Numbers of sysexits.h, where it has one that fits. */
const codes: Readonly<Partial<Record<ErrorCode, number>>> = {
  usage: 64,
  database: 74,
  locked: 75,
  'quota-spent': 75,
  'wait-too-long': 75,
  'key-refused': 77,
  configuration: 78,
};

const nothingFetched = 69;

/** The exit code of a command that ended in an error. */
export function errorExitCode({ code }: Pick<VaultError, 'code'>): number {
  return codes[code] ?? nothingFetched;
}

/** The exit code of a run: first what is in the vault, then, where nothing is, why. */
export function runExitCode({ status, regions }: RunSummary): number {
  if (status === 'complete') return 0;
  if (status === 'partial') return 3;
  const causes = regions.flatMap(({ error }) => (error ? [codes[error.code as ErrorCode] ?? nothingFetched] : []));
  return causes.find((code) => code !== nothingFetched) ?? nothingFetched;
}
