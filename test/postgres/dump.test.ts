import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openShell, openShellWithApi } from '../support/cli.ts';
import { page } from '../support/source.ts';
import { makeDocumentedDatabase } from './documented-roles.ts';
import { findPostgres } from './find-programs.ts';
import { describeWithServer } from './server.ts';

/** Runs one of PostgreSQL's own programs. */
function run(program: string, ...words: readonly string[]): void {
  execFileSync(join(findPostgres() ?? '', program), words, { stdio: ['ignore', 'pipe', 'pipe'] });
}

// Of a server that was named there may be no programs here.
const isSkipped = findPostgres() === undefined && !process.env['CI'];

describeWithServer('a dump', () => {
  test.skipIf(isSkipped)('by the writer gives the vault back as it was, and runs go on in it', async () => {
    const database = await makeDocumentedDatabase();
    const shell = await openShellWithApi(({ region }) => page(region));
    shell.env['VAULT_DB'] = database.addressOf(database.writer);
    await shell.vault('fetch --regions PL,US --quiet');
    const before = await database.content();
    const file = join(shell.folder, 'vault.dump');
    run('pg_dump', '--format=custom', `--file=${file}`, database.addressOf(database.writer));
    await shell.vault('fetch --regions NL --quiet');
    await database.execute(undefined, 'ALTER SCHEMA vault RENAME TO vault_before');
    run('pg_restore', '--exit-on-error', '--single-transaction', `--dbname=${database.addressOf()}`, file);
    expect(await database.content()).toEqual(before);
    expect(await shell.vault('fetch --regions PL,US')).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^Run 2 complete/) });
    const reader = openShell({ VAULT_DB: database.addressOf(database.reader) });
    expect(await reader.vault('search title')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('6 videos') });
  });
});
