import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { filterOutput } from '../../src/cli/filter-output.ts';
import { createSecretRedact, exposesSecret, readSecrets } from '../../src/cli/secrets.ts';
import { createRedact } from '../../src/core/redact.ts';
import { openShell, openShellWithApi, type Shell } from '../support/cli.ts';
import { page } from '../support/source.ts';

describe('a .env that other users may read', () => {
  async function openWith(text: string, mode: number): Promise<Shell> {
    const shell = await openShellWithApi(({ region }) => page(region));
    delete shell.env['YOUTUBE_API_KEY'];
    writeFileSync(join(shell.folder, '.env'), text);
    chmodSync(join(shell.folder, '.env'), mode);
    return shell;
  }

  test.skipIf(process.platform === 'win32').each([0o644, 0o604])('of mode %o is warned about', async (mode) => {
    const { stderr } = await (await openWith('YOUTUBE_API_KEY=from-the-file', mode)).vault('fetch --regions PL');
    expect(JSON.parse(stderr.split('\n')[0] ?? '')).toMatchObject({ level: 'warn', msg: expect.stringContaining('chmod 600 .env') });
  });

  test.each([
    ['that is private', 'YOUTUBE_API_KEY=from-the-file', 0o600, ''],
    ['that a group shares', 'YOUTUBE_API_KEY=from-the-file', 0o640, ''],
    ['with --quiet', 'YOUTUBE_API_KEY=from-the-file', 0o644, '--quiet'],
    ['with --log-level error', 'YOUTUBE_API_KEY=from-the-file', 0o644, '--log-level error'],
    ['that holds no key', 'YOUTUBE_API_KEY=\nVAULT_REGIONS=PL', 0o644, ''],
  ])('is not warned about: one %s', async (_, text, mode, flags) => {
    const shell = await openWith(text, mode);
    shell.env['YOUTUBE_API_KEY'] = 'from-the-environment';
    if (text.includes('from-the-file')) delete shell.env['YOUTUBE_API_KEY'];
    expect(await shell.vault(`fetch --regions PL ${flags}`)).toMatchObject({ exitCode: 0, stderr: expect.not.stringContaining('chmod') });
  });
});

test('the secrets are those of the environment and of .env, whichever is used', async () => {
  const shell = await openShellWithApi(() => page('PL'));
  writeFileSync(join(shell.folder, '.env'), 'YOUTUBE_API_KEY= key-of-the-file \nVAULT_DB=no-secret');
  const env = { YOUTUBE_API_KEY: ' key-of-the-environment\n', HOME: 'no-secret' };
  expect(readSecrets({ env, cwd: shell.folder })).toEqual(['key-of-the-environment', 'key-of-the-file']);
});

describe('the password of a database', () => {
  const none = { env: {}, cwd: '/nowhere' };

  test.each([
    ['the environment', { env: { VAULT_DB: 'postgres://me:hush@host/db' } }],
    ['the command line', { words: ['stats', '--db', 'postgresql://me:hush@host/db'] }],
    ['one word of it', { words: ['stats', '--db=POSTGRES://me:hush@host/db'] }],
    ['the options of an address', { words: ['postgres://host/db?user=me&password=hush&sslmode=require'] }],
    ['an address that is none', { words: ['postgres:me:hush@host/db'] }],
    ['PGPASSWORD', { env: { PGPASSWORD: 'hush' } }],
  ])('is a secret in %s', (_, places) => {
    expect(readSecrets({ ...none, ...places })).toEqual(['hush']);
  });

  test('is one in .env, which others must not read', async () => {
    const shell = openShell();
    writeFileSync(join(shell.folder, '.env'), 'VAULT_DB=postgres://me:hush@host/db\nPGPASSWORD=other');
    expect(readSecrets({ env: {}, cwd: shell.folder })).toEqual(['other', 'hush']);
    chmodSync(join(shell.folder, '.env'), 0o644);
    expect(exposesSecret(shell.folder)).toBe(process.platform !== 'win32');
    writeFileSync(join(shell.folder, '.env'), 'VAULT_DB=postgres://me@host/db');
    expect(exposesSecret(shell.folder)).toBe(false);
  });

  test('is none in an address without one, a path, and other words', () => {
    const words = ['postgres://me@host/db', 'postgres://host:5432/db?sslmode=require', 'a:b@c.db', 'search', 'postgres: a tutorial'];
    expect(readSecrets({ ...none, words })).toEqual([]);
  });

  test.each([
    ['short', 'top', 'postgres://me:top@host/db', 'postgres://me:[key]@host/db'],
    ['short, as an option', 'top', 'to host/db?password=top&sslmode=require', 'to host/db?password=[key]&sslmode=require'],
    ['short, in a sentence', 'top', 'vault top: topmost, password=topmost', 'vault top: topmost, password=topmost'],
    ['escaped', 't%40p', 'me:t%40p@host, me:t@p@host', 'me:[key]@host, me:[key]@host'],
    ['not escaped', 't"p', String.raw`me:t"p@host, me:t%22p@host, {"me:t\"p@host"}`, 'me:[key]@host, me:[key]@host, {"me:[key]@host"}'],
    ['long', 'correct-horse-battery', 'it is correct-horse-battery', 'it is [key]'],
    ['long, in base64', 'correct-horse-battery', btoa('correct-horse-battery'), '[key]'],
    ['long, with spaces', 'correct%20horse%20battery', 'correct horse battery, correct%20horse%20battery', '[key], [key]'],
    ['long, in Polish', 'zażółć-gęślą-jaźń', 'it is zażółć-gęślą-jaźń', 'it is [key]'],
  ])('does not pass: %s', (_, password, text, clean) => {
    expect(createSecretRedact({ ...none, env: { VAULT_DB: `postgres://me:${password}@host/db` } })(text)).toBe(clean);
  });
});

describe('the last filter', () => {
  const key = 'AIzaSyD-9tSrke72PouQMnMX-a7eZSW0jkFMBWY';

  function openFiltered(): { stream: NodeJS.WriteStream; written: () => Buffer } {
    const stream = new PassThrough();
    filterOutput(stream as unknown as NodeJS.WriteStream, createRedact([key]));
    // Node 26 gives a part at a time.
    const read = (): Buffer | null => stream.read() as Buffer | null;
    const written = (): Buffer => {
      const parts: Buffer[] = [];
      for (let part = read(); part !== null; part = read()) parts.push(part);
      return Buffer.concat(parts);
    };
    return { stream: stream as unknown as NodeJS.WriteStream, written };
  }

  test.each([`before ${key} after`, Buffer.from(`before ${key} after`)])('lets no key pass, as text or as bytes', (chunk) => {
    const { stream, written } = openFiltered();
    stream.write(chunk);
    expect(written().toString()).toBe('before [key] after');
  });

  test('changes no other byte', () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
    const { stream, written } = openFiltered();
    stream.write(bytes);
    stream.write('Zażółć 東京');
    expect(written()).toEqual(Buffer.concat([bytes, Buffer.from('Zażółć 東京')]));
  });

  test('keeps the callback of a write', async () => {
    const { stream } = openFiltered();
    await expect(new Promise((resolve) => stream.write(key, resolve))).resolves.not.toBeInstanceOf(Error);
  });
});
