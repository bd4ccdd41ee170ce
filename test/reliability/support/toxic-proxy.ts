import net, { type AddressInfo, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** What happens to an answer on its way; bytes count from the first one of its status line. */
export type Toxic =
  | { readonly kind: 'latency'; readonly ms: number }
  | { readonly kind: 'trickle'; readonly everyMs: number }
  | { readonly kind: 'reset' | 'cut' | 'silence'; readonly afterBytes: number };

/** Which toxic an answer meets, by its request as text; `undefined` lets it pass. */
export type ChooseToxic = (request: string) => Toxic | undefined;

/** Starts a TCP proxy on this machine before the server at `target`, which ends with the test, and gives its address. */
export async function startToxicProxy(target: string, choose: ChooseToxic): Promise<string> {
  const { port } = new URL(target);
  return listen(
    net.createServer((client) => {
      const upstream = net.connect(Number(port), '127.0.0.1');
      let pass: Pass = () => {};
      client.on('data', (bytes: Buffer) => {
        // One request at a time comes on a connection, and each is small enough to come in one piece.
        pass = passOn(client, choose(bytes.toString('latin1')));
        upstream.write(bytes);
      });
      upstream.on('data', (bytes: Buffer) => pass(bytes));
      for (const [one, other] of [[client, upstream] as const, [upstream, client] as const]) {
        one.on('error', () => other.destroy()).on('end', () => other.end());
      }
      client.on('close', () => upstream.destroy());
    }),
  );
}

/** Starts a server that accepts connections and never reads a byte of them; it ends with the test. */
export async function startDeafServer(): Promise<string> {
  return listen(net.createServer({ pauseOnConnect: true }, (client) => void client.on('error', () => {})));
}

type Pass = (bytes: Buffer) => void;

/** Takes one answer, in pieces, and lets of it pass what the toxic lets. */
function passOn(client: Socket, toxic: Toxic | undefined): Pass {
  if (!toxic) return (bytes) => void client.write(bytes);
  if (toxic.kind === 'latency') return (bytes) => void setTimeout(() => client.destroyed || client.write(bytes), toxic.ms).unref();
  if (toxic.kind === 'trickle') return trickleTo(client, toxic.everyMs);
  let left = toxic.afterBytes;
  return (bytes) => {
    const passing = bytes.subarray(0, left);
    left -= passing.length;
    if (passing.length > 0) client.write(passing);
    if (passing.length === bytes.length || toxic.kind === 'silence') return;
    if (toxic.kind === 'cut') client.end();
    // What was let pass is to arrive: a reset overtakes what still waits to be sent.
    else client.write('', () => client.resetAndDestroy());
  };
}

function trickleTo(client: Socket, everyMs: number): Pass {
  const waiting: number[] = [];
  const timer = setInterval(() => {
    const byte = waiting.shift();
    if (byte !== undefined) client.write(Buffer.of(byte));
  }, everyMs);
  client.once('close', () => clearInterval(timer));
  return (bytes) => void waiting.push(...bytes);
}

async function listen(server: net.Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
