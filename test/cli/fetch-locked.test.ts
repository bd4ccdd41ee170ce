import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VaultError } from '../../src/core/errors.ts';
import { type Ended, openShellWithApi } from '../support/cli.ts';
import { page } from '../support/source.ts';

const json = (text: string) => JSON.parse(text);

describe('while another run goes on', () => {
  const heldBy = `process ${process.pid} on ${hostname()}, since 23 Nov 2026, 12:00`;

  /** Runs a line while a run waits for its first answer, and lets that run go on once `until` is kept. */
  async function during(line: string, until: (second: Promise<Ended>) => Promise<unknown>) {
    let second: Promise<Ended> | undefined;
    const shell = await openShellWithApi(async ({ index }) => {
      if (index > 0) return page('PL');
      second = shell.vault(line);
      await until(second);
      return page('PL');
    });
    await shell.vault('fetch --regions PL');
    if (!second) throw new Error('the first run asked for nothing');
    return { shell, second: await second };
  }

  test('a second one is exit 75, says who holds the vault since when, and sends nothing', async () => {
    const { shell, second } = await during('fetch --regions PL', (ended) => ended);
    expect(second.exitCode).toBe(75);
    expect(second.stderr).toBe(
      `vault: nothing fetched: another run holds ${join(shell.folder, 'vault.db')}: ${heldBy}; try again when it has ended\n`,
    );
    expect(shell.server.requests).toHaveLength(1);
  });

  test('as JSON, too', async () => {
    const { second } = await during('fetch --regions PL --json', (ended) => ended);
    expect(second.exitCode).toBe(75);
    expect(json(second.stdout)).toMatchObject({
      status: 'skipped',
      reason: 'locked',
      message: expect.stringContaining(heldBy),
      until: null,
    });
  });

  test('--wait lets a second one wait for its end, and says for whom', async () => {
    const { shell, second } = await during('fetch --regions PL --wait 30s --json', async () => {});
    expect(second).toMatchObject({ exitCode: 0, stderr: expect.stringContaining(`waiting: another run holds`) });
    expect(second.stderr).toContain(heldBy);
    expect(json(second.stdout)).toMatchObject({ run: 2, status: 'complete' });
    expect(shell.server.requests).toHaveLength(2);
  });

  test('--wait is not for ever', async () => {
    const { shell, second } = await during('fetch --regions PL --wait 500ms --quiet', (ended) => ended);
    expect(second).toMatchObject({ exitCode: 75, stderr: expect.stringMatching(/^vault: nothing fetched: .*\n$/) });
    expect(shell.server.requests).toHaveLength(1);
  });

  test('--wait ends when it is told to', async () => {
    const interruption = new AbortController();
    let second: Promise<Ended> | undefined;
    const shell = await openShellWithApi(async () => {
      interruption.abort(new VaultError('interrupted', 'ended by SIGINT'));
      second = shell.vault('fetch --wait 1d', { interruption: interruption.signal });
      await second;
      return page('PL');
    });
    await shell.vault('fetch --regions PL');
    expect(await second).toMatchObject({ stdout: '', stderr: expect.stringContaining('vault: ended by SIGINT') });
  });

  test('--dry-run says so', async () => {
    const { second } = await during('fetch --dry-run', (ended) => ended);
    expect(second.stdout).toContain(`\nHeld     by another run: ${heldBy}\nStart    when the other run has ended\n`);
    const { second: asJson } = await during('fetch --dry-run --json', (ended) => ended);
    expect(json(asJson.stdout)).toMatchObject({ held: true, holder: { since: '2026-11-23T12:00:00.000Z' } });
  });
});
