import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle } from '../../scripts/bundle.mjs';

const outdir = mkdtempSync(join(tmpdir(), 'vault-lazy-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));
beforeAll(() => bundle({ entryPoints: { main: 'src/cli/main.ts' }, outdir }));

/** What a chunk has loaded before its first line runs: the chunks that it imports, and those that they import. */
function loadedBy(chunk: string, seen = new Set<string>()): Set<string> {
  if (seen.has(chunk)) return seen;
  seen.add(chunk);
  const text = readFileSync(join(outdir, chunk), 'utf8');
  for (const [, path = ''] of text.matchAll(/^(?:import|export)\b[^;]*?"\.\/(chunk-.+?\.js)"/gm)) loadedBy(path, seen);
  return seen;
}

function has(chunk: string, driver: RegExp): boolean {
  return [...loadedBy(chunk)].some((name) => driver.test(readFileSync(join(outdir, name), 'utf8')));
}

const sqlite = /^import .*"better-sqlite3"/m;
const postgres = /^\/\/ node_modules\/pg\/lib\//m;

const chunkOf = (command: string): string =>
  readdirSync(outdir).find((name) => new RegExp(`^${command}-[A-Z0-9]{8}\\.js$`).test(name)) ?? '';

describe('what opens a vault is loaded only when it is opened', () => {
  const commands = ['fetch', 'stats', 'runs', 'top', 'movers', 'video', 'overlap', 'search', 'export', 'rejections', 'report'];

  test.each([...commands, 'dry-run', 'demo', 'doctor', 'prune', 'schedule', 'write-metrics', 'main'])('%s begins without it', (command) => {
    const chunk = command === 'main' ? 'main.js' : chunkOf(command);
    expect([has(chunk, sqlite), has(chunk, postgres)]).toEqual([false, false]);
  });

  test('and then only what keeps this vault', () => {
    const adapters = readdirSync(outdir).filter((name) => /^(reader|store|look-over-\w+)-\w+\.js$/.test(name));
    expect(adapters.length).toBeGreaterThanOrEqual(6);
    for (const adapter of adapters) expect(has(adapter, sqlite), adapter).toBe(!has(adapter, postgres));
  });
});
