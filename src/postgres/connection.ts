import { Client, type ClientConfig, type CustomTypesConfig, types } from 'pg';
import { describeAddress } from '../core/vault-address.ts';
import { readAddress, type ServerSettings } from './address.ts';
import { bindable, type Bound } from './bindable.ts';
import { codeOf, isLost, translating } from './server-error.ts';

export type { Bound };

/** Asks the server one statement, with values for `$1`, `$2`, …; 64-bit numbers come as numbers, dates and JSON as text. */
export type Query = <Row extends object = Record<string, unknown>>(sql: string, values?: readonly Bound[]) => Promise<Row[]>;

/** One connection to a server. What it is asked at the same time is done one after another. */
export interface Connection {
  /** The vault as people may see it, without the password. */
  readonly name: string;
  readonly query: Query;
  /** Several statements that belong together: all of them or none, and nothing else of this connection between them. */
  transaction<Result>(work: (query: Query) => Promise<Result>, mode?: TransactionMode): Promise<Result>;
  /** Ends it when what was asked is done. */
  close(): Promise<void>;
  /** Cuts it at once, for a server that no longer answers. */
  destroy(): void;
}

/** A snapshot answers several questions from one moment of the vault. */
type TransactionMode = 'write' | 'snapshot';

export interface ConnectionOptions {
  /** After so many ms without an answer the connection counts as lost; never by default, for some questions take long. */
  readonly queryTimeoutMs?: number | undefined;
}

const connectTimeoutMs = 10_000;

const begin: Readonly<Record<TransactionMode, string>> = {
  write: 'BEGIN',
  snapshot: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
};

/**
 * A server drops a session, and the lock with it, only when it knows that its host is gone. A process that dies closes its connection;
 * a host that loses its power does not, and without this the kernel would look after two hours.
 */
const sessionSettings = `
  SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 4; SET tcp_user_timeout = '30s';
  SET client_min_messages = warning; SET jit = off`;

/** So that also a statement which takes long ends when its host is gone. Some systems cannot look. */
const lookForHost = `SET client_connection_check_interval = '10s'`;

function orUnknown(error: unknown): void {
  if (codeOf(error) !== '22023') throw error;
}

/** Opens a connection. Rejects with VaultError `configuration` for an address that cannot be right, `database` where nobody answers. */
export async function connect(url: string, { queryTimeoutMs }: ConnectionOptions = {}): Promise<Connection> {
  const name = describeAddress(url);
  const settings = readAddress(url, process.env);
  const client = await translating(name, () => openClient(settings, queryTimeoutMs));
  let end: Error | undefined;
  client.on('error', (error) => (end ??= error));
  let tail: Promise<unknown> = Promise.resolve();
  let isOpen = true;
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = tail.then(() => translating(name, work, (error) => (end && isLost(error) ? lossBy(end) : error)));
    tail = turn.catch(() => {});
    return turn;
  };
  const ask: Query = async <Row extends object>(sql: string, values: readonly Bound[] = []) =>
    (await client.query<Row>(sql, values.map(bindable))).rows;
  return {
    name,
    query: (sql, values) => inTurn(() => ask(sql, values)),
    transaction: (work, mode = 'write') => inTurn(() => inTransaction(ask, begin[mode], work)),
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      await inTurn(() => client.end()).catch(() => {});
    },
    destroy: () => {
      isOpen = false;
      streamOf(client).destroy();
    },
  };
}

/** What a question finds is only that the connection is gone; what the server said when it cut it off tells why. */
function lossBy({ message }: Error): Error {
  return Object.assign(new Error(message), { code: '08006' });
}

/** pg has no way to give up a connection that hangs: end() would wait for it. */
function streamOf(client: Client): { destroy(): void } {
  return (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream;
}

async function inTransaction<Result>(query: Query, begin: string, work: (query: Query) => Promise<Result>): Promise<Result> {
  await query(begin);
  try {
    const result = await work(query);
    await query('COMMIT');
    return result;
  } catch (error) {
    // For a lost connection the server rolls back by itself, and one that hangs would hang once more.
    if (!isLost(error)) await query('ROLLBACK').catch(() => {});
    throw error;
  }
}

async function openClient({ config, isTlsOptional }: ServerSettings, queryTimeoutMs: number | undefined): Promise<Client> {
  try {
    return await openWith(config, queryTimeoutMs);
  } catch (error) {
    if (!isTlsOptional || !(error instanceof Error) || !error.message.startsWith('The server does not support SSL')) throw error;
    return openWith({ ...config, ssl: false }, queryTimeoutMs);
  }
}

async function openWith(config: ClientConfig, queryTimeoutMs: number | undefined): Promise<Client> {
  const client = new Client({
    application_name: 'vault',
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    ...config,
    ...(queryTimeoutMs === undefined ? {} : { query_timeout: queryTimeoutMs }),
    types: { getTypeParser },
  });
  // A connection that is lost while nothing is asked is noticed by the next question.
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query(sessionSettings);
    await client.query(lookForHost).catch(orUnknown);
    return client;
  } catch (error) {
    client.end().catch(() => {});
    throw error;
  }
}

/** The types whose values pg would give as something else, by the numbers that every server has for them (pg_type.dat). */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  20: Number, // bigint
  1016: (text) => JSON.parse(`[${text.slice(1, -1)}]`) as unknown, // bigint[]
  1700: Number, // numeric
  114: String, // json
  1082: String, // date
};

const getTypeParser: CustomTypesConfig['getTypeParser'] = (type, format) =>
  (format === 'binary' ? undefined : parsers[type]) ?? types.getTypeParser(type, format);
