import type { Failure } from '../../src/youtube/api-error.ts';

/** An error's body as the API words it. */
export function errorBody(reason: string, more: object = {}): object {
  return { error: { code: 0, message: 'What went wrong.', errors: [{ reason, domain: 'x' }], ...more } };
}

/** The part of an error's body that newer services add; its reasons are those of google.api.ErrorReason. */
export function errorInfo(reason: string, metadata?: object): object {
  return { details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, metadata }] };
}

export const perDay = { message: "Quota exceeded for quota metric 'Reads' and limit 'Reads per day' of service." };

/** Answers that are no page, and what each means. */
export const apiFailures: readonly (readonly [kind: Failure['kind'], status: number, body: unknown])[] = [
  ['quota-spent', 403, errorBody('quotaExceeded')],
  ['quota-spent', 403, errorBody('dailyLimitExceeded')],
  ['quota-spent', 429, errorBody('rateLimitExceeded', perDay)],
  ['quota-spent', 403, errorBody('rateLimitExceeded', perDay)],
  ['quota-spent', 429, errorBody('rateLimitExceeded', errorInfo('RATE_LIMIT_EXCEEDED', { quota_unit: '1/d/{project}' }))],
  ['quota-spent', 429, errorBody('rateLimitExceeded', errorInfo('RATE_LIMIT_EXCEEDED', { quota_limit: 'defaultPerDayPerProject' }))],
  ['key-refused', 400, errorBody('badRequest', errorInfo('API_KEY_INVALID'))],
  ['key-refused', 400, errorBody('keyInvalid')],
  ['key-refused', 400, errorBody('badRequest', errorInfo('API_KEY_EXPIRED'))],
  ['key-refused', 400, errorBody('keyExpired')],
  ['key-refused', 401, undefined],
  ['key-refused', 403, errorBody('accessNotConfigured')],
  ['key-refused', 403, errorBody('forbidden', errorInfo('SERVICE_DISABLED'))],
  ['key-refused', 403, errorBody('forbidden', errorInfo('API_KEY_SERVICE_BLOCKED'))],
  ['key-refused', 403, errorBody('forbidden', errorInfo('API_KEY_IP_ADDRESS_BLOCKED'))],
  ['key-refused', 403, errorBody('forbidden', errorInfo('API_KEY_HTTP_REFERRER_BLOCKED'))],
  ['key-refused', 403, errorBody('forbidden', errorInfo('API_KEY_ANDROID_APP_BLOCKED'))],
  ['key-refused', 403, errorBody('forbidden', errorInfo('API_KEY_IOS_APP_BLOCKED'))],
  ['key-refused', 403, errorBody('forbidden', errorInfo('CONSUMER_SUSPENDED'))],
  ['key-refused', 403, errorBody('forbidden', errorInfo('CONSUMER_INVALID'))],
  ['key-refused', 403, errorBody('ipRefererBlocked')],
  ['key-refused', 403, errorBody('dailyLimitExceededUnreg')],
  ['no-chart', 400, errorBody('videoChartNotFound')],
  ['no-chart', 404, errorBody('videoChartNotFound')],
  ['no-chart', 404, errorBody('notFound')],
  ['too-fast', 429, undefined],
  ['too-fast', 429, errorBody('rateLimitExceeded', errorInfo('RATE_LIMIT_EXCEEDED', { quota_unit: '1/min/{project}' }))],
  ['too-fast', 403, errorBody('rateLimitExceeded')],
  ['too-fast', 403, errorBody('userRateLimitExceeded')],
  ['transient', 408, undefined],
  ['transient', 500, errorBody('backendError')],
  ['transient', 502, '<html>Bad Gateway</html>'],
  ['transient', 503, errorBody('backendError')],
  ['transient', 500, { error: { code: 500, message: null } }],
  ['refused', 400, errorBody('invalidParameter')],
  ['refused', 400, errorBody('invalidRegionCode')],
  ['refused', 403, errorBody('forbidden')],
  ['refused', 403, errorBody('SERVICE_UNAVAILABLE', { status: 'PERMISSION_DENIED' })],
  ['refused', 400, { error: 'error message' }],
  ['refused', 302, ''],
  ['refused', 404, undefined],
  ['refused', 418, null],
  // A reason counts only with a status that it can come with.
  ['transient', 500, errorBody('quotaExceeded')],
  ['refused', 404, errorBody('keyInvalid')],
];
