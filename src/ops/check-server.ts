import { type ServerCondition, type ServerTables, supportedServers, type VaultTables } from '../core/condition.ts';
import { formatDuration } from '../core/duration.ts';
import { VaultError } from '../core/errors.ts';
import { formatBytes } from '../text/format.ts';
import { type Check, failure, ok, warning } from './check.ts';
import { checkFormat, checkReadable } from './check-vault.ts';

/** A vault on a server. */
export interface ServerFacts {
  /** Its address, without the password. */
  readonly name: string;
  /** An error for a server that cannot be asked. */
  readonly condition: ServerCondition | VaultError;
}

/** Checks of the server that keeps a vault, and of what this user may do there. */
export function checkServer({ name, condition }: ServerFacts): Check[] {
  if (condition instanceof VaultError) return [checkReadable(condition, { otherwise: mendAccess })];
  return [
    ...checkTables(name, condition.tables, condition.user),
    checkVersion(condition),
    checkEncoding(condition),
    checkReplica(condition),
    checkTls(condition),
    checkClock(condition),
    ok('disk space', `the database takes ${formatBytes(condition.bytes)}; how much room its server has, only the server can tell`),
  ];
}

const { oldest, newest } = supportedServers;

function checkVersion({ version, major }: ServerCondition): Check {
  const fact = `PostgreSQL ${version}`;
  if (major < oldest) return failure('server', 'configuration', `${fact} is too old`, `use PostgreSQL ${oldest} or newer`);
  if (major <= newest) return ok('server', fact);
  return warning(
    'server',
    `${fact} is newer than what this version knows (${oldest} to ${newest})`,
    'look for a newer version of this program',
  );
}

function checkEncoding({ encoding }: ServerCondition): Check {
  if (encoding === 'UTF8') return ok('encoding', 'UTF8: every title can be kept');
  const remedy = `CREATE DATABASE vault ENCODING 'UTF8' TEMPLATE template0, and name that one`;
  return failure('encoding', 'configuration', `${encoding}, which has no place for most titles`, remedy);
}

/** After a failover, what was the primary yesterday may be a replica. */
function checkReplica({ isReplica, isReadOnly }: ServerCondition): Check {
  if (!isReplica && isReadOnly)
    return failure('role', 'database', 'a server that is set read-only', 'ask its operator: some set it so when its disk is full');
  if (!isReplica) return ok('role', 'a primary server, which can be written');
  return warning('role', 'a replica, which can only be read', 'let vault fetch have the address of the primary server');
}

function checkTls({ tls, isLocal }: ServerCondition): Check {
  if (tls !== undefined) return ok('TLS', tls);
  if (isLocal) return ok('TLS', 'none, and nothing leaves the machine of the server');
  return warning('TLS', 'none: whoever is on the way can read along, and write', 'add sslmode=verify-full to the address');
}

/** Hosts that share a vault keep one pace, and each reads its own clock. */
const tolerableMs = 60_000;

function checkClock({ clockAheadMs }: ServerCondition): Check {
  const off = Math.abs(clockAheadMs);
  if (off <= tolerableMs) return ok('server clock', "agrees with this machine's to a minute");
  const fact = `this machine's clock is ${formatDuration(off)} ${clockAheadMs > 0 ? 'behind' : 'ahead of'} the server's`;
  return warning('server clock', fact, 'set both clocks, and let the systems keep them (NTP): hosts that share a vault share its pace');
}

const mendAccess = 'look at the address, and at what this user may do there';

function checkTables(name: string, tables: ServerTables | VaultError, user: string): Check[] {
  if (tables instanceof VaultError) return [checkReadable(tables, { otherwise: mendAccess })];
  if (tables.kind === 'none') return [checkMissing(name, tables, user)];
  const access = checkAccess(name, tables, user);
  return [access, checkFormat(tables), checkMonths(tables), ...(tables.folding === undefined ? [] : [checkFolding(tables.folding)])];
}

function checkMissing(name: string, { schema, mayCreate }: Extract<ServerTables, { kind: 'none' }>, user: string): Check {
  if (schema === undefined)
    return failure(
      'vault',
      'configuration',
      `${name}: the search_path leads to no schema`,
      'make one: CREATE SCHEMA AUTHORIZATION CURRENT_USER',
    );
  if (mayCreate) return warning('vault', `${name}: no vault yet`, 'vault fetch makes it');
  const fact = `${name}: no vault yet, and ${user} may not make one in the schema ${schema}`;
  return failure('vault', 'database', fact, `GRANT CREATE ON SCHEMA ${schema} TO ${user}, as the owner of the database`);
}

/** Who may write nothing at all is meant to read; who may write some of it could finish no run. */
function checkAccess(name: string, { unreadable, unwritable, mayCreate }: VaultTables, user: string): Check {
  const remedy = 'see docs/postgres.md for what each role needs';
  if (unreadable.length > 0) return failure('vault', 'database', `${name}: ${user} may not read ${unreadable.join(', ')}`, remedy);
  if (unwritable.length === 0) return ok('vault', `${name} can be read and written`);
  if (!mayCreate && unwritable.includes('runs'))
    return ok('vault', `${name} can be read by ${user}, but not written, which only runs need`);
  return failure('vault', 'database', `${name}: ${user} may not write ${unwritable.join(', ')}`, remedy);
}

function checkMonths({ months, loose, mayCreate, unwritable }: VaultTables): Check {
  const [fault, remedy = ''] = loose[0]?.split('; ') ?? [];
  if (fault !== undefined) return failure('partitions', 'database', fault, remedy);
  const fact = months.length === 0 ? 'no month has tables yet' : `the months from ${months[0]} to ${months.at(-1)} have tables`;
  if (mayCreate) return ok('partitions', `${fact}; a run makes those of the next`);
  if (unwritable.length > 0) return ok('partitions', fact);
  return warning(
    'partitions',
    `${fact}, and only their owner may make those of the next`,
    'let the owner of the tables fetch: see docs/postgres.md',
  );
}

function checkFolding(folding: NonNullable<VaultTables['folding']>): Check {
  if (folding === 'unaccent') return ok('search', 'takes accents for plain letters by the extension unaccent');
  return ok('search', 'takes accents for plain letters by what this program knows; the extension unaccent knows more of them');
}
