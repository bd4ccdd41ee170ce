import { setMaxListeners } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** A request as it arrived, with the parameters of a chart read out of its query. */
export interface ReceivedRequest {
  /** Place in the order of arrival, from 0. */
  readonly index: number;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: http.IncomingHttpHeaders;
  /** Empty where the request names none. */
  readonly region: string;
  /** NaN where the request names no number. */
  readonly category: number;
  readonly pageToken: string | undefined;
  /** NaN where the request names no number. */
  readonly maxResults: number;
}

/** An ordinary answer, or a hand on the response itself for what no ordinary answer does: silence, a trickle, a reset. */
export type Answer =
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** Text and bytes are sent as they are, anything else as JSON. */
      readonly body?: unknown;
      readonly delayMs?: number;
      /** Compressed where this says so; where it says nothing, as the request accepts. */
      readonly gzip?: boolean;
    }
  | { readonly raw: (response: http.ServerResponse) => void };

/** Decides what a request is answered. */
export type Handler = (request: ReceivedRequest) => Answer | Promise<Answer>;

/** A server that listens on this machine only. */
export interface Server {
  /** Without a path, ready to be the base of an API. */
  readonly url: string;
  /** Every request so far, in order of arrival. */
  readonly requests: readonly ReceivedRequest[];
  /** Ends hanging connections and pending delays too. */
  close(): Promise<void>;
}

const compress = promisify(gzip);

/** How delays pass: by the machine's clock, unless somebody holds another. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

const waitForReal: Wait = (ms, signal) => delay(ms, undefined, { signal });

/** Starts a real HTTP server on 127.0.0.1, on any free port, that answers what `handler` says. */
export async function startServer(handler: Handler, { wait = waitForReal }: { wait?: Wait } = {}): Promise<Server> {
  const requests: ReceivedRequest[] = [];
  const closing = new AbortController();
  // Each pending delay listens to it; Node takes more than ten for a leak.
  setMaxListeners(0, closing.signal);
  const server = http.createServer((incoming, response) => {
    const request = readRequest(incoming, requests.length);
    requests.push(request);
    // A scripted handler that throws is a fault in the script: the client is shown it rather than left to wait.
    respond(request, handler, { response, wait: (ms) => wait(ms, closing.signal) }).catch((error: unknown) => {
      if (closing.signal.aborted || response.headersSent) response.destroy();
      else response.writeHead(500).end(String(error));
    });
  });

  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        closing.abort();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function readRequest({ url = '/', headers }: http.IncomingMessage, index: number): ReceivedRequest {
  const { pathname, searchParams: query } = new URL(url, 'http://127.0.0.1');
  return {
    index,
    path: pathname,
    query,
    headers,
    region: query.get('regionCode') ?? '',
    category: Number(query.get('videoCategoryId') ?? 0),
    pageToken: query.get('pageToken') ?? undefined,
    maxResults: Number(query.get('maxResults') ?? 5),
  };
}

async function respond(
  request: ReceivedRequest,
  handler: Handler,
  { response, wait }: { response: http.ServerResponse; wait: (ms: number) => Promise<void> },
): Promise<void> {
  const answer = await handler(request);
  if ('raw' in answer) return answer.raw(response);
  if (answer.delayMs) await wait(answer.delayMs);

  const headers = new Map(Object.entries(answer.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
  const plain = encode(answer.body);
  const zip = answer.gzip ?? (accepts(request, 'gzip') && !headers.has('content-encoding'));
  const bytes = zip && plain.length > 0 ? await compress(plain) : plain;
  const own = {
    'content-length': String(bytes.length),
    ...(isJson(answer.body) && { 'content-type': 'application/json; charset=UTF-8' }),
    ...(bytes !== plain && { 'content-encoding': 'gzip' }),
  };
  response.writeHead(answer.status ?? 200, { ...own, ...Object.fromEntries(headers) }).end(bytes);
}

function accepts({ headers }: ReceivedRequest, encoding: string): boolean {
  return String(headers['accept-encoding'])
    .split(/[,;\s]+/)
    .includes(encoding);
}

function isJson(body: unknown): boolean {
  return body !== undefined && typeof body !== 'string' && !(body instanceof Uint8Array);
}

function encode(body: unknown): Uint8Array {
  if (body === undefined) return new Uint8Array();
  if (body instanceof Uint8Array) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}
