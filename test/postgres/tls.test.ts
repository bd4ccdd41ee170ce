import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { connect } from '../../src/postgres/connection.ts';
import { makeCertificate } from './certificate.ts';
import { findOpenssl } from './find-programs.ts';
import { askForServer, describeWithServer } from './server.ts';
import { withoutTls } from './without-tls.ts';

const given = process.env['VAULT_TEST_PG_URL'] || undefined;

const isSkipped = (given !== undefined || findOpenssl() === undefined) && !process.env['CI'];

if (isSkipped) process.stderr.write('SKIPPED: TLS to PostgreSQL: it needs openssl, and a server of its own (no VAULT_TEST_PG_URL)\n');

/** The server's address with these options, and the path of the authority that vouches for it. */
async function server(): Promise<{ url: (options: string) => string; authority: string }> {
  const { url, authority } = await askForServer();
  if (authority === undefined) throw new Error('CI tests TLS, and there is no openssl to make a certificate');
  return { url: (options) => `${url}?${options}`, authority };
}

/** Whether the server has the connection down as one by TLS. */
async function isByTls(url: string): Promise<unknown> {
  const connection = await connect(url);
  onTestFinished(() => connection.close());
  const [row] = await connection.query('SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()');
  return row?.['ssl'];
}

function otherAuthority(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vault-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  makeCertificate(join(folder, 'key.pem'), join(folder, 'other.pem'));
  return join(folder, 'other.pem');
}

describeWithServer('to a server that speaks TLS', () => {
  describe.skipIf(isSkipped)('a connection', () => {
    test.each([
      ['sslmode=disable', false],
      ['sslmode=prefer', true],
      ['sslmode=require', true],
      ['', true],
    ])('with "%s" is by TLS: %s, whoever vouches for the server', async (options, expected) => {
      expect(await isByTls((await server()).url(options))).toBe(expected);
    });

    test.each(['require', 'verify-ca', 'verify-full'])('with %s and the right authority is by TLS', async (mode) => {
      const { url, authority } = await server();
      expect(await isByTls(url(`sslmode=${mode}&sslrootcert=${authority}`))).toBe(true);
    });

    test.each(['require', 'verify-ca', 'verify-full'])('with %s and another authority is refused', async (mode) => {
      const { url } = await server();
      const opening = connect(url(`sslmode=${mode}&sslrootcert=${otherAuthority()}`));
      await expect(opening).rejects.toMatchObject({
        code: 'configuration',
        message: expect.stringContaining('no TLS as the address asks'),
      });
    });

    test('with verify-full and no authority is refused where the machine knows none for it', async () => {
      const opening = connect((await server()).url('sslmode=verify-full'));
      await expect(opening).rejects.toMatchObject({ code: 'configuration', message: expect.stringContaining('sslrootcert') });
    });

    test('by another name is refused by verify-full, and by verify-ca is not', async () => {
      const { url, authority } = await server();
      const named = (mode: string) => url(`sslmode=${mode}&sslrootcert=${authority}`).replace('@127.0.0.1:', '@localhost:');
      await expect(connect(named('verify-full'))).rejects.toMatchObject({
        code: 'configuration',
        message: expect.stringContaining('localhost'),
      });
      expect(await isByTls(named('verify-ca'))).toBe(true);
    });
  });

  describe.skipIf(isSkipped)('or to one with ssl=off a connection', () => {
    test.each(['sslmode=prefer', 'sslmode=allow', 'sslmode=disable', ''])('with "%s" is in plain text', async (options) => {
      expect(await isByTls(await withoutTls((await server()).url(options)))).toBe(false);
    });

    test.each(['require', 'verify-ca', 'verify-full'])('with %s is refused', async (mode) => {
      const { url, authority } = await server();
      const opening = connect(await withoutTls(url(`sslmode=${mode}&sslrootcert=${authority}`)));
      await expect(opening).rejects.toMatchObject({ code: 'configuration', message: expect.stringContaining('does not support SSL') });
    });
  });
});
