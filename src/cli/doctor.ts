import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { VaultPlace } from '../core/condition.ts';
import { VaultError } from '../core/errors.ts';
import type { Reader } from '../core/ports.ts';
import { type Check, worstCode } from '../ops/check.ts';
import { checkDisk } from '../ops/check-disk.ts';
import { checkHabits } from '../ops/check-habits.ts';
import { checkProgram, type ProgramFacts } from '../ops/check-program.ts';
import { checkVault, type VaultFacts } from '../ops/check-vault.ts';
import { inspectPlace, inspectVault, sqliteVersion } from '../sqlite/inspect.ts';
import { openSqliteReader } from '../sqlite/reader.ts';
import type { DoctorSettings } from './command-options.ts';
import type { Edges } from './edges.ts';
import { errorExitCode } from './exit-code.ts';
import { readHabits } from './habits.ts';
import { createPaint } from './paint.ts';
import { renderChecks } from './render-checks.ts';
import { exposesSecret } from './secrets.ts';
import { formatBytes } from '../text/format.ts';
import { toJson } from './to-json.ts';

/** `vault doctor`: everything that a run needs, looked at; only with `--online` is anything sent. */
export async function doctorCommand(settings: DoctorSettings, edges: Edges): Promise<number> {
  const database = resolve(edges.cwd, settings.db);
  const facts = lookAt(database);
  const reader = await openSound(facts);
  try {
    const keyGiven = settings.apiKey !== undefined;
    const program = checkProgram({
      node: process.versions.node,
      sqlite: sqliteVersion(),
      keyGiven,
      envFile: describeEnvFile(edges.cwd),
      metrics: settings.metricsFile === undefined ? undefined : await describeMetrics(resolve(edges.cwd, settings.metricsFile), database),
    });
    const online = settings.online && keyGiven ? await (await import('./ask-api.ts')).askApi(facts, reader, settings, edges) : [];
    const checks = [...program, ...online, ...checkVault(facts), ...(await checkRuns(facts, reader, settings, edges.clock.now()))];
    const worst = worstCode(checks);
    edges.stdout.write(settings.json ? describeAsJson(checks, database) : renderAsText(checks, settings.online, edges));
    return worst === undefined ? 0 : errorExitCode({ code: worst });
  } finally {
    await reader?.close();
  }
}

function lookAt(database: string): VaultFacts {
  const place = orError(() => inspectPlace(database));
  if ('code' in place) return { database, place: nowhere, condition: place };
  return { database, place, condition: orError(() => inspectVault(database)) };
}

const nowhere: VaultPlace = { folder: 'missing', networkFileSystem: undefined, diskFreeBytes: 0 };

/** In a pipe a check is a line, however long: that is easier to search. */
function renderAsText(checks: readonly Check[], online: boolean, { stdout, env }: Edges): string {
  const text = renderChecks(checks, { width: stdout.columns || Infinity, paint: createPaint(stdout, env) });
  return online ? text : `${text}Ask the API too, for 1 unit of quota: vault doctor --online\n`;
}

/** A reader of a vault that can be read by this version and is sound: a damaged one may give wrong answers. */
async function openSound({ database, condition }: VaultFacts): Promise<Reader | undefined> {
  if (condition === undefined || 'code' in condition || condition.brokenPages.length > 0) return undefined;
  return condition.format === condition.newestFormat ? openSqliteReader(database) : undefined;
}

async function checkRuns(
  { place, condition }: VaultFacts,
  reader: Reader | undefined,
  settings: DoctorSettings,
  now: number,
): Promise<Check[]> {
  const { every: everyMs, retentionDays } = settings;
  const runs = (await reader?.listStarts())?.length ?? 0;
  const usedBytes = condition && 'bytes' in condition ? condition.bytes - condition.freeBytes : 0;
  const freeBytes = place.diskFreeBytes;
  const disk = place.folder === 'missing' ? [] : [checkDisk({ freeBytes, usedBytes, runs, everyMs, retentionDays, format: formatBytes })];
  return [...disk, ...(reader ? checkHabits(await readHabits(reader, settings, now)) : [])];
}

function orError<Result>(work: () => Result): Result | VaultError {
  try {
    return work();
  } catch (error) {
    if (error instanceof VaultError) return error;
    throw error;
  }
}

function describeEnvFile(folder: string): 'none' | 'private' | 'exposed' {
  if (!existsSync(join(folder, '.env'))) return 'none';
  return exposesSecret(folder) ? 'exposed' : 'private';
}

async function describeMetrics(file: string, database: string): Promise<NonNullable<ProgramFacts['metrics']>> {
  const { findMetricsProblem } = await import('./write-metrics.ts');
  return { file, problem: await findMetricsProblem(file, database) };
}

function describeAsJson(checks: readonly Check[], database: string): string {
  const status = (['failure', 'warning'] as const).find((worst) => checks.some((check) => check.status === worst)) ?? 'ok';
  return toJson({ status, checks: checks.map(({ name, status, message, remedy }) => ({ name, status, message, remedy })), database });
}
