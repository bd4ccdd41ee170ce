import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startServer } from '../../src/demo/server.ts';
import { queryFile } from '../sqlite/temporary-vault.ts';
import { apiItem } from '../support/items.ts';
import { logicalDump } from '../support/logical-dump.ts';
import { makeFolder, runVault } from './run-vault.ts';

const noon = '2026-11-23T12:00:00.000Z';
/** Letters that Turkish writes small or great in its own way. */
const titles: Readonly<Record<string, string>> = { ID: 'İSTANBUL in 24 hours', IS: 'ısparta gülleri' };
const asked = 'fetch --regions id,Is --json --log-level silent';
const documents = ['stats', 'top', 'search istanbul', 'search ISPARTA'];
const texts = ['stats', 'top', 'report --format text'];

/** A program whose clock stands still and whose API is scripted, so that nothing but its environment can make a difference. */
async function openStill(env: Readonly<Record<string, string>>) {
  const server = await startServer(({ region }) => ({
    body: {
      kind: 'youtube#videoListResponse',
      items: [apiItem(`of-${region}`, { snippet: { title: titles[region] }, statistics: { viewCount: '1234567' } }), { id: 1 }],
    },
  }));
  onTestFinished(() => server.close());
  const folder = makeFolder('vault');
  const clock = join(folder, 'clock.cjs');
  writeFileSync(clock, `Date.now = () => Date.parse('${noon}'); process.hrtime.bigint = () => 0n;`);
  const settings = { YOUTUBE_API_KEY: 'a-key', VAULT_API_URL: server.url, ...env };
  const vault = async (words: string): Promise<string> => {
    const { stdout, stderr } = await runVault(words.split(' '), { cwd: folder, env: settings, nodeWords: ['--require', clock] });
    return `${stdout}${stderr}`.replaceAll(folder, '/vault');
  };
  const askAll = async (lines: readonly string[]): Promise<Record<string, string>> =>
    Object.fromEntries(await Promise.all(lines.map(async (line) => [line, await vault(line)])));
  return { folder, vault, askAll };
}

/** What a vault keeps after two runs, and what people are told of it. */
async function tell(env: Readonly<Record<string, string>>) {
  const { folder, vault, askAll } = await openStill(env);
  const runs = [await vault(asked), await vault(asked)];
  await vault('report --out page.html');
  return {
    kept: {
      runs,
      rows: await logicalDump((sql) => queryFile(join(folder, 'vault.db'), sql)),
      documents: await askAll(documents.map((words) => `${words} --json`)),
      charts: await vault('export charts'),
      page: readFileSync(join(folder, 'page.html'), 'utf8'),
    },
    said: await askAll(texts),
  };
}

let usual: ReturnType<typeof tell> | undefined;

function tellAsUsual(): ReturnType<typeof tell> {
  usual ??= tell({ LC_ALL: 'en_US.UTF-8', TZ: 'UTC' });
  return usual;
}

describe('whatever language a machine speaks', () => {
  test('numbers and dates are English, and a search knows each i', async () => {
    const { kept, said } = await tellAsUsual();
    expect(said['top']).toMatch(/1,234,567/);
    expect(said['top']).toContain('23 Nov 2026, 12:00');
    const found = ['istanbul', 'ISPARTA'].map((word) => kept.documents[`search ${word} --json`]);
    expect(found).toEqual(['of-ID', 'of-IS'].map((id) => expect.stringContaining(`"videoId": "${id}"`)));
  });

  test.each<Record<string, string>>([
    { LANG: 'C' },
    { LC_ALL: 'tr_TR.UTF-8' },
    // Digits of its own; a calendar of its own; no language at all.
    { LC_ALL: 'ar_EG.UTF-8' },
    { LC_ALL: 'th_TH.UTF-8' },
    { LC_ALL: 'xx_YY@nothing' },
  ])('%o changes nothing that is kept or said', async (env) => {
    expect(await tell({ TZ: 'UTC', ...env })).toEqual(await tellAsUsual());
  });
});

describe('wherever a machine is', () => {
  test.each([
    ['Pacific/Kiritimati', '24 Nov 2026, 02:00'],
    ['America/St_Johns', '23 Nov 2026, 08:30'],
    ['Mars/Phobos', '23 Nov 2026, 12:00'],
    ['', '23 Nov 2026, 12:00'],
  ])('TZ=%s changes nothing but the times that people are told, such as %s', async (zone, time) => {
    const { kept, said } = await tell({ LC_ALL: 'en_US.UTF-8', TZ: zone });
    expect(kept).toEqual((await tellAsUsual()).kept);
    for (const command of texts) expect(said[command], command).toContain(time);
  });
});
