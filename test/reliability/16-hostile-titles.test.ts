import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import { expect, onTestFinished } from 'vitest';
import { startServer } from '../../src/demo/server.ts';
import { createRandom } from '../../src/demo/random.ts';
import { apiItem } from '../support/items.ts';
import { createEagerClock } from '../support/test-clock.ts';
import { hostileTexts } from './support/hostile-titles.ts';
import { temporaryFolder } from './support/process.ts';
import type { Program } from './support/program.ts';
import { keepsPromise } from './support/promise.ts';

const seed = 16;
const chartsPerRun = 106;

keepsPromise({
  number: 16,
  title: 'Hostile titles: no control or bidirectional character on a terminal, no formula in CSV; stored as sent',
  async check(program, scale) {
    const texts = hostileTexts(scale === 'full' ? 20 * chartsPerRun : chartsPerRun, createRandom(seed));
    const benign = await play(
      program,
      Array.from({ length: chartsPerRun }, () => 'benign'),
    );
    let characters = 0;
    for (let from = 0; from < texts.length; from += chartsPerRun) {
      const shown = await show(program, texts.slice(from, from + chartsPerRun), benign);
      expect({ seed, from, escapes: shown.escapes }).toEqual({ seed, from, escapes: [] });
      expect({ seed, from, formulas: shown.formulas }).toEqual({ seed, from, formulas: [] });
      expect({ seed, from, stored: shown.stored }).toEqual({ seed, from, stored: shown.sent });
      characters += shown.characters;
    }
    return `0 in ${characters.toLocaleString('en-US')} characters shown of ${texts.length.toLocaleString('en-US')} titles, all stored as sent`;
  },
  sabotages: [
    {
      title: 'control characters let through',
      patches: [{ file: 'src/text/plain.ts', from: String.raw`[\p{Cc}\u061c`, to: String.raw`[\u061c` }],
    },
    {
      title: 'bidirectional characters let through',
      patches: [
        { file: 'src/text/plain.ts', from: String.raw`\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu`, to: String.raw`\p{Cc}]/gu` },
      ],
    },
    {
      title: 'formulas let through into a spreadsheet',
      patches: [{ file: 'src/export/csv.ts', from: '!raw && formulaStart.test(text)', to: 'false' }],
    },
    {
      title: 'rows printed on a terminal as they are',
      patches: [{ file: 'src/cli/export-stdout.ts', from: 'stdout.isTTY ? legible(bytes) : bytes', to: 'Buffer.from(bytes).toString()' }],
    },
    {
      title: 'YouTube’s own words of an error printed as they come',
      patches: [
        { file: 'src/youtube/api-error.ts', from: String.raw`.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ')`, to: '' },
        { file: 'src/cli/render-run.ts', from: 'plain(whatHappened(region))', to: 'whatHappened(region)' },
      ],
    },
    {
      title: 'ill-formed UTF-16 bound as it is',
      patches: [
        { file: 'src/core/chart.ts', from: 'value.toWellFormed()', to: 'value' },
        { file: 'src/sqlite/bindable.ts', from: 'value.toWellFormed()', to: 'value' },
      ],
    },
  ],
});

/** Everything that has no place in what is printed: control characters but for line ends, and those that turn text around. */
const harmful = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
const escapeSequence = new RegExp(String.raw`${String.fromCharCode(27)}\[[\d;]*[A-Za-z]`, 'g');

interface Played {
  /** Of each command line; the second is `stats`. */
  readonly outputs: readonly string[];
  readonly stored: readonly string[];
  /** Cells of a CSV file that a spreadsheet would compute. */
  readonly formulas: readonly string[];
}

interface Shown {
  /** What reached a terminal and is none of the program's own colours and movements. */
  readonly escapes: readonly string[];
  readonly characters: number;
  readonly formulas: readonly string[];
  readonly sent: readonly string[];
  readonly stored: readonly string[];
}

/** Shows texts as titles, as names of channels and as the words of errors, by every command that prints them. */
async function show(program: Program, texts: readonly string[], benign: Played): Promise<Shown> {
  const played = await play(program, texts);
  const own = new Set(benign.outputs.join('').match(escapeSequence));
  const foreign = played.outputs.join('').replace(escapeSequence, (sequence) => (own.has(sequence) ? '' : sequence));
  // A title with a line end would be more lines of the table than one.
  expect({ seed, lines: countLines(played.outputs[1]) }).toEqual({ seed, lines: countLines(benign.outputs[1]) });
  return {
    escapes: foreign.replaceAll('\n', '').match(harmful) ?? [],
    characters: foreign.length,
    sent: texts.map((text) => text.toWellFormed()).map((text) => JSON.stringify([text, text, text, [text]])),
    stored: played.stored,
    formulas: played.formulas,
  };
}

async function play(program: Program, texts: readonly string[]): Promise<Played> {
  const cwd = temporaryFolder();
  let failing = false;
  const regions: string[] = [];
  const server = await startServer(({ region }) => {
    if (!regions.includes(region)) regions.push(region);
    const text = texts[regions.indexOf(region)] ?? 'benign';
    if (failing) return { status: 400, body: { error: { code: 400, message: text, errors: [{ reason: text }] } } };
    const snippet = { title: text, channelTitle: text, description: text, tags: [text] };
    return { body: { items: [apiItem(region, { snippet })] } };
  });
  onTestFinished(() => server.close());
  const env = { YOUTUBE_API_KEY: 'AIza-test-key', VAULT_API_URL: server.url, VAULT_TIMEOUT: '10m', VAULT_DEADLINE: '1d', TERM: 'xterm' };
  const run = (line: string): Promise<string> => runOnTerminal(program, line, { cwd, env });

  const outputs = [
    await run('fetch --regions all --max-results 1 --concurrency 1 --log-level debug'),
    await run('stats'),
    await run('runs'),
    await run('top'),
    await run('report --format text'),
    await run('search evil'),
    await run('export charts'),
    await run('export videos --format ndjson'),
  ];
  await run('export videos --out videos.csv');
  const cells = parse(readFileSync(join(cwd, 'videos.csv'))).flat();
  const stored = readStored(join(cwd, 'vault.db'), regions);
  failing = true;
  outputs.push(
    await run('fetch --regions all --max-results 1'),
    await run('stats'),
    await run('stats --json'),
    await run('report --format text'),
  );
  return { outputs, stored, formulas: cells.filter((cell) => formula.test(cell)) };
}

async function runOnTerminal(
  { parts }: Program,
  line: string,
  { cwd, env }: { cwd: string; env: Record<string, string> },
): Promise<string> {
  let shown = '';
  const terminal = { write: (text: string) => (shown += text), isTTY: true, columns: 200, rows: 300 };
  await parts.run(line.split(' '), {
    env,
    cwd,
    stdout: terminal,
    stderr: terminal,
    clock: createEagerClock(),
    random: () => 0,
    interruption: new AbortController().signal,
    program: { node: '/usr/bin/node', script: '/opt/vault/bin/vault.js' },
    openFile: async () => {},
    timeZone: 'UTC',
  });
  return shown;
}

function readStored(path: string, regions: readonly string[]): string[] {
  const db = new Database(path, { readonly: true });
  try {
    const row = db.prepare<[string], string[]>('SELECT title, channel_title, description, tags FROM videos WHERE video_id = ?').raw();
    return regions.map((region) => {
      const [title, channel, description, tags] = row.get(region) ?? ['missing', '', '', '[]'];
      return JSON.stringify([title, channel, description, JSON.parse(tags ?? '[]')]);
    });
  } finally {
    db.close();
  }
}

function countLines(text = ''): number {
  return text.split('\n').length;
}
