import { Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici';
import { VaultError } from '../core/errors.ts';

/** The proxy variables of the environment; Node 20 does not read them itself. */
export interface ProxySettings {
  readonly httpProxy: string | undefined;
  readonly httpsProxy: string | undefined;
  readonly noProxy: string | undefined;
}

/** Connections for one run, through a proxy where one is set. Time-outs are the client's, so undici's are off. */
export function createDispatcher(connections: number, proxy: ProxySettings): Dispatcher {
  const options = { connections, allowH2: false, headersTimeout: 0, bodyTimeout: 0 };
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
