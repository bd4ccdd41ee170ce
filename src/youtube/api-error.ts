import * as z from 'zod/mini';
import { catch as orElse } from 'zod/mini';
import type { ErrorCode } from '../core/errors.ts';

/** What an answer other than a page means; `code` is what the chart's error will say once nothing more is tried. */
export interface Failure {
  readonly kind: 'quota-spent' | 'key-refused' | 'no-chart' | 'too-fast' | 'transient' | 'refused';
  readonly code: ErrorCode;
  readonly message: string;
  readonly remedy?: string;
  /** Set where no midnight will mend it. */
  readonly lasting?: boolean;
  /** YouTube's own words, safe to print (no markup, no control characters), or nothing. */
  readonly said?: string;
}

/** What happened, how often, what to do about it, and what YouTube says of it. */
export function describeFailure({ message, remedy, said }: Pick<Failure, 'message' | 'remedy' | 'said'>, attempts = 1): string {
  const tried = attempts > 1 ? `${message} after ${attempts} attempts` : message;
  return [tried, remedy ?? [], said ? `YouTube says: ${said}` : []].flat().join('; ');
}

interface Facts {
  readonly status: number;
  readonly reasons: ReadonlySet<string>;
  readonly message: string;
  readonly perDay: boolean;
  readonly quotaLimit: string | undefined;
}

/**
 * What kind of failure an HTTP status and its body are, in the order that YouTube's answers need.
 *
 * The day's quota comes first, for it arrives as 403 and as 429 and neither a wait nor another region helps. The status beats
 * reasons that contradict it, as a recorded 403 with the reason SERVICE_UNAVAILABLE does. Source: the API's "Errors" page and
 * recorded answers.
 */
export function classifyFailure(status: number, body: unknown): Failure {
  const facts = readFacts(status, body);
  const said = facts.message;
  if (isQuotaSpent(facts)) return { kind: 'quota-spent', code: 'quota-spent', ...describeQuota(facts) };
  const key = keyMessage(facts);
  if (key !== undefined) return { kind: 'key-refused', code: 'key-refused', message: key, said };
  if (isNoChart(facts)) return { kind: 'no-chart', code: 'refused', message: 'YouTube has no such chart' };
  if (isTooFast(facts)) return { kind: 'too-fast', code: 'rate-limited', message: `rate limited (${status})` };
  if (status === 408 || status >= 500) return { kind: 'transient', code: 'server-error', message: `server error (${status})`, said };
  if (status >= 300 && status < 400) return { kind: 'refused', code: 'refused', message: `redirected (${status}); check VAULT_API_URL` };
  return { kind: 'refused', code: 'refused', message: `refused (${status})`, ...refusalRemedy(facts), said };
}

/** A wrong parameter is nothing that a user could change. */
function refusalRemedy({ status, reasons, message }: Facts): { remedy?: string } {
  if (reasons.size === 0 && message === '') return { remedy: 'check VAULT_API_URL, and the proxy if there is one' };
  return status === 403 ? { remedy: "check what the key's project may do in the Google Cloud console" } : {};
}

function isQuotaSpent({ status, reasons, perDay }: Facts): boolean {
  if (status === 403 && (reasons.has('quotaExceeded') || reasons.has('dailyLimitExceeded'))) return true;
  return (status === 403 || status === 429) && perDay;
}

function describeQuota({ quotaLimit }: Facts): { message: string; lasting: boolean } {
  if (quotaLimit !== '0') return { message: "the day's quota is spent; YouTube gives it anew at midnight Pacific time", lasting: false };
  const message = "the key's project has no quota for this API at all (its limit is 0): ask for quota in the Google Cloud console";
  return { message, lasting: true };
}

const keyReasons: Readonly<Record<string, string>> = {
  API_KEY_INVALID: 'the key is not valid: check YOUTUBE_API_KEY',
  keyInvalid: 'the key is not valid: check YOUTUBE_API_KEY',
  API_KEY_EXPIRED: 'the key has expired: create another in the Google Cloud console',
  keyExpired: 'the key has expired: create another in the Google Cloud console',
  accessNotConfigured: "YouTube Data API v3 is not enabled in the key's project: enable it in the Google Cloud console",
  SERVICE_DISABLED: "YouTube Data API v3 is not enabled in the key's project: enable it in the Google Cloud console",
  API_KEY_SERVICE_BLOCKED: 'the key may not call this API: allow YouTube Data API v3 in its API restrictions',
  API_KEY_IP_ADDRESS_BLOCKED: "the key may not be used from this machine's address: change its IP restriction",
  API_KEY_HTTP_REFERRER_BLOCKED: 'the key is restricted to websites: remove its referrer restriction',
  API_KEY_ANDROID_APP_BLOCKED: 'the key is restricted to Android apps: remove its application restriction',
  API_KEY_IOS_APP_BLOCKED: 'the key is restricted to iOS apps: remove its application restriction',
  CONSUMER_SUSPENDED: "the key's project is suspended: see the Google Cloud console",
  CONSUMER_INVALID: "the key's project is gone or not valid: create a key in another project, in the Google Cloud console",
  ipRefererBlocked: 'the key may not be used from here: change its IP or referrer restriction',
  dailyLimitExceededUnreg: 'the request reached YouTube without a key: check YOUTUBE_API_KEY',
};

function keyMessage({ status, reasons }: Facts): string | undefined {
  if (status === 401) return 'the key was refused (401): check YOUTUBE_API_KEY';
  if (status !== 400 && status !== 403) return undefined;
  const reason = [...reasons].find((name) => Object.hasOwn(keyReasons, name));
  return reason === undefined ? undefined : keyReasons[reason];
}

function isNoChart({ status, reasons }: Facts): boolean {
  if (reasons.has('videoChartNotFound')) return status === 400 || status === 404;
  return status === 404 && reasons.has('notFound');
}

function isTooFast({ status, reasons }: Facts): boolean {
  return status === 429 || (status === 403 && (reasons.has('rateLimitExceeded') || reasons.has('userRateLimitExceeded')));
}

/** Error bodies come in several shapes, and any part may be missing or odd: what does not fit counts as absent. */
const errorSchema = z.object({
  error: z.object({
    message: orElse(z.string(), ''),
    status: orAbsent(z.string()),
    errors: orElse(z.array(orElse(z.object({ reason: orAbsent(z.string()) }), {})), []),
    details: orElse(
      z.array(
        orElse(
          z.object({
            reason: orAbsent(z.string()),
            metadata: orAbsent(z.record(z.string(), orElse(z.string(), ''))),
          }),
          {},
        ),
      ),
      [],
    ),
  }),
});

function orAbsent<Value>(schema: z.ZodMiniType<Value>) {
  return orElse(z.optional(schema), undefined);
}

function readFacts(status: number, body: unknown): Facts {
  const parsed = errorSchema.safeParse(body);
  if (!parsed.success)
    return { status, reasons: new Set(), message: plainMessage(stringError(body)), perDay: false, quotaLimit: undefined };
  const { errors, details, message } = parsed.data.error;
  const metadata = details.flatMap((detail) => (detail.metadata ? [detail.metadata] : []));
  return {
    status,
    reasons: new Set([...errors, ...details].flatMap(({ reason }) => reason ?? [])),
    message: plainMessage(message),
    perDay: /\bper day\b/i.test(message) || metadata.some(isPerDay),
    quotaLimit: metadata.map((entry) => entry['quota_limit_value']).find((limit) => limit !== undefined),
  };
}

function isPerDay(metadata: Readonly<Record<string, string>>): boolean {
  return metadata['quota_unit']?.startsWith('1/d') === true || metadata['quota_limit']?.includes('PerDay') === true;
}

function stringError(body: unknown): string {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined;
  return typeof error === 'string' ? error : '';
}

/** Messages may hold HTML, line breaks and more text than anybody wants to read in a summary. */
function plainMessage(message: string): string {
  const plain = message
    .replace(/<[^>]*>/g, '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ')
    .replace(/[\s.]+$/, '')
    .trim();
  return plain.length > 200 ? `${plain.slice(0, 199).toWellFormed()}…` : plain;
}
