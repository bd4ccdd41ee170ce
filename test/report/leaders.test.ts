import { expect, test } from 'vitest';
import { explainAbsence } from '../../src/report/leaders.ts';

const shownRun = { run: 3, startedAt: '2026-11-23T12:00:00.000Z' };
const top = { region: 'PL', category: 0, leaders: [] };

test.each([
  ['stored', shownRun, ''],
  ['failed', shownRun, 'The last run could not get it.'],
  ['sparse', shownRun, 'The last run got far fewer videos of it than before.'],
  [undefined, shownRun, 'The last run did not ask for it.'],
  ['failed', undefined, 'No run of this period got this chart whole.'],
  ['no-chart', undefined, 'YouTube says that there is no such chart.'],
] as const)('a chart that is %s in the last run, and shown of %o, is explained by %o', (lastStatus, shownRun, sentence) => {
  expect(explainAbsence({ ...top, lastStatus, shownRun })).toBe(sentence);
});
