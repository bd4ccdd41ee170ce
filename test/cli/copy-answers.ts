import type { Shell } from '../support/cli.ts';

/** A line at least for each command that only asks. */
const lines = [
  'stats --json',
  'runs --json --limit 100',
  'runs',
  'top',
  'top --since 3d --json --limit 200',
  'movers --json',
  'movers --since 3d --json',
  'overlap --json',
  'search the --json --limit 50',
  'search a --limit 200 --since 2d --region US,PL',
  'rejections --json',
  'export snapshots',
  'export appearances',
  'export charts --format ndjson',
  'report --format text',
];

/** What the vault `db`, which calls itself `name`, answers to every command that only asks; its name is left out. */
export async function answersOf({ vault }: Shell, db: string, name: string): Promise<Readonly<Record<string, string>>> {
  const answers: Record<string, string> = {};
  const ask = async (line: string): Promise<string> => {
    const { exitCode, stdout, stderr } = await vault(`${line} --db ${db}`);
    if (exitCode !== 0) throw new Error(`${line} ended with ${exitCode}: ${stderr}`);
    return stdout.replaceAll(name, 'the vault');
  };
  for (const line of lines) answers[line] = await ask(line);
  // Those of one run in any order, for SQLite gives them as they came.
  answers['export videos'] = (await ask('export videos --format ndjson')).split('\n').toSorted().join('\n');
  const { videos } = JSON.parse(await ask('top --json --limit 3')) as { videos: readonly { videoId: string }[] };
  for (const { videoId } of videos) answers[`video ${videoId}`] = await ask(`video ${videoId} --json`);
  return answers;
}
