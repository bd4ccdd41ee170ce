import { setMaxListeners } from 'node:events';
import { Agent, type Dispatcher, EnvHttpProxyAgent, Pool } from 'undici';
import { VaultError } from '../core/errors.ts';
import { failingForGood } from './tunnel.ts';

/** The proxy variables of the environment; Node 20 does not read them itself. */
export interface ProxySettings {
  readonly httpProxy: string | undefined;
  readonly httpsProxy: string | undefined;
  readonly noProxy: string | undefined;
}

/** The way to the API for one run; `close` ends its connections, those that are still being made included. */
export interface OpenDispatcher {
  readonly dispatcher: Dispatcher;
  close(): Promise<void>;
}

/**
 * Opens connections for one run, through a proxy where one is set. Time-outs of requests are the client's, so undici's are off.
 *
 * undici's own `destroy` would leave alone a connection that is being made, and a pool whose last connection broke: it connects
 * anew for the requests it had, though they were aborted. Either keeps a process alive that has nothing left to do.
 */
export function openDispatcher(
  { concurrency, timeoutMs }: { concurrency: number; timeoutMs: number },
  proxy: ProxySettings,
): OpenDispatcher {
  const end = new AbortController();
  // Each connection listens to it; Node takes more than ten for a leak.
  setMaxListeners(0, end.signal);
  const pools: Pool[] = [];
  const factory = (origin: string | URL, { connect, ...options }: Pool.Options): Pool => {
    const pool = new Pool(origin, { ...options, connect: typeof connect === 'function' ? failingForGood(connect) : connect });
    pools.push(pool);
    return pool;
  };
  const connect = { timeout: timeoutMs, signal: end.signal };
  const ways = { connect, proxyTls: connect, requestTls: connect, factory, clientFactory: factory };
  const dispatcher = createDispatcher({ ...ways, connections: concurrency, allowH2: false, headersTimeout: 0, bodyTimeout: 0 }, proxy);

  async function close(): Promise<void> {
    // In this order: a connection that undici begins to make after the signal would escape it.
    const destroyed = [dispatcher, ...pools].map((one) => one.destroy());
    end.abort();
    await Promise.all(destroyed);
  }

  return { dispatcher, close };
}

function createDispatcher(options: Agent.Options, proxy: ProxySettings): Dispatcher {
  const [httpProxy, httpsProxy] = [readProxy(proxy.httpProxy), readProxy(proxy.httpsProxy)];
  if (httpProxy === '' && httpsProxy === '') return new Agent(options);
  try {
    // Empty where unset, and not absent: undici would look into the environment by itself.
    return new EnvHttpProxyAgent({ ...options, httpProxy, httpsProxy, noProxy: proxy.noProxy ?? '' });
  } catch (error) {
    throw unusable(error);
  }
}

/** Other programs take `host:port` for a proxy, so we do. SOCKS is an experiment of undici's that warns on stderr. */
function readProxy(value = ''): string {
  const proxy = value.trim();
  if (proxy === '') return '';
  if (!proxy.includes('://')) return `http://${proxy}`;
  if (/^https?:/i.test(proxy)) return proxy;
  throw unusable();
}

/** The value may hold a password, and stays out of the sentence. */
function unusable(cause?: unknown): VaultError {
  return new VaultError('configuration', 'HTTP_PROXY or HTTPS_PROXY is no proxy that can be used: write it as http://host:port', { cause });
}
