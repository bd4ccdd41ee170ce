import { describe, expect, test } from 'vitest';
import { pingUrl } from '../../src/ops/ping-url.ts';

describe('pingUrl', () => {
  const rid = 'rid=00000000-0000-4000-8000-000000000012';

  test.each([
    ['https://hc.example/abc', 'start', `https://hc.example/abc/start?${rid}`],
    ['https://hc.example/abc', 'success', `https://hc.example/abc?${rid}`],
    ['https://hc.example/abc', 'fail', `https://hc.example/abc/fail?${rid}`],
    ['https://hc.example/abc/', 'fail', `https://hc.example/abc/fail?${rid}`],
    ['https://hc.example/abc/', 'success', `https://hc.example/abc/?${rid}`],
    ['https://hc.example', 'start', `https://hc.example/start?${rid}`],
    ['http://127.0.0.1:8000/ping/key/vault?create=1', 'fail', `http://127.0.0.1:8000/ping/key/vault/fail?create=1&${rid}`],
    ['https://hc.example/abc?a&b=%20+x', 'success', `https://hc.example/abc?a&b=%20+x&${rid}`],
    ['https://hc.example/abc?rid=1&ridge=2&rid', 'success', `https://hc.example/abc?ridge=2&${rid}`],
    ['https://hc.example/a%2Fb?', 'start', `https://hc.example/a%2Fb/start?${rid}`],
  ] as const)('%s at %s of run 12 is %s', (base, kind, expected) => {
    expect(pingUrl(new URL(base), kind, 12).href).toBe(expected);
  });

  test.each([
    ['https://hc.example/abc', 'https://hc.example/abc/fail'],
    ['https://hc.example/abc?create=1', 'https://hc.example/abc/fail?create=1'],
  ])('%s where no run began is %s', (base, expected) => {
    expect(pingUrl(new URL(base), 'fail', undefined).href).toBe(expected);
  });

  test('leaves the address it is given alone, and names two runs by two ids', () => {
    const base = new URL('https://hc.example/abc');
    const ids = [1, 2, 999_999_999_999].map((run) => pingUrl(base, 'start', run).searchParams.get('rid'));
    expect(base.href).toBe('https://hc.example/abc');
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });
});
