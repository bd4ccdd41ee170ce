import type { buildConnector } from 'undici';
import { VaultError } from '../core/errors.ts';

/**
 * A way to connect whose failures end the requests that wait for it. Where a proxy breaks off, undici would ask it for another tunnel at once,
 * a thousand times a second until the time-out: it takes that for an old connection which has just been closed.
 */
export function failingForGood(connect: buildConnector.connector): buildConnector.connector {
  return (options, callback) =>
    connect(options, (...[error, socket]) => (error === null ? callback(null, socket) : callback(explain(error), null)));
}

/** The address of the proxy may hold a password, and stays out of the sentence. */
function explain(error: Error): Error {
  if (error.message.startsWith('Proxy response (407)')) {
    const remedy = 'write both into HTTP_PROXY or HTTPS_PROXY, as http://user:password@host:port';
    return new VaultError('refused', `the proxy wants a user and a password, or others than it was given (407); ${remedy}`);
  }
  if (!('code' in error) || error.code !== 'UND_ERR_SOCKET') return error;
  return Object.assign(new Error('the proxy broke off', { cause: error }), { code: 'ECONNRESET' });
}
