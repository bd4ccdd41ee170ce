import { access, constants, open, readFile, readlink, realpath, rename, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { VaultError } from '../core/errors.ts';
import { withAside } from '../files/aside.ts';
import { type LastSuccess, lastSuccessName, metricsStart, regionLastSuccessName } from './metrics.ts';

const remedy = 'name another file in VAULT_METRICS_FILE';

/**
 * Puts a text that `renderMetrics` made in the place of the last one: whoever reads meanwhile, and whatever ends the program, the file
 * is whole. All users may read it, for the node exporter runs as another one. A symbolic link stays one.
 *
 * Rejects with VaultError `configuration`, and leaves everything as it was, where something else than metrics is in the place.
 */
export async function writeMetricsFile(path: string, text: string): Promise<void> {
  try {
    await replace(await findTarget(path), text);
  } catch (error) {
    throw explain(path, error);
  }
}

/** Why metrics could not be written there now, or `undefined` where they could. */
export async function findFileProblem(path: string): Promise<VaultError | undefined> {
  try {
    // The file is written aside and renamed: it is its folder that must be writable.
    await access(dirname(await findTarget(path)), constants.W_OK);
    return undefined;
  } catch (error) {
    return explain(path, error);
  }
}

function explain(path: string, error: unknown): VaultError {
  if (error instanceof VaultError) return error;
  const code = codeOf(error);
  if (code === undefined) throw error;
  const mend = code === 'ENOSPC' || code === 'EDQUOT' ? 'make room' : 'let this user write to its folder';
  return new VaultError('configuration', `${path} cannot be written (${code}); ${mend}, or ${remedy}`, { cause: error });
}

/** Far beyond what a vault with every region and category writes. */
const mostBytes = 1_000_000;

/** What a file of metrics says of runs before, so that a run of which the vault keeps nothing can say it again; `undefined` without one. */
export async function readLastSuccess(path: string): Promise<LastSuccess | undefined> {
  try {
    const there = await stat(path);
    // Reading a pipe would wait for ever.
    return there.isFile() && there.size <= mostBytes ? parseLastSuccess(await readFile(path, 'utf8')) : undefined;
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return undefined;
  }
}

/** The file itself, be it there or not, behind however many links. */
async function findTarget(path: string): Promise<string> {
  const there = await unlessMissing(stat(path));
  if (there) {
    if (!there.isFile()) throw new VaultError('configuration', `${path} is there and is no regular file; ${remedy}`);
    if (!(await holdsMetrics(path)))
      throw new VaultError('configuration', `${path} holds something else than metrics of a vault; remove it, or ${remedy}`);
    return realpath(path);
  }
  const folder = dirname(path);
  if (!(await unlessMissing(stat(folder))))
    throw new VaultError('configuration', `${path}: the folder ${folder} does not exist; make it, or ${remedy}`);
  const link = await unlessMissing(readlink(path));
  return link === undefined ? path : findTarget(resolve(await realpath(folder), link));
}

/** Whose the file is: a slip in a variable must not cost anybody a file, least of all the vault. An empty one is free to take. */
async function holdsMetrics(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(metricsStart.length), 0, metricsStart.length, 0);
    return bytesRead === 0 || buffer.toString('latin1', 0, bytesRead) === metricsStart;
  } finally {
    await file.close();
  }
}

/** The exporter reads `*.prom`, which the name aside must not match: it would find every metric twice. */
async function replace(target: string, text: string): Promise<void> {
  await withAside(target, async (aside) => {
    await writeWhole(aside, text);
    await rename(aside, target);
  });
}

async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text);
    await file.chmod(0o644);
    await file.sync();
  } finally {
    await file.close();
  }
}

function parseLastSuccess(text: string): LastSuccess {
  const run = new RegExp(`^${lastSuccessName} (.+)$`, 'm').exec(text);
  const charts = text.matchAll(new RegExp(`^${regionLastSuccessName}\\{region="([A-Z]{2})",category="(\\d+)"\\} (.+)$`, 'gm'));
  return {
    lastSuccessAt: toTime(run?.[1])[0],
    regionLastSuccess: Array.from(charts).flatMap(([, region = '', category, seconds]) =>
      toTime(seconds).map((startedAt) => ({ region, category: Number(category), startedAt })),
    ),
  };
}

/** None where the seconds are no time. */
function toTime(seconds = ''): string[] {
  const time = new Date(/^\d+(\.\d+)?$/.test(seconds) ? Math.round(Number(seconds) * 1000) : NaN);
  return Number.isNaN(time.getTime()) ? [] : [time.toISOString()];
}

async function unlessMissing<Value>(asked: Promise<Value>): Promise<Value | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Such as `EACCES`, of what the system refused; `undefined` for every other error. */
function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : undefined;
}
