import { describe, expect, test } from 'vitest';
import { classifyFailure } from '../../src/youtube/api-error.ts';
import { apiFailures, errorBody, errorInfo, perDay } from '../support/api-failures.ts';

describe('what kind of failure', () => {
  test.each(apiFailures)('%s: %d %j', (kind, status, answer) => {
    expect(classifyFailure(status, answer).kind).toBe(kind);
  });
});

describe('what it says', () => {
  test.each([
    [403, errorBody('accessNotConfigured'), /enable it/],
    [403, errorBody('forbidden', errorInfo('API_KEY_IP_ADDRESS_BLOCKED')), /IP restriction/],
    [400, errorBody('badRequest', errorInfo('API_KEY_INVALID')), /check YOUTUBE_API_KEY/],
    [403, errorBody('quotaExceeded'), /midnight Pacific/],
    [429, errorBody('x', { ...perDay, ...errorInfo('RATE_LIMIT_EXCEEDED', { quota_limit_value: '0' }) }), /no quota .* at all/],
    [302, '', /VAULT_API_URL/],
    [500, errorBody('backendError'), /server error \(500\)/],
  ])('%d %j names the remedy', (status, answer, sentence) => {
    expect(classifyFailure(status, answer).message).toMatch(sentence);
  });

  test.each([
    [500, errorBody('backendError'), 'What went wrong'],
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
