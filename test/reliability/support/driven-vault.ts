import { join } from 'node:path';
import { attemptMs, type DrivenClock } from './driven-clock.ts';
import { type Result, runInProcess } from './in-process.ts';
import { temporaryFolder } from './process.ts';
import type { Program } from './program.ts';

/** A vault of its own, and command lines that use it by a driven clock. */
export interface DrivenVault {
  readonly path: string;
  run(...args: readonly string[]): Promise<Result>;
}

export function openDrivenVault(
  program: Program,
  { clock, apiUrl, env = {} }: { clock: DrivenClock; apiUrl: string; env?: Readonly<Record<string, string>> },
): DrivenVault {
  const cwd = temporaryFolder();
  const whole = {
    YOUTUBE_API_KEY: 'AIza-test-key',
    VAULT_API_URL: apiUrl,
    VAULT_TIMEOUT: `${attemptMs}ms`,
    VAULT_LOG_LEVEL: 'silent',
    ...env,
  };
  return { path: join(cwd, 'vault.db'), run: (...args) => clock.drive(runInProcess(program, args, { cwd, env: whole, clock })) };
}
