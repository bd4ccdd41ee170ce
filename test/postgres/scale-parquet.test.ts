import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { queryFile } from '../sqlite/temporary-vault.ts';
import { openShell } from '../support/cli.ts';
import { queryDuckDb } from '../support/duckdb.ts';

const document = readFileSync(new URL('../../docs/scale.md', import.meta.url), 'utf8');

test('DuckDB answers the question of docs/scale.md from the files of its cron line', async () => {
  const shell = openShell({ VAULT_DB: 'vault-demo.db' });
  await shell.vault('demo --runs 2 --regions PL,NL');
  const line = document.match(/vault (export charts .+?) && /)?.[1] ?? '';
  expect(await shell.vault(line)).toMatchObject({ exitCode: 0 });
  const question = document.match(/^-- DuckDB: .+\n([^;]+);/m)?.[1] ?? '';
  const day = /date >= '(.+?)'/.exec(question)?.[1] ?? '';
  const sql = 'SELECT region, count(DISTINCT video_id) AS videos, max(views) AS most FROM appearances JOIN runs USING (run_id)';
  const told = queryFile(join(shell.folder, 'vault-demo.db'), `${sql} WHERE started_at >= '${day}' GROUP BY region ORDER BY region`);
  expect(told).toHaveLength(2);
  expect(await queryDuckDb(question.replace('s3://bucket', shell.folder))).toEqual(
    told.map(({ region, videos, most }) => ({ region, videos: String(videos), most: String(most) })),
  );
});
