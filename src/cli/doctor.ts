import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { VaultError } from '../core/errors.ts';
import type { Reader } from '../core/ports.ts';
import { type Check, worstCode } from '../ops/check.ts';
import { checkDisk } from '../ops/check-disk.ts';
import { checkHabits } from '../ops/check-habits.ts';
import { checkProgram, type ProgramFacts } from '../ops/check-program.ts';
import { checkReadable } from '../ops/check-vault.ts';
import type { DoctorSettings } from './command-options.ts';
import type { Edges } from './edges.ts';
import { errorExitCode } from './exit-code.ts';
import { readHabits } from './habits.ts';
import { lookOver, type VaultView } from './look-over.ts';
import { createPaint } from './paint.ts';
import { renderChecks } from './render-checks.ts';
import { exposesSecret } from './secrets.ts';
import { toJson } from './to-json.ts';
import { findVault, type Vault } from './vault.ts';

/** `vault doctor`: everything that a run needs, looked at; only with `--online` is anything sent to the API. */
export async function doctorCommand(settings: DoctorSettings, edges: Edges): Promise<number> {
  const vault = findVault(settings.db, edges.cwd);
  const view = await lookOver(settings.db, edges);
  const reader = view.isSound ? await vault.openReader() : undefined;
  try {
    const keyGiven = settings.apiKey !== undefined;
    const program = checkProgram({
      node: process.versions.node,
      sqlite: view.sqlite,
      keyGiven,
      envFile: describeEnvFile(edges.cwd),
      metrics: settings.metricsFile === undefined ? undefined : await describeMetrics(resolve(edges.cwd, settings.metricsFile), vault),
    });
    const online =
      settings.online && keyGiven ? await (await import('./ask-api.ts')).askApi({ ...view, vault, reader }, settings, edges) : [];
    const runs = await checkRuns(view, reader, settings, edges.clock.now()).catch(orFailure);
    const checks = [...program, ...online, ...view.checks, ...runs];
    const worst = worstCode(checks);
    edges.stdout.write(settings.json ? describeAsJson(checks, vault.name) : renderAsText(checks, settings.online, edges));
    return worst === undefined ? 0 : errorExitCode({ code: worst });
  } finally {
    await reader?.close();
  }
}

/** In a pipe a check is a line, however long: that is easier to search. */
function renderAsText(checks: readonly Check[], online: boolean, { stdout, env }: Edges): string {
  const text = renderChecks(checks, { width: stdout.columns || Infinity, paint: createPaint(stdout, env) });
  return online ? text : `${text}Ask the API too, for 1 unit of quota: vault doctor --online\n`;
}

async function checkRuns({ room }: VaultView, reader: Reader | undefined, settings: DoctorSettings, now: number): Promise<Check[]> {
  const { every: everyMs, retentionDays } = settings;
  const starts = (await reader?.listStarts()) ?? [];
  const disk = room === undefined ? [] : [checkDisk({ ...room, runs: starts.length, everyMs, retentionDays })];
  return [...disk, ...(reader ? checkHabits(await readHabits(reader, { starts, settings, now })) : [])];
}

/** A server may be lost at any moment, or keep a table from this user: what was found out before is told all the same. */
function orFailure(error: unknown): Check[] {
  if (error instanceof VaultError) return [checkReadable(error, { name: 'runs' })];
  throw error;
}

function describeEnvFile(folder: string): 'none' | 'private' | 'exposed' {
  if (!existsSync(join(folder, '.env'))) return 'none';
  return exposesSecret(folder) ? 'exposed' : 'private';
}

async function describeMetrics(file: string, vault: Vault): Promise<NonNullable<ProgramFacts['metrics']>> {
  const { findMetricsProblem } = await import('./write-metrics.ts');
  return { file, problem: await findMetricsProblem(file, vault) };
}

function describeAsJson(checks: readonly Check[], database: string): string {
  const status = (['failure', 'warning'] as const).find((worst) => checks.some((check) => check.status === worst)) ?? 'ok';
  return toJson({ status, checks: checks.map(({ name, status, message, remedy }) => ({ name, status, message, remedy })), database });
}
