import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { expect, onTestFinished, test } from 'vitest';
import type { RunEvent } from '../../src/core/ports.ts';
import { openTestSource, page } from '../support/source.ts';

test('the next request leaves before a page is read, on a connection that was used as well', async () => {
  const happened: string[] = [];
  const sent = (): void => void happened.push('sent');
  subscribe('undici:client:sendHeaders', sent);
  onTestFinished(() => void unsubscribe('undici:client:sendHeaders', sent));
  const report = ({ kind }: RunEvent): void => void (kind === 'page' && happened.push('read'));
  const { source } = await openTestSource(({ region }) => page(region), { limits: { concurrency: 1 }, report });
  await Promise.all(['PL', 'NL', 'SE', 'NO'].map((region) => source.fetchChart({ region, category: 0 }, 3)));
  expect(happened).toEqual(['sent', 'sent', 'read', 'sent', 'read', 'sent', 'read', 'read']);
});
