import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What happens at a statement: it never reaches the server, or it is done there and the answer never comes back. */
export type Fate = 'pass' | 'cut before' | 'cut after';

/** The network between a host and its server, which a test holds in its hands. */
export interface CuttingProxy {
  /** The address of the database by way of this proxy, without TLS, which nobody could look into. */
  readonly url: string;
  /** Resets all connections. */
  cut(): void;
  /** From which the server sees its connections come. */
  ports(): number[];
  /** While away, connections are reset as soon as they are made; `silent` takes them, and nothing ever comes back. */
  reachable(how: 'yes' | 'away' | 'silent'): void;
  close(): Promise<void>;
}

/**
 * Starts a TCP proxy on this machine before the server at `target`. `decide` hears each statement, as text, before the server does; a
 * statement of several messages is passed on as a whole.
 */
export async function startCuttingProxy(target: string, decide: (sql: string) => Fate = () => 'pass'): Promise<CuttingProxy> {
  const upstream = new URL(target);
  const sockets = new Set<Socket>();
  const fars = new Set<Socket>();
  let reach: 'yes' | 'away' | 'silent' = 'yes';
  const server = createServer((client) => {
    keep(client);
    if (reach === 'away') client.resetAndDestroy();
    if (reach !== 'yes') return;
    const far = connect(Number(upstream.port || 5432), upstream.hostname);
    keep(far);
    fars.add(far);
    far.once('close', () => fars.delete(far));
    join(client, far, decide);
  });
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.setNoDelay(true).on('error', () => {});
    socket.once('close', () => sockets.delete(socket));
  };
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = new URL(target);
  [url.hostname, url.port] = ['127.0.0.1', String(port)];
  url.searchParams.set('sslmode', 'disable');
  const cut = (): void => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    url: url.href,
    cut,
    ports: () => [...fars].flatMap(({ localPort }) => localPort ?? []),
    reachable: (how) => void (reach = how),
    close: () => {
      cut();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}

function join(client: Socket, far: Socket, decide: (sql: string) => Fate): void {
  let [unit, sql, isLast]: [Buffer[], string, boolean] = [[], '', false];
  const cut = (): void => {
    client.resetAndDestroy();
    far.resetAndDestroy();
  };
  // A simple query is one message; an extended one begins with Parse, which has its text, and ends with Sync.
  const takeOwn = splitMessages('untyped first', (type, message) => {
    if (isLast) return;
    unit.push(message);
    if (type === 'Q') sql = message.toString('utf8', 5, message.length - 1);
    if (type === 'P') sql = message.toString('utf8', 6, message.indexOf(0, 6));
    if ('PBDE'.includes(type) && type !== '') return;
    const fate = sql === '' ? 'pass' : decide(sql);
    if (fate === 'cut before') return cut();
    isLast = fate === 'cut after';
    far.write(Buffer.concat(unit));
    [unit, sql] = [[], ''];
  });
  const takeAnswer = splitMessages('all typed', (type, message) => {
    if (!isLast) client.write(message);
    else if (type === 'Z') cut();
  });
  client.on('data', takeOwn).on('end', () => far.end());
  far.on('data', takeAnswer).on('end', () => client.end());
  client.on('close', () => far.destroy());
  far.on('close', () => client.destroy());
}

/** Cuts a stream into the messages of PostgreSQL's protocol: a letter, but for the first one of a client, and a length of four bytes. */
function splitMessages(kind: 'untyped first' | 'all typed', take: (type: string, message: Buffer) => void): (bytes: Buffer) => void {
  let rest = Buffer.alloc(0);
  let isTyped = kind === 'all typed';
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (;;) {
      const head = isTyped ? 1 : 0;
      if (rest.length < head + 4) return;
      const size = head + rest.readUInt32BE(head);
      if (rest.length < size) return;
      const message = rest.subarray(0, size);
      rest = rest.subarray(size);
      const type = isTyped ? String.fromCharCode(message.readUInt8()) : '';
      isTyped = true;
      take(type, message);
    }
  };
}
