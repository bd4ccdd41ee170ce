import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { connect } from '../../src/postgres/connection.ts';
import { askForServer } from './server.ts';

type Rows = Record<string, unknown>[];

/** A database made by the SQL of docs/postgres.md. */
export interface DocumentedDatabase {
  readonly name: string;
  readonly writer: string;
  readonly reader: string;
  /** The address as one of the two roles, or else as the superuser. */
  addressOf(role?: string): string;
  /** Asks one statement after another, and gives the rows of the last. */
  execute(role: string | undefined, ...statements: readonly string[]): Promise<Rows>;
  /** The names of all tables of the vault, partitions and views included. */
  tables(): Promise<string[]>;
  /** Every row of every table. */
  content(): Promise<Rows>;
}

/** Runs what the document says, under names that nobody else has: roles belong to all databases of a server. */
export async function makeDocumentedDatabase(): Promise<DocumentedDatabase> {
  const { url } = await askForServer();
  const mark = randomBytes(6).toString('hex');
  const [name, writer, reader] = [`vault_${mark}`, `vault_writer_${mark}`, `vault_reader_${mark}`];
  const [inServer = [], inDatabase = []] = readBlocks(mark);
  onTestFinished(async () => {
    const roles = [writer, reader].map((role) => `DROP ROLE IF EXISTS ${role}`);
    await execute(url, [`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, ...roles]);
  });
  await execute(url, inServer);
  const addressOf = (role?: string): string => changed(url, name, role, passwordOf(role, inServer));
  await execute(addressOf(), inDatabase);
  const tables = async (): Promise<string[]> => {
    const sql = "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'vault' ORDER BY 1";
    return (await execute(addressOf(), [sql])).map((row) => String(row['name']));
  };
  return {
    name,
    writer,
    reader,
    addressOf,
    execute: (role, ...statements) => execute(addressOf(role), statements),
    tables,
    content: async () => {
      const parts = (await tables()).map((table) => `SELECT '${table}' AS table, held::text FROM vault.${table} AS held`);
      return execute(addressOf(), [`${parts.join(' UNION ALL ')} ORDER BY 1, 2`]);
    },
  };
}

/** The statements of the blocks of SQL under the heading about roles: one for the server, one for the database. */
function readBlocks(mark: string): string[][] {
  const page = readFileSync(new URL('../../docs/postgres.md', import.meta.url), 'utf8');
  const section = page.split('## The database and its roles')[1]?.split('\n## ')[0] ?? '';
  const blocks = [...section.matchAll(/```sql\n(.*?)```/gs)].map(([, sql = '']) => sql);
  const own = blocks.map((sql) =>
    sql.replaceAll(/\bvault_(?:writer|reader)\b/g, `$&_${mark}`).replaceAll(/\bDATABASE vault\b/g, `DATABASE vault_${mark}`),
  );
  return own.map((sql) => sql.split(';\n').filter((statement) => statement.trim() !== ''));
}

function passwordOf(role: string | undefined, statements: readonly string[]): string {
  const [, password = ''] = statements.join('\n').match(`CREATE ROLE ${role} LOGIN PASSWORD '(.*?)'`) ?? [];
  return password;
}

function changed(url: string, database: string, role: string | undefined, password: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  if (role !== undefined) [address.username, address.password] = [role, password];
  return address.href;
}

async function execute(url: string, statements: readonly string[]): Promise<Rows> {
  const connection = await connect(url);
  try {
    let rows: Rows = [];
    for (const statement of statements) rows = await connection.query(statement);
    return rows;
  } finally {
    await connection.close();
  }
}
