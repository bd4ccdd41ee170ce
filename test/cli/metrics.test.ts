import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Interruption } from '../../src/cli/edges.ts';
import type { Handler } from '../../src/demo/server.ts';
import { noon, openShellWithApi, type Shell } from '../support/cli.ts';
import { createEagerClock } from '../support/test-clock.ts';
import { apiError, page } from '../support/source.ts';

const everyRegion: Handler = ({ region }) => page(region);

describe('VAULT_METRICS_FILE', () => {
  async function openWithMetrics(api: Handler): Promise<Shell & { metrics: () => string }> {
    const shell = await openShellWithApi(api);
    shell.env['VAULT_METRICS_FILE'] = 'vault.prom';
    return { ...shell, metrics: () => readFileSync(join(shell.folder, 'vault.prom'), 'utf8') };
  }

  test('is written after each run', async () => {
    const { vault, metrics } = await openWithMetrics(everyRegion);
    await vault('fetch --regions PL,NL --quiet');
    expect(metrics()).toContain('\nvault_last_run_success 1\n');
    expect(metrics()).toContain('\nvault_region_videos{region="NL",category="0"} 3\n');
    expect(metrics()).toMatch(/\nvault_database_bytes [1-9]\d+\n/);
  });

  test('keeps the last success through runs that fail, and that of each region', async () => {
    let broken = false;
    const { vault, metrics } = await openWithMetrics(({ region }) => (broken ? apiError(403, 'forbidden') : page(region)));
    await vault('fetch --regions PL --quiet');
    const success = /\nvault_last_success_timestamp_seconds \d+\n/.exec(metrics())?.[0] ?? 'none';
    broken = true;
    await vault('fetch --regions PL --quiet');
    expect(metrics()).toContain(success);
    expect(metrics()).toContain('\nvault_last_run_exit_code 69\n');
    expect(metrics()).toContain('\nvault_region_up{region="PL",category="0"} 0\n');
    expect(metrics()).toMatch(/\nvault_region_last_success_timestamp_seconds\{region="PL",category="0"\} \d+\n/);
  });

  test('keeps the last success of a run that was deleted since', async () => {
    let broken = false;
    const { vault, metrics } = await openWithMetrics(({ region }) => (broken ? apiError(403, 'forbidden') : page(region)));
    await vault('fetch --regions PL --quiet');
    const successes = metrics().match(/^vault_(region_)?last_success_timestamp_seconds.*$/gm);
    broken = true;
    await vault('fetch --regions PL --quiet', { clock: createEagerClock(noon + 3 * 86_400_000) });
    await vault('prune --older-than 1d --quiet', { clock: createEagerClock(noon + 3 * 86_400_000) });
    await vault('fetch --regions PL --quiet', { clock: createEagerClock(noon + 3 * 86_400_000) });
    expect(successes).toHaveLength(2);
    expect(metrics().match(/^vault_(region_)?last_success_timestamp_seconds.*$/gm)).toEqual(successes);
  });

  test('tells the exit code that a signal leaves', async () => {
    const controller = new AbortController();
    const { vault, metrics } = await openWithMetrics(({ region }) => {
      if (region === 'NL') controller.abort(new Interruption('SIGTERM'));
      return page(region);
    });
    await vault('fetch --regions PL,NL --concurrency 1 --quiet', { interruption: controller.signal });
    expect(metrics()).toContain('\nvault_last_run_exit_code 143\n');
  });

  test('is left alone by a run that is not due', async () => {
    const { vault, folder } = await openWithMetrics(everyRegion);
    await vault('fetch --regions PL --quiet');
    writeFileSync(join(folder, 'vault.prom'), '');
    await vault('fetch --regions PL --quiet --if-older-than 7h');
    expect(readFileSync(join(folder, 'vault.prom'), 'utf8')).toBe('');
  });

  test.each([
    ['a folder', 'taken'],
    ['in no folder', 'nowhere/vault.prom'],
    ['the vault', 'vault.db'],
    ["the vault's lock", 'vault.db.lock'],
    ["a link to the vault's lock", 'link'],
  ])('changes no run, and no file, by being %s', async (_, path) => {
    const { vault, env, folder } = await openWithMetrics(everyRegion);
    env['VAULT_METRICS_FILE'] = path;
    mkdirSync(join(folder, 'taken'));
    symlinkSync('vault.db.lock', join(folder, 'link'));
    const { exitCode, stderr } = await vault('fetch --regions PL');
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining('the metrics were not written')]);
    expect((await vault('stats')).stdout).toContain('Run 1 complete');
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
    expect(existsSync(join(folder, 'vault.db.lock')) && readFileSync(join(folder, 'vault.db.lock'), 'latin1')).not.toContain('# HELP');
  });
});
