import { formatDuration, minuteMs } from '../core/duration.ts';
import { type Check, failure, ok, warning } from './check.ts';

/** What one request came to. */
export interface ApiFacts {
  readonly url: string;
  /** The proxy it went through, without its password. */
  readonly proxy: string | undefined;
  readonly status: number | undefined;
  readonly durationMs: number;
  /** The API's clock minus ours. */
  readonly clockAheadMs: number | undefined;
  readonly failure: { readonly kind: string; readonly message: string } | undefined;
}

/** Checks of the API's answer: that one came, that the key is taken, and what time it is there. */
export function checkApi(facts: ApiFacts): Check[] {
  const { status, durationMs, url, proxy, failure: failed } = facts;
  const way = `${url}${proxy === undefined ? '' : ` through the proxy ${proxy}`}`;
  if (status === undefined) {
    return [failure('api', 'network', `${way}: ${failed?.message ?? 'no answer'}`, 'then look at VAULT_API_URL too')];
  }
  const reached = `${way} answered with ${status} within ${formatDuration(durationMs)}`;
  return [checkAnswer(reached, failed), ...checkKey(failed), ...checkClock(facts)];
}

/** A refused key and a spent quota are answers of the API itself: it can be reached. */
function checkAnswer(reached: string, failed: ApiFacts['failure']): Check {
  const isReached = failed === undefined || ['key-refused', 'quota-spent', 'too-fast', 'no-chart'].includes(failed.kind);
  if (isReached) return ok('api', reached);
  return failure('api', 'network', `${reached}: ${failed.message}`, 'try again later, then check VAULT_API_URL and the proxy');
}

function checkKey(failed: ApiFacts['failure']): Check[] {
  if (failed === undefined || failed.kind === 'no-chart') return [ok('key accepted', 'YouTube takes the key')];
  if (failed.kind === 'key-refused') {
    return [failure('key accepted', 'key-refused', failed.message, 'mend the key in the Google Cloud console, or put another into .env')];
  }
  if (failed.kind === 'quota-spent') return [failure('key accepted', 'quota-spent', failed.message, 'wait for the next day of quota')];
  if (failed.kind === 'too-fast') return [warning('key accepted', failed.message, 'wait a few minutes, then ask again')];
  return [];
}

function checkClock({ clockAheadMs }: ApiFacts): Check[] {
  if (clockAheadMs === undefined) return [warning('clock', 'the answer has no date to compare with', 'check VAULT_API_URL and the proxy')];
  const off = Math.abs(clockAheadMs);
  const fact = `this machine's clock is ${formatDuration(off)} ${clockAheadMs > 0 ? 'slow' : 'fast'}`;
  const remedy = 'set the clock, and let the system keep it (NTP)';
  // A request takes its time, and the API tells whole seconds.
  if (off <= 5000) return [ok('clock', "agrees with the API's to a few seconds")];
  return [off <= 60 * minuteMs ? warning('clock', fact, remedy) : failure('clock', 'configuration', fact, remedy)];
}
