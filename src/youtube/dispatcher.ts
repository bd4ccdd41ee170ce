import { Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici';

/** The proxy variables of the environment; Node 20 does not read them itself. */
export interface ProxySettings {
  readonly httpProxy: string | undefined;
  readonly httpsProxy: string | undefined;
  readonly noProxy: string | undefined;
}

/** Connections for one run, through a proxy where one is set. Time-outs are the client's, so undici's are off. */
export function createDispatcher(connections: number, proxy: ProxySettings): Dispatcher {
  const options = { connections, allowH2: false, headersTimeout: 0, bodyTimeout: 0 };
  const { httpProxy, httpsProxy, noProxy } = proxy;
  if (!httpProxy && !httpsProxy) return new Agent(options);
  return new EnvHttpProxyAgent({
    ...options,
    httpProxy: httpProxy ?? '',
    httpsProxy: httpsProxy ?? httpProxy ?? '',
    noProxy: noProxy ?? '',
  });
}
