/** In the order in which they are looked for. */
export const proxyNames = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY', 'no_proxy', 'NO_PROXY'];

/** The proxy variables of the environment; in small letters they win, as in other programs. */
export function readProxySettings(env: Readonly<Record<string, string | undefined>>) {
  return {
    httpProxy: env['http_proxy'] ?? env['HTTP_PROXY'],
    httpsProxy: env['https_proxy'] ?? env['HTTPS_PROXY'],
    noProxy: env['no_proxy'] ?? env['NO_PROXY'],
  };
}

/** The proxy that requests to `url` go through, without its password; `undefined` for none. */
export function describeProxy(url: string, env: Readonly<Record<string, string | undefined>>): string | undefined {
  const { httpProxy, httpsProxy, noProxy } = readProxySettings(env);
  const { protocol, hostname, port } = new URL(url);
  // Without one of their own, undici sends https requests through the other.
  const proxy = ((protocol === 'https:' && httpsProxy?.trim()) || httpProxy)?.trim();
  const givenPort = port || (protocol === 'https:' ? '443' : '80');
  const isExcepted =
    noProxy?.trim() === '*' ||
    (noProxy ?? '').split(/[\s,]+/).some((entry) => {
      const [, name = '', onlyPort] = /^(?:\*?\.)?(.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
      return name !== '' && `.${hostname}`.endsWith(`.${name}`) && (onlyPort ?? givenPort) === givenPort;
    });
  return proxy && !isExcepted ? proxy.replace(/\/\/.*@/, '//') : undefined;
}
