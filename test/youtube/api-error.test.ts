import { describe, expect, test } from 'vitest';
import { classifyFailure } from '../../src/youtube/api-error.ts';

const body = (reason: string, more: object = {}) => ({
  error: { code: 0, message: 'What went wrong.', errors: [{ reason, domain: 'x' }], ...more },
});
const info = (reason: string, metadata?: object) => ({
  details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, metadata }],
});
const perDay = { message: "Quota exceeded for quota metric 'Reads' and limit 'Reads per day' of service." };

describe('what kind of failure', () => {
  test.each([
    ['quota-spent', 403, body('quotaExceeded')],
    ['quota-spent', 403, body('dailyLimitExceeded')],
    ['quota-spent', 429, body('rateLimitExceeded', perDay)],
    ['quota-spent', 403, body('rateLimitExceeded', perDay)],
    ['quota-spent', 429, body('rateLimitExceeded', info('RATE_LIMIT_EXCEEDED', { quota_unit: '1/d/{project}' }))],
    ['quota-spent', 429, body('rateLimitExceeded', info('RATE_LIMIT_EXCEEDED', { quota_limit: 'defaultPerDayPerProject' }))],
    ['key-refused', 400, body('badRequest', info('API_KEY_INVALID'))],
    ['key-refused', 400, body('keyInvalid')],
    ['key-refused', 400, body('badRequest', info('API_KEY_EXPIRED'))],
    ['key-refused', 400, body('keyExpired')],
    ['key-refused', 401, undefined],
    ['key-refused', 403, body('accessNotConfigured')],
    ['key-refused', 403, body('forbidden', info('SERVICE_DISABLED'))],
    ['key-refused', 403, body('forbidden', info('API_KEY_SERVICE_BLOCKED'))],
    ['key-refused', 403, body('forbidden', info('API_KEY_IP_ADDRESS_BLOCKED'))],
    ['key-refused', 403, body('forbidden', info('API_KEY_HTTP_REFERRER_BLOCKED'))],
    ['key-refused', 403, body('ipRefererBlocked')],
    ['key-refused', 403, body('dailyLimitExceededUnreg')],
    ['no-chart', 400, body('videoChartNotFound')],
    ['no-chart', 404, body('videoChartNotFound')],
    ['no-chart', 404, body('notFound')],
    ['too-fast', 429, undefined],
    ['too-fast', 429, body('rateLimitExceeded', info('RATE_LIMIT_EXCEEDED', { quota_unit: '1/min/{project}' }))],
    ['too-fast', 403, body('rateLimitExceeded')],
    ['too-fast', 403, body('userRateLimitExceeded')],
    ['transient', 408, undefined],
    ['transient', 500, body('backendError')],
    ['transient', 502, '<html>Bad Gateway</html>'],
    ['transient', 503, body('backendError')],
    ['transient', 500, { error: { code: 500, message: null } }],
    ['refused', 400, body('invalidParameter')],
    ['refused', 400, body('invalidRegionCode')],
    ['refused', 403, body('forbidden')],
    ['refused', 403, body('SERVICE_UNAVAILABLE', { status: 'PERMISSION_DENIED' })],
    ['refused', 400, { error: 'error message' }],
    ['refused', 302, ''],
    ['refused', 404, undefined],
    ['refused', 418, null],
    // A reason counts only with a status that it can come with.
    ['transient', 500, body('quotaExceeded')],
    ['refused', 404, body('keyInvalid')],
  ])('%s: %d %j', (kind, status, answer) => {
    expect(classifyFailure(status, answer).kind).toBe(kind);
  });
});

describe('what it says', () => {
  test.each([
    [403, body('accessNotConfigured'), /enable it/],
    [403, body('forbidden', info('API_KEY_IP_ADDRESS_BLOCKED')), /IP restriction/],
    [400, body('badRequest', info('API_KEY_INVALID')), /check YOUTUBE_API_KEY/],
    [403, body('quotaExceeded'), /midnight Pacific/],
    [429, body('x', { ...perDay, ...info('RATE_LIMIT_EXCEEDED', { quota_limit_value: '0' }) }), /no quota .* at all/],
    [302, '', /VAULT_API_URL/],
    [500, body('backendError'), /server error \(500\)/],
  ])('%d %j names the remedy', (status, answer, sentence) => {
    expect(classifyFailure(status, answer).message).toMatch(sentence);
  });

  test.each([
    [500, body('backendError'), 'What went wrong'],
    [400, { error: 'error message' }, 'error message'],
    [400, undefined, ''],
  ])('%d %j is quoted as %j', (status, answer, said) => {
    expect(classifyFailure(status, answer).said).toBe(said);
  });

  test('markup, control characters and line breaks of a message are left out', () => {
    const message = 'You <a href="/q">exceeded</a>\r\n\u001b[31m it\u202e!';
    expect(classifyFailure(500, { error: { message } }).said).toBe('You exceeded [31m it !');
  });

  test('a long message is cut', () => {
    expect(classifyFailure(500, { error: { message: 'long '.repeat(1000) } }).said).toHaveLength(200);
  });
});

test.each([
  0,
  'text',
  [],
  [[]],
  { error: [] },
  { error: { errors: 'x', details: 7, message: {} } },
  { error: { errors: [null, { reason: 5 }], details: [[], { metadata: 'x' }] } },
])('an odd body is no crash: %j', (answer) => {
  expect(classifyFailure(400, answer)).toMatchObject({ kind: 'refused', message: 'refused (400)' });
});
