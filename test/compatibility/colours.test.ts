import { describe, expect, test } from 'vitest';
import { openShellWithApi } from '../support/cli.ts';
import { page } from '../support/source.ts';

const commands = [
  'fetch --regions PL,NL',
  'fetch --regions PL,NL --log-level debug',
  'stats',
  'runs',
  'top',
  'movers',
  'overlap',
  'video PL-1',
  'doctor',
];

/** Whether a text holds the sequence that sets colours and weights. */
function isColoured(text: string): boolean {
  return text
    .split('\u001b[')
    .slice(1)
    .some((rest) => /^[\d;]*m/.test(rest));
}

/** What a command shows where both of its streams are terminals, or where neither is. */
async function show(line: string, env: Record<string, string>, isTTY = true): Promise<{ results: string; progress: string }> {
  const shell = await openShellWithApi(({ region }) => page(region));
  await shell.vault('fetch --regions PL,NL');
  Object.assign(shell.env, env);
  const shown = { results: '', progress: '' };
  await shell.vault(line, {
    stdout: { isTTY, columns: 80, write: (text) => (shown.results += String(text)) },
    stderr: { isTTY, columns: 80, rows: 24, write: (text) => (shown.progress += String(text)) },
  });
  return shown;
}

describe('on a terminal', () => {
  test.each(commands)('%s is coloured', async (line) => {
    expect(isColoured((await show(line, {})).results)).toBe(true);
  });

  test.each(commands)('%s has no colour where NO_COLOR is set; live lines move the cursor and do nothing else', async (line) => {
    const { results, progress } = await show(line, { NO_COLOR: '1' });
    expect(results).not.toContain('\u001b');
    expect(isColoured(progress)).toBe(false);
  });

  test.each<Record<string, string>>([{ NO_COLOR: '' }, { NO_COLOR: '1', FORCE_COLOR: '1' }])('%o leaves the colours', async (env) => {
    expect(isColoured((await show('stats', env)).results)).toBe(true);
  });

  test.each<Record<string, string>>([{ FORCE_COLOR: '0' }, { TERM: 'dumb' }])('%o takes the colours', async (env) => {
    expect((await show('stats', env)).results).not.toContain('\u001b');
  });
});

describe('in a pipe', () => {
  test('there are no colours unless FORCE_COLOR asks for them', async () => {
    expect((await show('stats', {}, false)).results).not.toContain('\u001b');
    expect(isColoured((await show('stats', { FORCE_COLOR: '1' }, false)).results)).toBe(true);
  });

  test('a JSON document and a log have none even then', async () => {
    const { results, progress } = await show('fetch --regions PL --json', { FORCE_COLOR: '1' }, false);
    expect(`${results}${progress}`).not.toContain('\u001b');
  });
});
