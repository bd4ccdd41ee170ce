import { describe, expect, test } from 'vitest';
import { noon, openShellWithApi } from '../support/cli.ts';
import { apiError, page } from '../support/source.ts';
import { createEagerClock } from '../support/test-clock.ts';

const at = (hours: number) => ({ clock: createEagerClock(noon + hours * 3_600_000) });

describe('vault runs', () => {
  test('lists the newest first, as many as asked for', async () => {
    const shell = await openShellWithApi(({ region, index }) => (index === 1 ? apiError(400, 'invalidParameter') : page(region)));
    await shell.vault('fetch --regions PL,NL');
    await shell.vault('fetch --regions PL,NL', at(7));
    await shell.vault('fetch --regions PL,NL', at(14));
    const { stdout } = await shell.vault('runs --limit 2', at(15));
    expect(
      stdout
        .split('\n')
        .slice(0, 3)
        .map((line) => line.trim().split(/ {2,}/)),
    ).toEqual([
      ['Run', 'Started', 'Ago', 'Status', 'Charts', 'Failed', 'Videos', 'New', 'Requests', 'Retries', 'Time'],
      ['3', '24 Nov 2026, 02:00', '1 h ago', 'complete', '2', '0', '6', '0', '2', '0', '0.0 s'],
      ['2', '23 Nov 2026, 19:00', '8 h ago', 'complete', '2', '0', '6', '3', '2', '0', '0.0 s'],
    ]);
    const all = JSON.parse((await shell.vault('runs --json')).stdout);
    expect(all.at(-1)).toMatchObject({
      run: 1,
      status: 'partial',
      regions: { asked: 2, failed: 1 },
      videos: { fetched: 3, unique: 3, new: 3, shared: 0 },
    });
  });
});
