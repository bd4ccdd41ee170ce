import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fileOf, paces, settingOf } from './settings.ts';

/** What GitHub's own parser has against a workflow. */
function errorsOf(content: string): string[] {
  const { context } = parseWorkflow({ name: 'vault.yml', content }, new NoOperationTraceWriter());
  return context.errors.getErrors().map(({ message }) => message);
}

describe('a workflow', () => {
  // GitHub starts nothing more often than every 5 minutes.
  test.each(paces.filter((every) => !/^[17]m$/.test(every)))('of %s is one to GitHub’s own parser', (every) => {
    expect(errorsOf(fileOf('github-actions', settingOf(every)))).toEqual([]);
  });

  test('of a vault on a server is one, too, and keeps nothing', () => {
    const text = fileOf('github-actions', settingOf('7h', { isOnServer: true }));
    expect(errorsOf(text)).toEqual([]);
    expect((parse(text) as { jobs: { fetch: { steps: unknown[] } } }).jobs.fetch.steps).toHaveLength(4);
  });

  test('with a slip in it is none', () => {
    const text = fileOf('github-actions', settingOf('7h'));
    expect(errorsOf(text.replace('runs-on', 'run-on'))).not.toEqual([]);
    expect(errorsOf(text.replace('retention-days', 'x').replace('timeout-minutes', 'timeout'))).not.toEqual([]);
  });

  test('of 7 h looks once an hour, one at a time', () => {
    const workflow = parse(fileOf('github-actions', settingOf('7h'))) as Record<string, unknown>;
    expect(workflow).toMatchObject({
      on: { schedule: [{ cron: '37 * * * *' }] },
      concurrency: { group: 'vault', 'cancel-in-progress': false },
    });
    expect(JSON.stringify(workflow)).toContain('fetch --if-older-than 7h --quiet');
  });
});
