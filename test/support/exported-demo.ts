import { type DemoShell, openDemoShell } from './demo-vault.ts';

/** A demo vault of nine runs, and its rows as they are exported, to count everything once more in the plainest way. */
export async function openExportedDemo(): Promise<{
  readonly shell: DemoShell;
  ask<Document>(line: string): Promise<Document>;
  readonly rows: Rows;
}> {
  const shell = await openDemoShell();
  const read = async <Row>(dataset: string): Promise<Row[]> => {
    const { stdout } = await shell.vault(`export ${dataset} --format ndjson`);
    return stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Row);
  };
  const snapshots = await read<Rows['snapshots'][number]>('snapshots');
  return {
    shell,
    ask: async <Document>(line: string) => JSON.parse((await shell.vault(`${line} --json`)).stdout) as Document,
    rows: { snapshots, appearances: await read('appearances'), videos: await read('videos') },
  };
}

/** What `vault export` gives, as far as it is counted once more. */
export interface Rows {
  readonly snapshots: readonly { run_id: number; started_at: string; video_id: string; views: number | null }[];
  readonly appearances: readonly { run_id: number; started_at: string; video_id: string; region: string; rank: number }[];
  readonly videos: readonly ({ video_id: string; category_id: number | null; primary_language: string } & SearchedText)[];
}

/** What is searched. */
export interface SearchedText {
  readonly title: string;
  readonly channel_title: string;
  readonly tags: readonly string[];
  readonly description: string;
}

/** When a run started, ms since the epoch. */
export const startOf = ({ snapshots }: Rows, run: number): number =>
  Date.parse(snapshots.find((row) => row.run_id === run)?.started_at ?? '');
