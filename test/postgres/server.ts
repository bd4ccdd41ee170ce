import { randomBytes } from 'node:crypto';
import { describe, inject, vi } from 'vitest';
import { connect, type Connection, type Query } from '../../src/postgres/connection.ts';
import type { Reconnection } from '../../src/postgres/session.ts';
import { createTestClock } from '../support/test-clock.ts';
import { findPostgres } from './find-programs.ts';
import type { TestServer } from './start-server.ts';

/** An empty database of its own for a test. */
export interface TestDatabase {
  /** Its address, as the superuser. */
  readonly url: string;
  /** Asks over a connection of its own, which is there until the end. */
  readonly query: Query;
  remove(): Promise<void>;
}

/** A server on which databases may be created; else one is started. */
const given = process.env['VAULT_TEST_PG_URL'] || undefined;

const isServerThere = given !== undefined || findPostgres() !== undefined;

const isSkipped = !isServerThere && !process.env['CI'];

const remedy = 'install it (apt-get install postgresql), or name one in VAULT_TEST_PG_URL';

// For whatever a test waits for: beside other work on few cores, slow is no fault.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

/** What a test that needs a server lacks here, and how it gets it; in CI it is never skipped. */
export const missingServer: string | undefined = isSkipped ? `there is no PostgreSQL; ${remedy}` : undefined;

// What is skipped in silence is soon never run.
if (isSkipped) process.stderr.write(`SKIPPED: tests against PostgreSQL: there is none; ${remedy}\n`);

/** `describe` for tests that need a server: skipped where none can be had, but not in CI, where a skipped test would look like one that passed. */
export const describeWithServer: typeof describe.skip = isSkipped ? describe.skip : describe;

/** The server that all test files of this run share, which is started when the first asks for it. */
export async function askForServer(): Promise<Pick<TestServer, 'url' | 'authority'>> {
  if (!isServerThere) throw new Error(`CI tests against PostgreSQL, and there is none; ${remedy}`);
  if (given !== undefined) return { url: given, authority: undefined };
  const response = await fetch(inject('postgresDesk'));
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as Pick<TestServer, 'url' | 'authority'>;
}

/** Looks for a lost server once, and waits for nothing. */
export function lookOnce(): Reconnection {
  return { clock: createTestClock(), retryMs: 0, signal: new AbortController().signal };
}

/** Makes a database with the encoding and the collation of the server. */
export async function openDatabase(): Promise<TestDatabase> {
  const server = await askForServer();
  const name = `vault_test_${randomBytes(8).toString('hex')}`;
  await askOnce(server.url, `CREATE DATABASE ${name}`);
  const url = withDatabase(server.url, name);
  let connection: Promise<Connection> | undefined;
  return {
    url,
    query: async (sql, values) => (await (connection ??= connect(url))).query(sql, values),
    remove: async () => {
      await (await connection)?.close();
      await askOnce(server.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function askOnce(url: string, sql: string): Promise<void> {
  const connection = await connect(url);
  try {
    await connection.query(sql);
  } finally {
    await connection.close();
  }
}
