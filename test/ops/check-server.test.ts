import { describe, expect, test } from 'vitest';
import type { ServerCondition, VaultTables } from '../../src/core/condition.ts';
import { VaultError } from '../../src/core/errors.ts';
import { checkServer } from '../../src/ops/check-server.ts';

const vault: VaultTables = {
  kind: 'vault',
  format: 1,
  newestFormat: 1,
  unreadable: [],
  unwritable: [],
  mayCreate: true,
  months: ['2026-10', '2026-11', '2026-12'],
  loose: [],
  folding: 'unaccent',
};

const sound: ServerCondition = {
  version: '16.4',
  major: 16,
  encoding: 'UTF8',
  isReplica: false,
  isReadOnly: false,
  isLocal: false,
  tls: 'TLSv1.3',
  clockAheadMs: 500,
  bytes: 12_000_000,
  user: 'writer',
  tables: vault,
};

const all = ['runs', 'charts', 'videos'];

const look = (condition: ServerCondition | VaultError) => checkServer({ name: 'postgres://writer@host/vault', condition });

test('nothing is wrong with a server that has what a run needs', () => {
  expect(look(sound).map(({ name, status }) => `${name} ${status}`)).toEqual(
    ['vault', 'schema', 'partitions', 'search', 'server', 'encoding', 'role', 'TLS', 'server clock', 'disk space'].map(
      (name) => `${name} ok`,
    ),
  );
});

describe('of a server', () => {
  test.each<[string, Partial<ServerCondition>, string, string | null, RegExp]>([
    ['version 13', { version: '13.9', major: 13 }, 'server failure', 'configuration', /13\.9 is too old/],
    ['version 14', { version: '14.0', major: 14 }, 'server ok', null, /PostgreSQL 14\.0/],
    ['version 18', { version: '18.1', major: 18 }, 'server ok', null, /PostgreSQL 18\.1/],
    ['version 19', { version: '19beta1', major: 19 }, 'server warning', null, /newer than what this version knows/],
    ['another encoding', { encoding: 'LATIN1' }, 'encoding failure', 'configuration', /LATIN1/],
    ['a replica', { isReplica: true }, 'role warning', null, /can only be read/],
    ['a server set read-only', { isReadOnly: true }, 'role failure', 'database', /set read-only/],
    ['no TLS over a network', { tls: undefined }, 'TLS warning', null, /read along/],
    ['no TLS within the machine', { tls: undefined, isLocal: true }, 'TLS ok', null, /nothing leaves/],
    ['a clock ahead by a minute', { clockAheadMs: 60_000 }, 'server clock ok', null, /to a minute/],
    [
      'a clock ahead by more',
      { clockAheadMs: 90_000 },
      'server clock warning',
      null,
      /this machine's clock is 1 min 30 s behind the server's/,
    ],
    ['a clock behind', { clockAheadMs: -7_200_000 }, 'server clock warning', null, /2 h ahead of/],
    ['the bytes', {}, 'disk space ok', null, /12\.0 MB/],
  ])('%s', (_, more, verdict, code, message) => {
    const [name = '', status] = verdict.split(/ (?=\w+$)/);
    const check = look({ ...sound, ...more }).find((check) => check.name === name);
    expect(check).toMatchObject({ status, code, message: expect.stringMatching(message) });
    expect(check?.remedy === null).toBe(status === 'ok');
  });
});

describe('of the tables', () => {
  const reader = { unwritable: all, mayCreate: false };

  test.each<[string, ServerCondition['tables'], string, string | null, RegExp]>([
    ['none yet', { kind: 'none', schema: 'public', mayCreate: true }, 'vault warning', null, /no vault yet/],
    [
      'none, and no right',
      { kind: 'none', schema: 'public', mayCreate: false },
      'vault failure',
      'database',
      /writer may not make one in the schema public/,
    ],
    ['no schema', { kind: 'none', schema: undefined, mayCreate: false }, 'vault failure', 'configuration', /leads to no schema/],
    [
      'of another program',
      new VaultError('configuration', 'x holds tables of another program (runs); name another database'),
      'vault failure',
      'configuration',
      /another program/,
    ],
    ['a reader', { ...vault, ...reader }, 'vault ok', null, /can be read by writer, but not written/],
    ['a reader and the months', { ...vault, ...reader }, 'partitions ok', null, /from 2026-10 to 2026-12/],
    ['hidden ones', { ...vault, unreadable: ['videos'] }, 'vault failure', 'database', /may not read videos/],
    ['half a writer', { ...vault, unwritable: ['charts'] }, 'vault failure', 'database', /may not write charts/],
    [
      'a table of a month that is no partition',
      { ...vault, loose: ['the table x is no partition; attach it'] },
      'partitions failure',
      'database',
      /^the table x is no partition$/,
    ],
    ['no month yet', { ...vault, months: [] }, 'partitions ok', null, /no month has tables yet/],
    ['a writer who owns nothing', { ...vault, mayCreate: false }, 'partitions warning', null, /only their owner/],
    ['an older format', { ...vault, newestFormat: 2 }, 'schema warning', null, /format 1, and 2 is the newest/],
    ['a newer format', { ...vault, format: 2 }, 'schema failure', 'configuration', /newer version/],
    ['accents by the program', { ...vault, folding: 'program' }, 'search ok', null, /what this program knows/],
  ])('%s', (_, tables, verdict, code, message) => {
    const [name, status] = verdict.split(' ');
    const check = look({ ...sound, tables }).find((check) => check.name === name);
    expect(check).toMatchObject({ status, code, message: expect.stringMatching(message) });
    expect(check?.remedy === null).toBe(status === 'ok');
  });
});

test('a server that cannot be asked has one check, with the remedy of the error', () => {
  expect(look(new VaultError('database', 'x: no connection; check the address'))).toEqual([
    { name: 'vault', status: 'failure', code: 'database', message: 'x: no connection', remedy: 'check the address' },
  ]);
});
