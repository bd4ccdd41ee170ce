import { spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { onTestFinished } from 'vitest';

/** More than the queue of the server below has room for. */
const connections = 8;

/**
 * Starts a server to which no connection can be made and none is refused, as behind a firewall that drops every packet: a process
 * that was stopped, and whose queue of connections is full. It ends with the test; gives its address.
 */
export async function startFullBacklog(): Promise<string> {
  const script = `const server = require('node:net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    process.stdout.write(String(server.address().port));
  })`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  child.kill('SIGSTOP');
  const waiting = Array.from({ length: connections }, () => net.connect(Number(port), '127.0.0.1').on('error', () => {}));
  onTestFinished(() => waiting.forEach((socket) => socket.destroy()));
  await once(waiting[0] as net.Socket, 'connect');
  return `http://127.0.0.1:${String(port)}`;
}
