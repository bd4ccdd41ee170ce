import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createSimulation } from '../../src/demo/simulation.ts';
import type { Handler } from '../../src/demo/server.ts';
import { noon, openShell, openShellWithApi, type Shell } from '../support/cli.ts';
import { apiError } from '../support/source.ts';
import { createEagerClock } from '../support/test-clock.ts';
import { describeWithServer, openDatabase } from './server.ts';

const hoursApart = 150;
const runs = 7;

/** The demo's world, in which Sweden fails once, and each page holds one item without a title and one without an id. */
function openWorld(): { handler: Handler; moveTo: (run: number) => void } {
  let run = 0;
  const epochMs = noon - runs * hoursApart * 3_600_000;
  const world = createSimulation({ seed: 7, epochMs, hours: () => run * hoursApart, latency: false, refusals: false });
  return {
    moveTo: (next) => (run = next),
    handler(request) {
      if (request.region === 'SE' && run === 3) return apiError(500, 'backendError');
      const answer = world.handler(request);
      const { items, ...rest } = (answer as { body: object }).body as { items: { id?: string; snippet: { title?: string } }[] };
      const spoilt = Array.from(items, (item, index) => {
        if (index === 4) return { ...item, snippet: { ...item.snippet, title: undefined } };
        return index === 9 ? { ...item, id: 7 } : item;
      });
      return { body: { ...rest, items: spoilt } };
    },
  };
}

/** Two vaults that were fed by the same command lines, months apart. */
async function openTwins(): Promise<{ file: Shell; server: Shell }> {
  const world = openWorld();
  const file = await openShellWithApi(world.handler);
  const { url, remove } = await openDatabase();
  const server = openShell({ ...file.env, VAULT_DB: url });
  onTestFinished(remove);
  for (let run = 0; run < runs; run += 1) {
    world.moveTo(run);
    const start = noon - (runs - 1 - run) * hoursApart * 3_600_000;
    for (const shell of [file, server]) await shell.vault('fetch --quiet --max-results 30', { clock: createEagerClock(start) });
  }
  return { file, server };
}

const videoOf = async (shell: Shell): Promise<string> =>
  (JSON.parse((await shell.vault('top --json --limit 1')).stdout) as { videos: { videoId: string }[] }).videos[0]?.videoId ?? '';

/** What differs by its nature: where the vault is, what it takes, and how long a request took. */
function comparable(text: string): string {
  return text.replace(/"(database|out)": "[^"]*"/g, '"$1": "…"').replace(/"(bytes|bytesBefore|durationMs|waitedMs)": \d+/g, '"$1": 0');
}

describeWithServer('a vault on a server and one in a file', () => {
  test('answer every command alike', { timeout: 120_000 }, async () => {
    const { file, server } = await openTwins();
    const video = await videoOf(file);
    const lines = [
      'stats --json',
      'stats --run 4 --json',
      'runs --json',
      'top --json',
      'top --since 60d --limit 200 --json',
      'top --region SE,PL --category 10 --json',
      'movers --json',
      'movers --region US --limit 50 --json',
      `video ${video} --json`,
      'overlap --json',
      'overlap --since 90d --region PL,NL,SE --json',
      'rejections --json',
      'rejections --since 20d --region PL --limit 500 --json',
      'prune --older-than 20d --dry-run --json',
      'fetch --dry-run --json --if-older-than 7h',
      'report --format text --out -',
    ];
    for (const line of lines) {
      const [expected, given] = [await file.vault(line), await server.vault(line)];
      expect(expected.exitCode, line).toBe(0);
      expect(comparable(expected.stdout).length, line).toBeGreaterThan(50);
      expect({ ...given, stdout: comparable(given.stdout) }, line).toEqual({ ...expected, stdout: comparable(expected.stdout) });
    }
  });

  test('give the same rows to other programs, and the same report', { timeout: 120_000 }, async () => {
    const { file, server } = await openTwins();
    const lines = ['videos', 'snapshots', 'appearances', 'charts', 'charts --since 40d --region US,PL'];
    for (const line of lines) {
      const [expected, given] = [await file.vault(`export ${line}`), await server.vault(`export ${line}`)];
      expect(expected.stdout.length, line).toBeGreaterThan(1000);
      expect(given.stdout, line).toBe(expected.stdout);
    }
    for (const shell of [file, server]) expect(await shell.vault('report --since 60d')).toMatchObject({ exitCode: 0 });
    const page = (shell: Shell): string =>
      readFileSync(join(shell.folder, 'report.html'), 'utf8').replace(/(\/|postgres:)[^\s<"]*(vault\.db|vault_\w+)/g, '…');
    expect(page(server)).toBe(page(file));
  });

  test('find the same videos for the same words, and keep the same runs when old ones go', { timeout: 120_000 }, async () => {
    const { file, server } = await openTwins();
    for (const words of [
      'ich',
      'how to',
      'music',
      'łódź',
      'ost',
      'a',
      'xyzzy',
      'jag --language sv',
      'de --region NL',
      'best --since 40d',
    ]) {
      const line = `search ${words} --limit 15 --json`;
      const ids = async (shell: Shell): Promise<string[]> =>
        (JSON.parse((await shell.vault(line)).stdout) as { videos: { videoId: string; match: string }[] }).videos.map(
          ({ videoId, match }) => `${videoId} ${match}`,
        );
      const found = await ids(file);
      expect((await ids(server)).slice(0, found.length), line).toEqual(found);
    }
    for (const line of [
      'rejections --retry --json',
      'prune --keep-daily 1d --older-than 25d --json',
      'stats --json',
      'runs --json',
      'top --since 60d --json',
    ]) {
      const [expected, given] = [await file.vault(line), await server.vault(line)];
      expect({ ...given, stdout: comparable(given.stdout) }, line).toEqual({ ...expected, stdout: comparable(expected.stdout) });
    }
  });
});
