import { Client, type ClientConfig, type CustomTypesConfig, types } from 'pg';
import type { ServerSettings } from './address.ts';
import { codeOf } from './server-error.ts';

const connectTimeoutMs = 10_000;

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

/** A client that is connected, over TLS where the server has it or the settings ask for it. */
export async function openClient({ config, isTlsOptional }: ServerSettings, queryTimeoutMs: number | undefined): Promise<Client> {
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
