import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { VaultError } from '../core/errors.ts';
import { isServerAddress } from '../core/vault-address.ts';
import { renderSchedule, type ScheduleFile } from '../ops/schedule/schedule.ts';
import type { ScheduleSettings } from './command-options.ts';
import type { Edges } from './edges.ts';
import { readEnvFile } from './env-file.ts';
import { proxyNames } from './proxy.ts';
import type { Option } from './option.ts';
import { options } from './options.ts';
import { readSettings } from './settings.ts';
import { plain } from '../text/plain.ts';
import { findVault } from './vault.ts';

/** `vault schedule SCHEDULER`: the files that make it fetch, printed or written into a folder. */
export async function scheduleCommand({ scheduler, every, into, force, db }: ScheduleSettings, edges: Edges): Promise<number> {
  const isOnServer = isServerAddress(db);
  const files = renderSchedule(scheduler, {
    ...edges.program,
    folder: edges.cwd,
    // Under sudo, for the one who asked for it: a vault that belongs to root is nobody's to look at.
    user: edges.env['SUDO_USER'] || userInfo().username,
    everyMs: every,
    // A workflow is told by a secret of its repository.
    database: isOnServer && scheduler === 'github-actions' ? undefined : await unseenFile(db, edges.cwd),
    isOnServer,
    minute: minuteFor(edges.cwd),
  });
  if (into === undefined) edges.stdout.write(files.map(({ name, text }) => (files.length === 1 ? text : `# ${name}\n${text}`)).join('\n'));
  else writeFiles(files, resolve(edges.cwd, into), force, edges);
  warnOfUnseen(edges);
  return 0;
}

function writeFiles(files: readonly ScheduleFile[], folder: string, force: boolean, { stdout }: Edges): void {
  const paths = files.map(({ name, text }) => ({ path: join(folder, name), text }));
  try {
    const mine = force ? undefined : paths.find(({ path, text }) => existsSync(path) && !holds(path, text));
    if (mine) throw new VaultError('usage', `${mine.path} is there already and differs; look at it, then replace it with --force`);
    mkdirSync(folder, { recursive: true });
    for (const { path, text } of paths) writeFileSync(path, text);
  } catch (error) {
    if (error instanceof VaultError) throw error;
    throw new VaultError('usage', `${folder} cannot be read and written; name a folder where you may do both, or use sudo`, {
      cause: error,
    });
  }
  for (const { path } of paths) stdout.write(`${plain(path)}\n`);
}

function holds(path: string, text: string): boolean {
  return statSync(path).isFile() && readFileSync(path, 'utf8') === text;
}

/** The same each time on one machine, so that a file which is printed again is the same; another one for another vault. */
function minuteFor(folder: string): number {
  return createHash('sha256').update(`${hostname()}:${folder}`).digest().readUInt32BE() % 60;
}

/**
 * The vault's path, unless a scheduler finds it by itself: by `.env`, or the default. Rejects with VaultError `usage` for an address that it
 * would not find: everybody may read a scheduler's files, and the command lines that are in them.
 */
async function unseenFile(db: string, cwd: string): Promise<string | undefined> {
  const { db: found } = await readSettings(['db'], {}, { env: {}, cwd });
  const { name, file } = findVault(db, cwd);
  if (db === found || (file !== undefined && file === findVault(found, cwd).file)) return undefined;
  if (file !== undefined) return file;
  const remedy = `put it into ${join(cwd, '.env')} as VAULT_DB, and let nobody else read that (chmod 600)`;
  throw new VaultError('usage', `${name}: the address of a server goes into no scheduler's files, which others may read; ${remedy}`);
}

/** A scheduler starts with an environment of its own: what only this shell has set, it will not see. */
function warnOfUnseen({ env, cwd, stderr }: Edges): void {
  const file = readEnvFile(cwd);
  const variables = Object.values<Option>(options).flatMap(({ variable }) => variable ?? []);
  const unseen = [...new Set(variables)].filter(
    (name) => name !== 'VAULT_DB' && env[name]?.trim() && env[name].trim() !== file[name]?.trim(),
  );
  const tell = (names: readonly string[], remedy: string): void => {
    if (names.length > 0) stderr.write(`vault: the scheduler will not see what only this shell has set: ${remedy}\n`);
  };
  tell(unseen, `put ${unseen.join(', ')} into ${plain(join(cwd, '.env'))}`);
  const proxies = proxyNames.filter((name) => env[name]?.trim());
  tell(proxies, `let its own environment have ${proxies.join(', ')}`);
}
