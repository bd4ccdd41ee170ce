import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { type ErrorCode, VaultError } from '../../src/core/errors.ts';
import { connect, type Connection } from '../../src/postgres/connection.ts';
import { isLost } from '../../src/postgres/server-error.ts';
import { askForServer, describeWithServer, openDatabase, type TestDatabase } from './server.ts';

const password = 'correct-horse';

async function failure(work: Promise<unknown>): Promise<VaultError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof VaultError)) throw new Error('expected a VaultError', { cause: error });
  expect(error.message).not.toContain(password);
  expect(error.message).not.toContain('\n');
  return error;
}

/** The server's address, changed. */
async function changed(change: (url: URL) => void): Promise<string> {
  const url = new URL((await askForServer()).url);
  change(url);
  return url.href;
}

async function database(): Promise<TestDatabase> {
  const opened = await openDatabase();
  onTestFinished(() => opened.remove());
  return opened;
}

async function connection(url: string): Promise<Connection> {
  const opened = await connect(url);
  onTestFinished(() => opened.close());
  return opened;
}

async function processOf({ query }: Connection): Promise<unknown> {
  return (await query('SELECT pg_backend_pid() AS process'))[0]?.['process'];
}

test('where nobody listens the connection is lost, and the sentence names the vault', async () => {
  const silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  silent.close();
  await once(silent, 'close');
  const error = await failure(connect(`postgres://me:${password}@127.0.0.1:${port}/vault`));
  expect(error.code).toBe('database');
  expect(error.message).toContain(`postgres://me@127.0.0.1:${port}/vault: no connection to the server (connect ECONNREFUSED`);
  expect(isLost(error)).toBe(true);
});

test('where all addresses of a name refuse the connection is lost as well', async () => {
  const silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  silent.close();
  await once(silent, 'close');
  const error = await failure(connect(`postgres://me:${password}@localhost:${port}/vault`));
  expect(error.message).toContain('ECONNREFUSED');
  expect(isLost(error)).toBe(true);
});

test('a server that hangs up at once is lost', async () => {
  const server = createServer((client) => void client.destroy()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const error = await failure(connect(`postgres://me:${password}@127.0.0.1:${port}/vault`));
  expect(error.code).toBe('database');
  expect(isLost(error)).toBe(true);
});

describeWithServer('what a server refuses', () => {
  test.each<[what: string, change: (url: URL) => void, told: string]>([
    ['a wrong password', (url) => void (url.password = password), 'password authentication failed'],
    ['an unknown user', (url) => void ([url.username, url.password] = ['nobody', password]), 'password authentication failed'],
    ['an unknown database', (url) => void (url.pathname = '/nowhere'), 'database "nowhere" does not exist'],
  ])('is %s, and trying again is of no use', async (_what, change, told) => {
    const error = await failure(connect(await changed(change)));
    expect(error.code).toBe('configuration');
    expect(error.message).toContain(told);
    expect(error.message).toMatch(/^postgres:\/\/\w+@127\.0\.0\.1:\d+\/\w+: .*; check user, password and database$/);
    expect(isLost(error)).toBe(false);
  });

  test('is no password, and nobody takes it for a fault of the program', async () => {
    const error = await failure(connect(await changed((url) => void (url.password = ''))));
    expect(error).toMatchObject({ code: 'configuration', message: expect.stringContaining('the server wants a password') });
  });

  test('is what a role has no right to, and the sentence says where to read on', async () => {
    const { url, query } = await database();
    await query('CREATE TABLE held (n integer)');
    const { query: ask } = await connection(url);
    await ask('SET ROLE pg_monitor');
    const error = await failure(ask('SELECT * FROM held'));
    expect(error).toMatchObject({ code: 'database', message: expect.stringContaining('permission denied for table held') });
    expect(error.message).toContain('docs/postgres.md has what each role needs');
    expect(isLost(error)).toBe(false);
  });

  test('is writing on a replica', async () => {
    const { query } = await connection((await database()).url);
    await query('SET default_transaction_read_only = on');
    const error = await failure(query('CREATE TABLE held (n integer)'));
    expect(error).toMatchObject({
      code: 'database',
      message: expect.stringContaining('can only be read: it is a replica, or set read-only'),
    });
  });

  test('is a broken constraint, which is a fault of the program and no sentence for people', async () => {
    const { query } = await connection((await database()).url);
    await query('CREATE TABLE held (n integer PRIMARY KEY)');
    await query('INSERT INTO held VALUES (1)');
    await expect(query('INSERT INTO held VALUES (1)')).rejects.toMatchObject({ name: 'error', code: '23505' });
  });

  test('is anything else with its own words, and the connection goes on', async () => {
    const { query } = await connection((await database()).url);
    const error = await failure(query('SELECT * FROM nowhere'));
    expect(error).toMatchObject({ code: 'database' satisfies ErrorCode, message: expect.stringContaining('"nowhere" does not exist') });
    expect(isLost(error)).toBe(false);
    expect(await query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describeWithServer('a connection that is cut', () => {
  test('while nothing is asked is lost at the next question, and at all that follow', async () => {
    const { url, query } = await database();
    const cut = await connection(url);
    await query(`SELECT pg_terminate_backend(${String(await processOf(cut))}, 10000)`);
    for (let asked = 0; asked < 3; asked += 1) {
      const error = await failure(cut.query('SELECT 1'));
      expect(error.code).toBe('database');
      expect(isLost(error)).toBe(true);
    }
  });

  test('in the middle of a question is lost, and so is what waited behind it', async () => {
    const { url, query } = await database();
    const cut = await connection(url);
    const process = await processOf(cut);
    const questions = ['SELECT pg_sleep(600)', 'SELECT 1'].map((sql) => failure(cut.query(sql)));
    const isAsked = `SELECT FROM pg_stat_activity WHERE pid = ${String(process)} AND query LIKE '%pg_sleep%' AND state = 'active'`;
    while ((await query(isAsked)).length === 0);
    await query(`SELECT pg_terminate_backend(${String(process)}, 10000)`);
    for (const error of await Promise.all(questions)) expect(isLost(error)).toBe(true);
  });

  test('in a transaction leaves nothing of it', async () => {
    const { url, query } = await database();
    await query('CREATE TABLE held (n integer)');
    const cut = await connection(url);
    const work = cut.transaction(async (ask) => {
      await ask('INSERT INTO held VALUES (1)');
      const [row] = await ask('SELECT pg_backend_pid() AS process');
      await query(`SELECT pg_terminate_backend(${String(row?.['process'])}, 10000)`);
      await ask('INSERT INTO held VALUES (2)');
    });
    expect(isLost(await failure(work))).toBe(true);
    expect(await query('SELECT * FROM held')).toEqual([]);
  });

  test('by dropping the database is lost, and closing it is no error', async () => {
    const { url, remove } = await database();
    const cut = await connect(url);
    await remove();
    expect(isLost(await failure(cut.query('SELECT 1')))).toBe(true);
    await cut.close();
  });
});
