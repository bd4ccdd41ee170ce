import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkServerIdentity, type ConnectionOptions } from 'node:tls';
import { describe, expect, onTestFinished, test } from 'vitest';
import { VaultError } from '../../src/core/errors.ts';
import { readAddress } from '../../src/postgres/address.ts';

const vault = 'postgres://me:secret@db.example:5433/vault';

type Checks = 'plain' | 'nothing' | 'authority' | 'authority and name';

/** How much of the server's certificate is checked; where a name is not, a wrong one passes. */
function checks(ssl: unknown): Checks {
  if (ssl === false) return 'plain';
  const options = ssl as ConnectionOptions;
  if (options.rejectUnauthorized === false) return 'nothing';
  const check = options.checkServerIdentity ?? checkServerIdentity;
  const other = { subject: { CN: 'other' }, subjectaltname: 'DNS:other.example' };
  return check('db.example', other as never) === undefined ? 'authority' : 'authority and name';
}

/** The path of a file that stands for an authority's certificate. */
function authorityFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vault-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'ca.pem'), 'the authority');
  return join(folder, 'ca.pem');
}

const read = (options = '', env: Record<string, string> = {}) => readAddress(`${vault}${options}`, env);

/** The error of an address, which is one sentence that tells nothing secret, and so are the errors that it comes from. */
function refusal(url: string, env: Record<string, string> = {}): string {
  const error = refuse(url, env);
  const cause = Object.assign({ message: '' }, error.cause);
  expect(error.code).toBe('configuration');
  expect(error.message).not.toMatch(/\n|secret/);
  expect(JSON.stringify(cause)).not.toContain('secret');
  return error.message;
}

function refuse(url: string, env: Record<string, string>): VaultError {
  try {
    readAddress(url, env);
  } catch (error) {
    if (error instanceof VaultError) return error;
    throw error;
  }
  throw new Error(`${url} was read`);
}

describe('the parts of an address', () => {
  test('become those of the connection', () => {
    const { config } = read('?application_name=site&options=-c%20search_path%3Dvideos');
    const more = { application_name: 'site', options: '-c search_path=videos' };
    expect(config).toMatchObject({ user: 'me', password: 'secret', host: 'db.example', port: 5433, database: 'vault', ...more });
  });

  test.each(['p@ss', 'a/b', 'a?b#c', 'a:b', '100%', 'zażółć', 'a b+c', '%2F'])('hold the password %s once it is encoded', (password) => {
    const { config } = readAddress(`postgres://me:${encodeURIComponent(password)}@db.example/vault`, {});
    expect(config.password).toBe(password);
  });

  test.each(['host', 'port', 'user', 'password'] as const)('that leave out %s leave it to the environment', (part) => {
    expect(readAddress('postgresql:///vault', {}).config[part] || undefined).toBeUndefined();
  });

  test('that are no option of ours are none of the driver either', () => {
    expect(read('?stream=x&types=x&channel_binding=require&connect_timeout=3').config).toEqual(read().config);
  });
});

describe('sslmode', () => {
  test.each<[mode: string, checked: Checks, isTlsOptional: boolean]>([
    ['disable', 'plain', false],
    ['allow', 'nothing', true],
    ['prefer', 'nothing', true],
    ['require', 'nothing', false],
    ['verify-full', 'authority and name', false],
  ])('%s checks %s, in the address and in PGSSLMODE', (mode, checked, isTlsOptional) => {
    for (const settings of [read(`?sslmode=${mode}`), read('', { PGSSLMODE: mode })]) {
      expect(checks(settings.config.ssl)).toBe(checked);
      expect(settings.isTlsOptional).toBe(isTlsOptional);
    }
  });

  test('is prefer where nobody says otherwise', () => {
    expect(read()).toEqual(read('?sslmode=prefer'));
    expect(read('?sslmode=', { PGSSLMODE: '' })).toEqual(read('?sslmode=prefer'));
  });

  test('in the address beats PGSSLMODE', () => {
    expect(checks(read('?sslmode=verify-full', { PGSSLMODE: 'disable' }).config.ssl)).toBe('authority and name');
    expect(checks(read('?ssl=true', { PGSSLMODE: 'disable' }).config.ssl)).toBe('nothing');
  });

  test('is of no concern on a socket of the same machine', () => {
    expect(read('?host=/run/postgresql&sslmode=require').config).toMatchObject({ ssl: false, host: '/run/postgresql' });
    expect(readAddress('postgres://%2Frun%2Fpostgresql/vault', {}).config.ssl).toBe(false);
    expect(readAddress('postgres:///vault', { PGHOST: '/run/postgresql' }).config.ssl).toBe(false);
  });
});

describe('sslrootcert', () => {
  test.each<[mode: string, checked: Checks]>([
    ['disable', 'plain'],
    ['prefer', 'nothing'],
    ['require', 'authority'],
    ['verify-ca', 'authority'],
    ['verify-full', 'authority and name'],
  ])('with %s has %s checked', (mode, checked) => {
    const path = authorityFile();
    const settings = [read(`?sslmode=${mode}&sslrootcert=${path}`), read(`?sslmode=${mode}`, { PGSSLROOTCERT: path })];
    for (const { config } of settings) expect(checks(config.ssl)).toBe(checked);
  });

  test('is the one authority that is trusted', () => {
    expect(read(`?sslmode=verify-full&sslrootcert=${authorityFile()}`).config.ssl).toEqual({ ca: 'the authority' });
  });

  test('system is what the machine trusts, and asks for verify-full', () => {
    expect(read('?sslrootcert=system')).toEqual(read('?sslmode=verify-full'));
    expect(refusal(`${vault}?sslrootcert=system&sslmode=require`)).toContain('needs sslmode=verify-full and not require');
  });

  test('is needed for verify-ca', () => {
    expect(refusal(`${vault}?sslmode=verify-ca`)).toContain('needs the certificate of the authority in sslrootcert');
  });
});

describe('an address that cannot be right', () => {
  test.each(['?sslmode=full', '?sslmode=no-verify', '?sslmod=verify-full', '?sslcrl=/x', '?sslmode=verify-full&sslrootcert=/no/such/file'])(
    'such as one with %s is named without its password',
    (options) => {
      expect(refusal(`${vault}${options}`)).toMatch(/^postgres:\/\/me@db\.example:5433\/vault: .*; see docs\/postgres\.md$/);
    },
  );

  test('may be right but for PGSSLMODE', () => {
    expect(refusal(vault, { PGSSLMODE: 'always' })).toContain('sslmode always is unknown; give one of disable, allow, prefer, require');
  });

  test.each([
    'postgres://me:secret@db.example:99999/vault',
    'postgres://me:secret@db.example:port/vault',
    'postgres://me:secret/1@db.example/vault',
    'postgres://me:1/secret@db.example/vault',
    'postgres://me:1#secret@db.example/vault',
    'postgres://me:secret%FF@db.example/vault',
    'postgres://me:secret@',
    'postgres:secret',
  ])('such as %s is not shown at all where it cannot be told apart', (url) => {
    expect(refusal(url)).toMatch(/^the address of the PostgreSQL server cannot be read; write postgres:/);
  });
});
