import type { ServerResponse } from 'node:http';
import type { Writable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import type { Answer } from '../../../src/demo/server.ts';
import { apiError } from '../../support/source.ts';

/** Ways in which a server keeps its client busy, none of which ends by itself or brings a page. */
export const serverFaults: Readonly<Record<string, Answer>> = {
  'silence after the request': { raw: () => {} },
  'silence after the headers': { raw: (response) => startBody(response).flushHeaders() },
  'silence in the middle of the body': { raw: (response) => void startBody(response).write('{"kind": "you') },
  'a byte of the body each 200 ms': { raw: (response) => repeat(startBody(response), 200, ' ') },
  'a byte of the headers each 200 ms': { raw: ({ socket }) => repeat(socket, 200, 'H', 'HTTP/1.1 200 OK\r\nX-More: ') },
  'interim answers without end': { raw: ({ socket }) => repeat(socket, 50, 'HTTP/1.1 103 Early Hints\r\n\r\n') },
  'a body without end': { raw: (response) => repeat(startBody(response), 5, ' '.repeat(1024)) },
  'a gzip body that holds nothing, without end': {
    raw: (response) => repeat(startBody(response, { 'content-encoding': 'gzip' }), 5, emptyBlock.repeat(200), gzipHead),
  },
  'reset at once': { raw: ({ socket }) => void socket?.resetAndDestroy() },
  'reset in the middle': { raw: (response) => void startBody(response).write('{"kind": "you', () => response.socket?.resetAndDestroy()) },
  'closed at once': { raw: ({ socket }) => void socket?.end() },
  '429 without end': apiError(429, 'rateLimitExceeded'),
  '429 with Retry-After: 1, without end': apiError(429, 'rateLimitExceeded', { 'retry-after': '1' }),
  '503 without end': apiError(503, 'backendError'),
};

/** Ten bytes of header, then a block that decodes to no byte at all and says that another follows. */
const gzipHead = gzipSync('').subarray(0, 10);
const emptyBlock = '\0\0\0\xff\xff';

function startBody(response: ServerResponse, headers: Record<string, string> = {}): ServerResponse {
  return response.writeHead(200, { 'content-type': 'application/json', ...headers });
}

/** Writes a piece each so many milliseconds, as Latin-1, until the client has gone. */
function repeat(to: Writable | null, everyMs: number, piece: string, first: string | Buffer = ''): void {
  if (!to) return;
  to.write(first);
  to.on('error', () => {});
  const timer = setInterval(() => (to.writableNeedDrain ? undefined : to.write(piece, 'latin1')), everyMs);
  to.once('close', () => clearInterval(timer));
}
