import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { renderMetrics } from '../../src/ops/metrics.ts';
import { readLastSuccess, writeMetricsFile } from '../../src/ops/metrics-file.ts';
import { partial, summary } from './facts.ts';

/** A text that is still being made, as it were, while it is written. */
const growing = (make: () => Generator<string>): string => make() as unknown as string;

function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vault-metrics-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const text = renderMetrics(partial);
const other = renderMetrics({ ...partial, summary: summary() });

describe('writeMetricsFile', () => {
  test('makes the file, and replaces it, with nothing left beside it', async () => {
    const folder = openFolder();
    const path = join(folder, 'vault.prom');
    for (const written of [text, other]) {
      await writeMetricsFile(path, written);
      expect(readFileSync(path, 'utf8')).toBe(written);
      expect(readdirSync(folder)).toEqual(['vault.prom']);
    }
  });

  test('no reader sees a part of a text, or of two', async () => {
    const path = join(openFolder(), 'vault.prom');
    const texts = [`${text}${'# long\n'.repeat(20_000)}`, text];
    await writeMetricsFile(path, text);
    const before = await open(path);
    const writing = new AbortController();
    const seen = new Set<string>();
    const read = async (): Promise<void> => {
      while (!writing.signal.aborted) seen.add(await readFile(path, 'utf8'));
    };
    const readers = [read(), read()];
    for (let round = 0; round < 60; round++) await writeMetricsFile(path, texts[round % 2] ?? '');
    writing.abort();
    await Promise.all(readers);
    expect([...seen].filter((found) => !texts.includes(found))).toEqual([]);
    expect(await before.readFile('utf8'), 'who had the old file open reads on in it').toBe(text);
    await before.close();
  });

  test.skipIf(process.platform === 'win32')('other users may read the file, whatever the mask', async () => {
    const path = join(openFolder(), 'vault.prom');
    const mask = process.umask(0o077);
    onTestFinished(() => void process.umask(mask));
    await writeMetricsFile(path, text);
    expect(statSync(path).mode & 0o777).toBe(0o644);
  });

  test('while it is written, the name aside is none that the exporter reads', async () => {
    const folder = openFolder();
    const names: string[] = [];
    const watching = growing(function* () {
      names.push(...readdirSync(folder));
      yield text;
    });
    await writeMetricsFile(join(folder, 'vault.prom'), watching);
    expect(names).toHaveLength(1);
    expect(names.join()).not.toMatch(/\.prom$/);
  });

  test('keeps the old file, and nothing else, where the disk is full', async () => {
    const folder = openFolder();
    const path = join(folder, 'vault.prom');
    await writeMetricsFile(path, text);
    const full = growing(function* () {
      yield '# HELP vault_';
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC', syscall: 'write' });
    });
    const remedy = 'make room, or name another file in VAULT_METRICS_FILE';
    await expect(writeMetricsFile(path, full)).rejects.toThrow(`${path} cannot be written (ENOSPC); ${remedy}`);
    expect(readdirSync(folder)).toEqual(['vault.prom']);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  test('clears away what killed runs left, and is not stopped by one of the same process id', async () => {
    const folder = openFolder();
    const { pid: dead } = spawnSync(process.execPath, ['--version']);
    for (const pid of [process.pid, dead]) writeFileSync(join(folder, `.vault.prom.${pid}.partial`), 'half');
    await writeMetricsFile(join(folder, 'vault.prom'), text);
    expect(readdirSync(folder)).toEqual(['vault.prom']);
  });

  test.each([
    ['a link', ['there/vault.prom']],
    ['a link to a link', ['second', 'there/vault.prom']],
    ['a link to a file that is not there yet', ['there/new.prom']],
    ['a link to a link to a file that is not there yet', ['second', 'there/new.prom']],
  ])('writes through %s, and leaves it one', async (_, targets) => {
    const folder = openFolder();
    mkdirSync(join(folder, 'there'));
    writeFileSync(join(folder, 'there/vault.prom'), other);
    for (const [index, target] of targets.entries()) symlinkSync(target, join(folder, ['first', 'second'][index] ?? ''));
    await writeMetricsFile(join(folder, 'first'), text);
    expect(readFileSync(join(folder, targets.at(-1) ?? ''), 'utf8')).toBe(text);
    expect(readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isSymbolicLink())).toHaveLength(targets.length);
  });

  test('takes an empty file', async () => {
    const path = join(openFolder(), 'vault.prom');
    writeFileSync(path, '');
    await writeMetricsFile(path, text);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});

const places: readonly (readonly [string, string, (path: string) => void])[] = [
  ['a folder', 'is there and is no regular file', (path) => mkdirSync(path)],
  ['a link to a folder', 'is there and is no regular file', (path) => symlinkSync('..', path)],
  ['a link to /dev/null', 'is there and is no regular file', (path) => symlinkSync('/dev/null', path)],
  ['a pipe', 'is there and is no regular file', (path) => void execFileSync('mkfifo', [path])],
  ['a vault', 'holds something else than metrics', (path) => writeFileSync(path, 'SQLite format 3\0 and so on')],
  ["somebody else's metrics", 'holds something else than metrics', (path) => writeFileSync(path, '# HELP node_load1 x\n')],
  ['a letter', 'holds something else than metrics', (path) => writeFileSync(path, '#')],
  ['a link to itself', 'cannot be written (ELOOP)', (path) => symlinkSync(path, path)],
];

describe.skipIf(process.platform === 'win32')('in the place of the file', () => {
  test.each(places)('%s is refused, and left as it was', async (_, fact, make) => {
    const folder = openFolder();
    const path = join(folder, 'vault.prom');
    make(path);
    const before = JSON.stringify(readdirSync(folder, { withFileTypes: true }));
    await expect(writeMetricsFile(path, text)).rejects.toThrow(`${path} ${fact}`);
    await expect(writeMetricsFile(path, text)).rejects.toThrow('name another file in VAULT_METRICS_FILE');
    expect(JSON.stringify(readdirSync(folder, { withFileTypes: true }))).toBe(before);
  });

  test.each(places.slice(0, 4).concat(places.slice(7)))('%s tells of no success, and keeps nobody waiting', async (_, __, make) => {
    const path = join(openFolder(), 'vault.prom');
    make(path);
    expect(await readLastSuccess(path)).toBeUndefined();
  });
});

test('a folder that is not there is named, and not made', async () => {
  const folder = openFolder();
  const path = join(folder, 'none', 'vault.prom');
  const remedy = 'make it, or name another file in VAULT_METRICS_FILE';
  await expect(writeMetricsFile(path, text)).rejects.toThrow(`${path}: the folder ${join(folder, 'none')} does not exist; ${remedy}`);
  expect(readdirSync(folder)).toEqual([]);
});
