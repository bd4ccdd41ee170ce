import { expect, test } from 'vitest';
import { errorExitCode, runExitCode } from '../../src/cli/exit-code.ts';
import { type ErrorCode, VaultError } from '../../src/core/errors.ts';
import type { RunStatus, RunSummary } from '../../src/core/summary.ts';

test.each<[ErrorCode, number]>([
  ['usage', 64],
  ['timeout', 69],
  ['interrupted', 69],
  ['database', 74],
  ['locked', 75],
  ['quota-spent', 75],
  ['wait-too-long', 75],
  ['key-refused', 77],
  ['configuration', 78],
])('an error of the kind %s exits with %d', (code, exitCode) => {
  expect(errorExitCode(new VaultError(code, 'x'))).toBe(exitCode);
});

test.each<[RunStatus, (ErrorCode | null)[], number]>([
  ['complete', [null, null], 0],
  ['partial', [null, 'key-refused'], 3],
  ['failed', ['timeout', 'network'], 69],
  ['failed', ['timeout', 'key-refused'], 77],
  ['failed', ['network', 'wait-too-long', 'timeout'], 75],
])('a run that is %s with %j exits with %d', (status, errors, exitCode) => {
  const regions = errors.map((code) => ({ error: code && { code, message: 'x' } }));
  expect(runExitCode({ status, regions } as unknown as RunSummary)).toBe(exitCode);
});
