import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleProgram } from '../../scripts/bundle.mjs';

const outdir = mkdtempSync(join(tmpdir(), 'vault-lazy-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));
beforeAll(() => bundleProgram({ outdir }));

/** What a chunk has loaded before its first line runs: the chunks that it requires at once, and those that they require. */
function loadedBy(chunk: string, seen = new Set<string>()): Set<string> {
  if (seen.has(chunk)) return seen;
  seen.add(chunk);
  for (const [, path = ''] of textOf(chunk).matchAll(/^(?:const \S+ = )?require\("\.\/(.+?\.cjs)"\)/gm)) loadedBy(path, seen);
  return seen;
}

function textOf(chunk: string): string {
  return readFileSync(join(outdir, chunk), 'utf8');
}

function has(chunk: string, part: RegExp): boolean {
  return [...loadedBy(chunk)].some((name) => part.test(textOf(name)));
}

const sqlite = /require\("better-sqlite3\/build\/Release\/better_sqlite3\.node"\)/m;
const postgres = /^\/\/ node_modules\/pg\/lib\//m;
const schemas = /^\/\/ node_modules\/zod\//m;
const http = /^\/\/ node_modules\/undici\//m;

const chunkOf = (command: string): string =>
  readdirSync(outdir).find((name) => new RegExp(`^${command}-[\\w-]{8}\\.cjs$`).test(name)) ?? '';

describe('what opens a vault is loaded only when it is opened', () => {
  const commands = ['fetch', 'stats', 'runs', 'top', 'movers', 'video', 'overlap', 'search', 'export', 'rejections', 'report'];

  test.each([...commands, 'dry-run', 'demo', 'doctor', 'prune', 'schedule', 'write-metrics', 'main'])('%s begins without it', (command) => {
    const chunk = command === 'main' ? 'main.cjs' : chunkOf(command);
    expect([has(chunk, sqlite), has(chunk, postgres)]).toEqual([false, false]);
  });

  test('and then only what keeps this vault', () => {
    const adapters = readdirSync(outdir).filter((name) => /^(reader|store|sqlite|look-over-(file|server))-[\w-]{8}\.cjs$/.test(name));
    expect(adapters.length).toBeGreaterThanOrEqual(6);
    for (const adapter of adapters) expect(has(adapter, sqlite), adapter).toBe(!has(adapter, postgres));
  });
});

test('help and versions are told without what reads values, or asks for charts', () => {
  expect([has('main.cjs', schemas), has('main.cjs', http)]).toEqual([false, false]);
  expect([has(chunkOf('option-schemas'), schemas), has(chunkOf('run-source'), http)]).toEqual([true, true]);
});

test('what the help tells is loaded only when somebody asks for it', () => {
  const words = /First steps/;
  expect([has('main.cjs', words), has(chunkOf('render-help'), words)]).toEqual([false, true]);
});
