import { type ErrorCode, VaultError } from '../core/errors.ts';

type Sentence = readonly [codes: RegExp, code: ErrorCode, sentence: (name: string, message: string) => string];

/** Of the network or a socket, of a server that goes down or comes up (57P0x), or has everybody come back at once (53300). */
const lostCodes = 'ECONN|EPIPE|ENOENT|ENOTDIR|EACCES|ENOTFOUND|EAI_|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENETDOWN|08|57P0|25P03|53300';

/** What pg says, without a code, of a connection that is gone, or of an answer that is none of PostgreSQL's. */
const lostMessages = [
  'Connection terminated',
  'There was an error establishing an SSL connection',
  'received invalid response',
  'timeout expired',
  'Query read timeout',
  'Client has encountered a connection error',
  'Client was closed',
];

const lost = new RegExp(`^(${lostCodes}|${lostMessages.join('|')})`);

/** By the codes of https://www.postgresql.org/docs/current/errcodes-appendix.html, and those of Node. */
const sentences: readonly Sentence[] = [
  [
    /^SASL.*password must be/,
    'configuration',
    (name) => `${name}: the server wants a password; give it in the address, in PGPASSWORD or in ~/.pgpass`,
  ],
  [
    /^(28|3D|SASL)/,
    'configuration',
    (name, message) => `${name}: the server refuses the connection (${message}); check user, password and database`,
  ],
  [
    /^(The server does not support SSL|.*CERT|ERR_TLS|UNABLE_TO_|ERR_O?SSL|SELF_SIGNED|HOSTNAME_MISMATCH)/,
    'configuration',
    (name, message) => `${name}: no TLS as the address asks for it (${message}); see sslmode and sslrootcert in docs/postgres.md`,
  ],
  [/^53[12]/, 'database', (name, message) => `${name}: the server has no room left (${message}); make room there, then run again`],
  [/^533/, 'database', (name, message) => `${name}: the server takes no more connections (${message}); try again later`],
  [/^25006/, 'database', (name) => `${name} can only be read: it is a replica, or set read-only; name the primary server`],
  [/^42501/, 'database', (name, message) => `${name}: this user may not do that (${message}); docs/postgres.md has what each role needs`],
  [lost, 'database', (name, message) => `${name}: no connection to the server (${message}); check that it runs, and the address`],
];

/** Does some work on the vault called `name`, and turns what is thrown, or what `explain` makes of that, into a VaultError about the vault. */
export async function translating<Result>(
  name: string,
  work: () => Promise<Result>,
  explain: (error: unknown) => unknown = (error) => error,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw translate(explain(error), name);
  }
}

/** Whether the connection is gone, or was never there; the same may succeed on another. */
export function isLost(error: unknown): boolean {
  const cause = error instanceof VaultError ? error.cause : error;
  return marksOf(cause).some((mark) => lost.test(mark));
}

/** The server's code for an error, such as 55P03; empty where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** What tells errors apart: the code, or the sentence where pg gives none. A host with several addresses fails once for each. */
function marksOf(error: unknown): string[] {
  if (error instanceof AggregateError) return error.errors.flatMap(marksOf);
  const code = codeOf(error);
  return [code === '' && error instanceof Error ? error.message : code];
}

/** A broken constraint is a bug of ours: it and everything unknown pass unchanged. */
function translate(error: unknown, name: string): unknown {
  if (error instanceof VaultError) return error;
  const marks = marksOf(error);
  const known = sentences.find(([codes]) => marks.some((mark) => codes.test(mark)));
  if (known) return new VaultError(known[1], known[2](name, describe(error)), { cause: error });
  if (!/^[0-9A-Z]{5}$/.test(codeOf(error)) || codeOf(error).startsWith('23')) return error;
  return new VaultError('database', `${name}: ${describe(error)}; the server's log says more`, { cause: error });
}

function describe(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(describe).join(', ');
  return error instanceof Error ? error.message : String(error);
}
