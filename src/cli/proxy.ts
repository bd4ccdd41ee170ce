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
  const { protocol, hostname } = new URL(url);
  const proxy = (protocol === 'https:' ? httpsProxy : httpProxy)?.trim();
  const excepted = (noProxy ?? '').split(/[\s,]+/).map((name) => name.replace(/^\*?\.?|:\d+$/g, ''));
  const isExcepted = noProxy?.trim() === '*' || excepted.some((name) => name !== '' && `.${hostname}`.endsWith(`.${name}`));
  return proxy && !isExcepted ? proxy.replace(/\/\/.*@/, '//') : undefined;
}
