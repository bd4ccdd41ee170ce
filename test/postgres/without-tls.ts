import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { onTestFinished } from 'vitest';

/** The request for TLS that a client begins with: its length, and a number in the place of the version. */
const tlsRequest = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

/** The address of the same database on a server with ssl=off: it answers `N` to who asks for TLS, and hands on all else. */
export async function withoutTls(url: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const proxy = createServer((client) => {
    const server = connect(Number(port), hostname);
    for (const [one, other] of [[client, server] as const, [server, client] as const]) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
    server.pipe(client);
    client.on('data', (bytes) => (bytes.equals(tlsRequest) ? client.write('N') : server.write(bytes)));
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  onTestFinished(() => void proxy.close());
  const changed = new URL(url);
  changed.port = String((proxy.address() as AddressInfo).port);
  return changed.href;
}
