import type { Client } from 'pg';
import { describeAddress } from '../core/vault-address.ts';
import { readAddress } from './address.ts';
import { bindable, type Bound } from './bindable.ts';
import { openClient } from './open-client.ts';
import { isLost, translating } from './server-error.ts';

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
}

/** A connection itself, and not a session, which is made anew when it is lost. */
export interface OwnConnection extends Connection {
  /** Cuts it at once, for a server that no longer answers. */
  destroy(): void;
}

/** A snapshot answers several questions from one moment of the vault. */
type TransactionMode = 'write' | 'snapshot';

interface ConnectionLimits {
  /** After so many ms without an answer the connection counts as lost; never by default, for some questions take long. */
  readonly queryTimeoutMs?: number | undefined;
}

const begin: Readonly<Record<TransactionMode, string>> = {
  write: 'BEGIN',
  snapshot: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
};

/** Opens a connection. Rejects with VaultError `configuration` for an address that cannot be right, `database` where nobody answers. */
export async function connect(url: string, { queryTimeoutMs }: ConnectionLimits = {}): Promise<OwnConnection> {
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
