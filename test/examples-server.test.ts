import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { examples, isForServer } from './examples/examples.ts';
import type { Example } from './examples/read-documents.ts';
import { openSandbox } from './examples/sandbox.ts';
import { makeDocumentedDatabase } from './postgres/documented-roles.ts';
import { findPostgres } from './postgres/find-programs.ts';
import { describeWithServer, openDatabase } from './postgres/server.ts';

const onServer = examples.filter(isForServer);
const isOfPage = ({ from }: Example): boolean => from.startsWith('docs/postgres.md');

const address = /postgres:\/\/(?:(\w+)\S*?@)?[^\s']+/g;

// Of a server that was named there may be no programs here.
const isSkipped = findPostgres() === undefined && !process.env['CI'];

describeWithServer('as documented, on a server, ends with 0', () => {
  test.skipIf(isSkipped)(
    'what docs/postgres.md tells to type, with its roles and from a fetch to a dump that is brought back',
    async () => {
      const { addressOf, writer } = await makeDocumentedDatabase();
      const { type } = await openSandbox(['pg_dump', 'pg_restore', 'psql'].map((name) => join(findPostgres() ?? '', name)));
      const page = onServer.filter(isOfPage);
      expect(page).toHaveLength(3);
      for (const { lines } of page) {
        const script = ['set -e', ...lines]
          .join('\n')
          .replaceAll(address, (_, role) => addressOf(role === 'vault_writer' ? writer : undefined));
        // The dump that is brought back is Monday's.
        const { exitCode, stderr } = await type(script.replace('$(date +%u)', '1'));
        expect([lines, exitCode, exitCode === 0 ? '' : stderr]).toEqual([lines, 0, '']);
      }
    },
  );

  test.each(onServer.filter((example) => !isOfPage(example)))('$from: $lines.0', async ({ lines }) => {
    const { url, remove } = await openDatabase();
    onTestFinished(remove);
    const { type } = await openSandbox();
    for (const line of lines) {
      const { exitCode, stdout, stderr } = await type(line.replaceAll(address, url));
      expect([line, exitCode, stderr]).toEqual([line, 0, '']);
      expect(stdout).toMatch(/checksum/);
    }
  });
});
