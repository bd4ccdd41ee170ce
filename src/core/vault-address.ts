/** Whether a vault is named by the address of a PostgreSQL server, and not by the path of a file. */
export function isServerAddress(vault: string): boolean {
  return /^postgres(ql)?:\/\//i.test(vault);
}

/**
 * An address as people may see it: user, host, port and database, without the password and the options, which may hold one too.
 * `postgres://…` for what is no address, and for one in which a password may stand elsewhere because its `/` or `@` is not escaped.
 */
export function describeAddress(url: string): string {
  if (!URL.canParse(url) || /[/?#].*@/.test(url.replace(/^\w+:\/\//, ''))) return 'postgres://…';
  const { username, hostname, port, pathname, searchParams } = new URL(url);
  // As in libpq, options win; a folder of sockets stands where a host does, escaped.
  const given = (name: string, otherwise: string): string => searchParams.get(name) || otherwise;
  const host = given('host', '') === '' ? hostname : encodeURIComponent(given('host', ''));
  const [user, atPort] = [given('user', username), given('port', port)];
  return `postgres://${user === '' ? '' : `${user}@`}${host}${atPort === '' ? '' : `:${atPort}`}${pathname}`;
}
