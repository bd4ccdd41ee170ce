import { copyFileSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Interruption, type Output } from '../../src/cli/edges.ts';
import { tables } from '../../src/core/tables.ts';
import { openSqliteTableWriter } from '../../src/sqlite/table-writer.ts';
import { queryFile } from '../sqlite/temporary-vault.ts';
import { openDemoShell } from '../support/demo-vault.ts';
import { logicalDump } from '../support/logical-dump.ts';
import { answersOf } from './copy-answers.ts';

const dump = (path: string) => logicalDump((sql) => queryFile(path, sql));

/** A terminal, and what it shows. */
function openTerminal(): { stderr: Output; shown(): string } {
  let shown = '';
  return { stderr: { isTTY: true, columns: 80, write: (text) => (shown += String(text)) }, shown: () => shown };
}

/** A signal that comes when it is looked for the nth time. */
function signalAt(look: number): AbortSignal {
  const { signal } = new AbortController();
  const reason = new Interruption('SIGTERM');
  let looks = 0;
  return Object.defineProperties(signal, { aborted: { get: () => (looks += 1) >= look }, reason: { value: reason } });
}

describe('vault copy', () => {
  test('makes a vault that holds the same and answers the same', async () => {
    const shell = await openDemoShell();
    const { exitCode, stdout, stderr } = await shell.vault('copy --from vault-demo.db --to copy.db');
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^Copied [\d,]+ rows of 9 runs from .*vault-demo\.db to .*copy\.db; the checksums of all 8 tables are the same\.\n$/,
    );
    expect(await dump(shell.path('copy.db'))).toEqual(await dump(shell.path('vault-demo.db')));
    const answers = (db: string) => answersOf(shell, db, shell.path(db));
    expect(await answers('copy.db')).toEqual(await answers('vault-demo.db'));
  });

  test('tells as JSON what it copied', async () => {
    const { vault, path, table } = await openDemoShell();
    const { stdout } = await vault('copy --from vault-demo.db --to copy.db --json');
    expect(JSON.parse(stdout)).toEqual({
      status: 'copied',
      from: path('vault-demo.db'),
      to: path('copy.db'),
      tables: tables.map(({ name }) => ({
        table: name,
        rows: table(`SELECT count(*) AS rows FROM ${name} ${name === 'state' ? `WHERE name <> 'search_index'` : ''}`)[0]?.['rows'],
        checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
      })),
      resumed: false,
    });
    expect(await vault('copy --from vault-demo.db --to quiet.db --quiet')).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });

  test('gives the same checksums for a copy of the copy', async () => {
    const { vault } = await openDemoShell();
    const copy = async (from: string, to: string): Promise<unknown> =>
      (JSON.parse((await vault(`copy --from ${from} --to ${to} --json`)).stdout) as { tables: unknown }).tables;
    const first = await copy('vault-demo.db', 'a.db');
    expect(await copy('a.db', 'b.db')).toEqual(first);
  });

  test('that is told to end says how far it is, leaves a vault that nobody opens, and goes on from there', async () => {
    const shell = await openDemoShell();
    const stopped = await shell.vault('copy --from vault-demo.db --to copy.db --json', { interruption: signalAt(7) });
    const told = JSON.parse(stopped.stdout) as { tables: readonly { table: string; rows: number }[] };
    expect(told).toMatchObject({ status: 'interrupted', to: shell.path('copy.db') });
    expect(told.tables[0]).toEqual({ table: 'runs', rows: 9, checksum: null });
    expect(stopped.stderr).toMatch(/^vault: stopped with [\d,]+ rows in .*copy\.db; go on with the same vault copy\n$/);
    for (const line of ['top', 'fetch --dry-run', 'stats --json', 'prune --older-than 1d'])
      expect(await shell.vault(`${line} --db copy.db`)).toMatchObject({
        exitCode: 78,
        stdout: '',
        stderr: expect.stringMatching(/copy\.db: the copy of .*vault-demo\.db into it is not finished; run the same vault copy again\n$/),
      });
    const { stdout } = await shell.vault('copy --from vault-demo.db --to copy.db');
    expect(stdout).toMatch(/, going on where it was stopped; the checksums/);
    expect(await dump(shell.path('copy.db'))).toEqual(await dump(shell.path('vault-demo.db')));
  });

  test('shows on a terminal how far it is', async () => {
    const { vault } = await openDemoShell();
    const { shown, stderr } = openTerminal();
    expect((await vault('copy --from vault-demo.db --to copy.db', { stderr })).exitCode).toBe(0);
    expect(shown()).toMatch(/Rows {2}[█░]{20} {2}[\d,]+ of 3,613/);
  });

  test('waits for nobody who holds the target', async () => {
    const { vault, path } = await openDemoShell();
    const held = await openSqliteTableWriter(path('copy.db'), 0o600);
    expect(await vault('copy --from vault-demo.db --to copy.db')).toMatchObject({
      exitCode: 75,
      stderr: expect.stringMatching(/another run holds .*copy\.db; try again/),
    });
    await held.close();
  });

  test.each([
    ['copy --from vault-demo.db', 64, /--to is missing; name the vaults with --from and --to/],
    ['copy --to copy.db', 64, /--from is missing/],
    ['copy --from vault-demo.db --to vault-demo.db', 64, /belongs to the vault of --from/],
    ['copy --from vault-demo.db --to link.db', 64, /belongs to the vault of --from/],
    ['copy --from vault-demo.db --to vault-demo.db-wal', 64, /belongs to the vault of --from/],
    ['copy --from vault-demo.db --to other.db', 64, /holds runs of its own, and was left as it is; name another vault with --to/],
    ['copy --from vault-demo.db --to mine.txt', 78, /is not a vault/],
    ['copy --from mine.txt --to copy.db', 78, /is not a vault/],
    ['copy --from none.db --to copy.db', 78, /no vault is there; name another with --from/],
    ['copy --from vault-demo.db --to nowhere/copy.db', 74, /nowhere does not exist/],
    ['copy --from vault-demo.db --to loop.db', 74, /loop\.db/],
    ['copy --from vault-demo.db --to mysql://host/vault', 64, /--to .*expected/],
    [
      'copy --from vault-demo.db --to postgres://vault:secret@127.0.0.1:1/vault',
      74,
      /^vault: postgres:\/\/vault@127\.0\.0\.1:1\/vault: no connection/,
    ],
  ])('%s is refused in one sentence, and leaves nothing', async (line, expected, message) => {
    const { vault, folder, path } = await openDemoShell();
    copyFileSync(path('vault-demo.db'), path('other.db'));
    symlinkSync(path('vault-demo.db'), path('link.db'));
    symlinkSync(path('loop.db'), path('loop.db'));
    writeFileSync(path('mine.txt'), 'mine');
    const before = readdirSync(folder);
    const { exitCode, stdout, stderr } = await vault(line);
    expect([exitCode, stdout]).toEqual([expected, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('secret');
    expect(readdirSync(folder)).toEqual(before);
    expect(readFileSync(path('mine.txt'), 'utf8')).toBe('mine');
  });
});
