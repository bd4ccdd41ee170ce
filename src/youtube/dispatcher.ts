import { Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici';
import { VaultError } from '../core/errors.ts';

/** The proxy variables of the environment; Node 20 does not read them itself. */
export interface ProxySettings {
  readonly httpProxy: string | undefined;
  readonly httpsProxy: string | undefined;
  readonly noProxy: string | undefined;
}

/** Connections for one run, through a proxy where one is set. Time-outs are the client's, so undici's are off. */
export function createDispatcher(connections: number, { httpProxy, httpsProxy, noProxy }: ProxySettings): Dispatcher {
  const options = { connections, allowH2: false, headersTimeout: 0, bodyTimeout: 0 };
  if (!httpProxy && !httpsProxy) return new Agent(options);
  // Empty, and not absent: undici would look into the environment by itself.
  return new EnvHttpProxyAgent({
    ...options,
    httpProxy: httpProxy ? readProxy('HTTP_PROXY', httpProxy) : '',
    httpsProxy: httpsProxy ? readProxy('HTTPS_PROXY', httpsProxy) : '',
    noProxy: noProxy ?? '',
  });
}

/** Other programs take `host:port` for a proxy, so we do. The value may hold a password and stays out of the error. */
function readProxy(variable: string, value: string): string {
  const url = value.includes('://') ? value : `http://${value}`;
  if (/^https?:/i.test(url) && URL.canParse(url)) return url;
  throw new VaultError('configuration', `${variable} is no proxy that can be used: write it as http://host:port`);
}
