// A stand-in for YouTube, in a process of its own so that its work is in nobody's event loop. Told what to show over IPC.
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import { createPages, walkChart } from './pages.ts';
import type { Scene } from './scene.ts';

const pages = createPages();
let scene: Scene = { hours: 0, latencies: {}, pageSize: 25, pages: 1 };

const server = http.createServer((request, response) => {
  const receivedAt = performance.now();
  answer(request, response, receivedAt).catch((error: unknown) => response.writeHead(500).end(String(error)));
});

async function answer({ url = '', headers }: http.IncomingMessage, response: http.ServerResponse, receivedAt: number): Promise<void> {
  const address = new URL(url, 'http://127.0.0.1');
  const latencyMs = scene.latencies[address.searchParams.get('regionCode') ?? ''] ?? 0;
  const { plain, zipped } = await pages.get(address, scene.hours);
  await waitUntil(receivedAt + latencyMs);
  // YouTube wants the word in the User-Agent as well; a client that does not know that is given its compressed answer all the same.
  const zip = /\bgzip\b/.test(String(headers['accept-encoding']));
  const bytes = zip ? zipped : plain;
  response.writeHead(200, {
    'content-type': 'application/json; charset=UTF-8',
    'content-length': bytes.length,
    ...(zip && { 'content-encoding': 'gzip' }),
  });
  response.end(bytes);
}

/** Timers are late by up to two milliseconds, which of 50 would be much: the last ones are waited for turn by turn. */
async function waitUntil(due: number): Promise<void> {
  const leftMs = due - performance.now();
  if (leftMs > 3) await delay(leftMs - 3);
  while (performance.now() < due) await nextTurn();
}

async function show(wanted: Scene): Promise<void> {
  for (const region of Object.keys(wanted.latencies)) {
    for await (const _ of walkChart(pages, { ...wanted, region }));
  }
  scene = wanted;
}

process.on('message', (wanted: Scene) => void show(wanted).then(() => process.send?.('shown')));
process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
