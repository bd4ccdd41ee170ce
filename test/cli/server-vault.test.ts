import { readdirSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openShell, openShellWithApi } from '../support/cli.ts';
import { page } from '../support/source.ts';

/** An address at which nobody answers, with a password. */
const nowhere = 'postgres://me:hush-hush@127.0.0.1:1/vault?application_name=hush-hush';
const name = 'postgres://me@127.0.0.1:1/vault';

/** The address of something that says so to whoever connects, in the words of PostgreSQL: FATAL, with a code and a sentence. */
async function openRefusing(code: string, message: string): Promise<string> {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`);
  const head = Buffer.from([0x45, 0, 0, 0, fields.length + 4]);
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.end(Buffer.concat([head, fields])));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `postgres://me:hush-hush@127.0.0.1:${(server.address() as AddressInfo).port}/vault?sslmode=disable`;
}

describe('a vault on a server', () => {
  const lines = ['stats', 'runs --json', 'top', 'video abc', 'overlap', 'movers', 'search cats', 'rejections', 'rejections --retry'];

  test.each([...lines, 'export charts --format csv', 'report --format text', 'prune --older-than 1d', 'fetch --dry-run'])(
    'that does not answer ends %s with exit 74 and a sentence that names it without its password',
    async (line) => {
      const shell = openShell({ VAULT_DB: nowhere });
      const { exitCode, stdout, stderr } = await shell.vault(line);
      expect([exitCode, stdout]).toEqual([74, '']);
      expect(stderr).toMatch(/^vault: postgres:\/\/me@127\.0\.0\.1:1\/vault: no connection to the server \(.*ECONNREFUSED.*\); check/);
      expect(stderr).not.toContain('hush');
      expect(readdirSync(shell.folder)).toEqual([]);
    },
  );

  test.each(['--db', 'VAULT_DB'])('that refuses the password is exit 78 and says so: %s', async (way) => {
    const address = await openRefusing('28P01', 'password authentication failed for user "me"');
    const shell = openShell(way === '--db' ? {} : { VAULT_DB: address });
    const { exitCode, stderr } = await shell.vault(way === '--db' ? `stats --db ${address}` : 'stats');
    expect(exitCode).toBe(78);
    expect(stderr).toMatch(/vault: the server refuses the connection \(password authentication failed for user "me"\); check user, /);
    expect(stderr).not.toContain('hush');
  });

  test.each([
    ['backup copy.db', /no file, but a database of a server; back it up with pg_dump, or copy it: vault copy --from/],
    ['restore copy.db', /no file, but a database of a server; restore it with pg_restore, or copy into it: vault copy --from/],
  ])('is nothing for %s', async (line, sentence) => {
    const { exitCode, stdout, stderr } = await openShell({ VAULT_DB: nowhere }).vault(line);
    expect([exitCode, stdout]).toEqual([64, '']);
    expect(stderr).toMatch(sentence);
    expect(stderr).toContain(`vault: ${name} is`);
    expect(stderr).not.toContain('hush');
  });
});

describe('vault doctor of a server', () => {
  interface Document {
    readonly checks: { readonly name: string; readonly status: string; readonly message: string; readonly remedy: string | null }[];
    readonly database: string;
  }

  async function diagnose(address: string, line = 'doctor --json') {
    const shell = await openShellWithApi(({ region }) => page(region));
    shell.env['VAULT_DB'] = address;
    const ended = await shell.vault(line);
    return { ...ended, document: JSON.parse(ended.stdout) as Document, requests: shell.server.requests.length };
  }

  test('that does not answer has the fact and the remedy, and no check of SQLite', async () => {
    const { exitCode, stdout, document } = await diagnose(nowhere);
    expect([exitCode, document.database]).toEqual([74, name]);
    expect(document.checks.map((check) => check.name)).toEqual(['node', 'key', '.env', 'vault']);
    expect(document.checks.at(-1)).toMatchObject({
      status: 'failure',
      message: expect.stringMatching(/^postgres:\/\/me@127\.0\.0\.1:1\/vault: no connection to the server/),
      remedy: 'check that it runs, and the address',
    });
    expect(stdout).not.toContain('hush');
  });

  test.each([
    ['28P01', 'password authentication failed for user "me"', 78, /password authentication failed/],
    ['3D000', 'database "vault" does not exist', 78, /database "vault" does not exist/],
    ['53300', 'sorry, too many clients already', 74, /takes no more connections/],
    ['57P03', 'the database system is starting up', 74, /no connection/],
  ])('that refuses with %s, %s', async (code, message, exitCode, sentence) => {
    const { document, ...ended } = await diagnose(await openRefusing(code, message));
    expect(ended.exitCode).toBe(exitCode);
    expect(document.checks.at(-1)).toMatchObject({ name: 'vault', status: 'failure', message: expect.stringMatching(sentence) });
    expect(document.checks.at(-1)?.remedy).not.toBe('');
    expect(ended.stdout).not.toContain('hush');
  });

  test('asks no API for which it cannot keep count', async () => {
    const { document, requests } = await diagnose(nowhere, 'doctor --online --json');
    expect(requests).toBe(0);
    expect(document.checks.find((check) => check.name === 'api')?.message).toMatch(/not asked: the vault cannot keep count/);
  });
});
