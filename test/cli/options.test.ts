import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openShell, openShellWithApi } from '../support/cli.ts';
import { page } from '../support/source.ts';

describe('a wrong value ends with exit 64, the name of the option, what was given and what is allowed', () => {
  test.each([
    ['fetch --max-results 500', '--max-results "500": expected a whole number from 1 to 200'],
    ['fetch --max-results 0', '--max-results "0": expected a whole number from 1 to 200'],
    ['fetch --max-results 2.5', '--max-results "2.5": expected a whole number from 1 to 200'],
    ['fetch --max-results -1', '--max-results "-1": expected a whole number from 1 to 200'],
    ['fetch --concurrency many', '--concurrency "many": expected a whole number from 1 to 50'],
    ['fetch --timeout 10', '--timeout "10": expected a duration from 100ms to 10m, such as 500ms, 10s or 5m'],
    ['fetch --deadline 2d', '--deadline "2d": expected a duration from 1s to 1d, such as'],
    ['fetch --if-older-than soon', '--if-older-than "soon": expected a duration from 1m to 365d'],
    ['schedule cron --every 30s', '--every "30s": expected a duration from 1m to 365d, such as 5m, 7h or 30d'],
    ['prune --older-than 5m', '--older-than "5m": expected a duration from 1h to 36500d, such as 7h or 30d'],
    ['fetch --categories 0,99', '--categories "0,99": expected ids out of 0, 1, 2, 10,'],
    ['fetch --regions ,', '--regions ",": expected codes such as US,GB,PL, or all'],
    ['fetch --regions PL,UK', '--regions "PL,UK": UK is no region with a chart; did you mean GB (United Kingdom)'],
    ['fetch --log-level loud', '--log-level "loud": expected silent, error, warn, info or debug'],
    [
      'fetch --db mysql://host/vault',
      '--db "mysql://host/vault": expected the path of a file, or postgres://user:password@host:5432/database',
    ],
    ['demo --db postgres://host/vault', '--db "postgres:…": expected the path of a file, not the address of a server'],
    ['stats --run first', '--run "first": expected a whole number from 1 up'],
    ['runs --limit 0', '--limit "0": expected a whole number from 1 to 10000'],
    ['demo --seed x', '--seed "x": expected a whole number from 0 to 4294967295'],
    ['fetch --regoins PL', "unknown option '--regoins'"],
    ['fetch PL', 'too many arguments'],
    ['fecth', "unknown command 'fecth'"],
    ['fetch --regions', "option '--regions <codes>' argument missing"],
  ])('%s', async (line, sentence) => {
    const shell = await openShellWithApi(() => page('PL'));
    const { exitCode, stdout, stderr } = await shell.vault(line);
    expect(exitCode).toBe(64);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^vault: /);
    expect(stderr).toContain(sentence);
    expect(shell.server.requests).toHaveLength(0);
  });

  test.each([
    ['VAULT_REGIONS', 'XX'],
    ['VAULT_CATEGORIES', 'music'],
    ['VAULT_MAX_RESULTS', '201'],
    ['VAULT_CONCURRENCY', '0'],
    ['VAULT_TIMEOUT', 'fast'],
    ['VAULT_DEADLINE', '-1s'],
    ['VAULT_MAX_WAIT', '5'],
    ['VAULT_QUOTA_PER_DAY', 'lots'],
    ['VAULT_API_URL', 'youtube'],
    ['VAULT_API_URL', 'file:///etc/passwd'],
    ['VAULT_API_URL', 'https://example.test/base'],
    ['VAULT_LOG_LEVEL', 'LOUD'],
  ])('%s=%s', async (variable, value) => {
    const shell = openShell({ YOUTUBE_API_KEY: 'k', [variable]: value });
    const { exitCode, stderr } = await shell.vault('fetch');
    expect(exitCode).toBe(64);
    expect(stderr).toContain(`vault: ${variable} ${JSON.stringify(value)}: `);
  });

  test.each([
    'postgres://me:secret@host:port/vault',
    'postgres://me:se/cret@host/vault',
    'postgres://me:12/secret@host/vault',
    'postgres://me:12?secret@host/vault',
    'postgres://me:12#secret@host/vault',
    'postgres:me:secret@host/vault',
    'postgres//me:secret@host/vault',
    'postgress://me:secret@host/vault',
    'postgres://h:x/vault?password=secret',
    'mysql://me:secret@host/vault?password=secret',
  ])('nothing of the password in an address that is none is printed: %s', async (address) => {
    for (const line of [`stats --db ${address}`, 'stats']) {
      const { exitCode, stderr } = await openShell({ VAULT_DB: address }).vault(line);
      expect(exitCode).toBe(64);
      expect(stderr).toMatch(/^vault: (--db|VAULT_DB) ".*": expected the path of a file, or postgres:/);
      expect(stderr).not.toMatch(/secret|cret@|:12/);
    }
  });

  test('what was given is shown without control and bidirectional characters', async () => {
    const shell = openShell({ VAULT_REGIONS: 'P\u202eL\u001b[31m', YOUTUBE_API_KEY: 'k' });
    const { exitCode, stderr } = await shell.vault('fetch');
    expect(exitCode).toBe(64);
    expect(stderr).not.toContain('\u001b');
    expect(stderr).not.toContain('\u202e');
  });

  test.each(['two words', '“a-key-between-quotes”', String.raw`a\key`])('a wrong key is not printed: %s', async (key) => {
    const shell = openShell({ YOUTUBE_API_KEY: key });
    const { exitCode, stderr } = await shell.vault('fetch');
    expect(exitCode).toBe(64);
    expect(stderr).toMatch(/^vault: YOUTUBE_API_KEY: expected/);
    expect(stderr).not.toContain(key);
  });
});

describe('a flag beats the environment, which beats .env, which beats the default', () => {
  test.each([
    ['fetch --max-results 3', { VAULT_MAX_RESULTS: '4' }, 'VAULT_MAX_RESULTS=5', '3'],
    ['fetch', { VAULT_MAX_RESULTS: '4' }, 'VAULT_MAX_RESULTS=5', '4'],
    ['fetch', {}, 'VAULT_MAX_RESULTS=5', '5'],
    ['fetch', { VAULT_MAX_RESULTS: ' ' }, 'VAULT_MAX_RESULTS="5"', '5'],
    ['fetch', {}, 'VAULT_MAX_RESULTS=', '25'],
    ['fetch', {}, '# nothing', '25'],
    ['fetch', {}, '\ufeffVAULT_MAX_RESULTS=5', '5'],
  ])('%s with %j and %s asks for %s', async (line, env, file, asked) => {
    const shell = await openShellWithApi(() => page('PL'));
    writeFileSync(join(shell.folder, '.env'), file);
    Object.assign(shell.env, env);
    await shell.vault(`${line} --regions PL`);
    expect(shell.server.requests[0]?.query.get('maxResults')).toBe(asked);
  });

  test('the key may stand in .env, with a stray line break at its end', async () => {
    const shell = await openShellWithApi(() => page('PL'));
    delete shell.env['YOUTUBE_API_KEY'];
    writeFileSync(join(shell.folder, '.env'), 'YOUTUBE_API_KEY="from-the-file\n"\n');
    await shell.vault('fetch --regions PL');
    expect(shell.server.requests[0]?.headers['x-goog-api-key']).toBe('from-the-file');
  });

  test('a wrong value in .env is said to stand there', async () => {
    const shell = openShell({ YOUTUBE_API_KEY: 'k' });
    writeFileSync(join(shell.folder, '.env'), 'VAULT_CONCURRENCY=99');
    expect((await shell.vault('fetch')).stderr).toMatch(/^vault: VAULT_CONCURRENCY in \.env "99": /);
  });

  test('a .env in UTF-16 is exit 78, and not as if it were empty', async () => {
    const shell = openShell();
    writeFileSync(join(shell.folder, '.env'), '\ufeffVAULT_MAX_RESULTS=5', 'utf16le');
    expect(await shell.vault('stats')).toMatchObject({ exitCode: 78, stderr: expect.stringContaining('UTF-8') });
  });

  test('a .env that cannot be read is exit 78', async () => {
    const shell = openShell();
    mkdirSync(join(shell.folder, '.env'));
    expect((await shell.vault('stats')).exitCode).toBe(78);
  });
});

test('--categories 0,00,10,010 are two', async () => {
  const { stdout } = await openShell().vault('fetch --regions PL --categories 0,00,10,010 --dry-run --json');
  expect(JSON.parse(stdout).charts.map(({ category }: { category: number }) => category)).toEqual([0, 10]);
});

describe('regions', () => {
  test.each([
    ['pl,nl', ['PL', 'NL']],
    ['"PL, NL"', ['PL', 'NL']],
    ['PL,NL,PL,pl', ['PL', 'NL']],
  ])('%s', async (given, regions) => {
    const shell = await openShellWithApi(({ region }) => page(region));
    shell.env['VAULT_REGIONS'] = given.replaceAll('"', '');
    await shell.vault('fetch');
    expect(shell.server.requests.map(({ region }) => region)).toEqual(regions);
  });

  test.each(['all', 'ALL'])('%s asks for every region', async (given) => {
    const shell = openShell();
    const { stdout } = await shell.vault(`fetch --regions ${given} --max-results 200 --dry-run --json`);
    expect(JSON.parse(stdout)).toMatchObject({ charts: { length: 106 }, requests: 424 });
  });
});
