import type { VaultError } from '../core/errors.ts';
import { type Check, failure, ok, splitMessage, warning } from './check.ts';

/** What the program itself runs on and with. */
export interface ProgramFacts {
  /** As `20.20.2`. */
  readonly node: string;
  /** The version of SQLite, where it keeps the vault. */
  readonly sqlite: string | undefined;
  readonly keyGiven: boolean;
  /** Whether there is a `.env`, and whether other users of the machine may read the secrets in it. */
  readonly envFile: 'none' | 'private' | 'exposed';
  /** The file that VAULT_METRICS_FILE names, and why it cannot be written, if so. */
  readonly metrics: { readonly file: string; readonly problem: VaultError | undefined } | undefined;
}

/** Checks that need neither a vault nor the network. */
export function checkProgram({ node, sqlite, keyGiven, envFile, metrics }: ProgramFacts): Check[] {
  return [
    // bin/vault.js lets no older one come so far.
    ok('node', `Node ${node}`),
    ...(sqlite === undefined ? [] : [ok('sqlite', `SQLite ${sqlite}`)]),
    keyGiven
      ? ok('key', 'a key is given')
      : failure('key', 'configuration', 'no API key', 'put YOUTUBE_API_KEY into .env or into the environment'),
    checkEnvFile(envFile),
    ...(metrics ? [checkMetrics(metrics)] : []),
  ];
}

function checkEnvFile(envFile: ProgramFacts['envFile']): Check {
  if (envFile === 'none') return ok('.env', 'no .env in this folder; settings come from the environment alone');
  if (envFile === 'private') return ok('.env', 'no other user may read the secrets in it');
  return warning('.env', 'every user of this machine may read the secrets in it', 'chmod 600 .env');
}

function checkMetrics({ file, problem }: NonNullable<ProgramFacts['metrics']>): Check {
  if (problem === undefined) return ok('metrics', `${file} can be written`);
  const { fact, remedy } = splitMessage(problem);
  return warning('metrics', fact, remedy);
}
