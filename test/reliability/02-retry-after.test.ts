import { expect } from 'vitest';
import { keepsPromise } from './support/promise.ts';

keepsPromise({
  number: 2,
  title: 'Retry-After is read right',
  async check({ parts: { parseRetryAfter } }) {
    expect(parseRetryAfter('', { date: undefined, now: 0 })).toBeUndefined();
    return '1 case';
  },
  sabotages: [
    {
      title: 'digits read by Number()',
      patches: [{ file: 'src/youtube/retry-after.ts', from: String.raw`if (/^\d+$/.test(text))`, to: 'if (!Number.isNaN(Number(text)))' }],
    },
  ],
});
