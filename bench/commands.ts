import Database from 'better-sqlite3';
import { ago } from './period.ts';
import { flagsOf, searchKinds } from './search-kinds.ts';

/** A command line, as it is named in the table and as it is given. */
export interface Command {
  readonly name: string;
  readonly args: readonly string[];
  /** Milliseconds beyond the start of node; none was promised for periods of a year. */
  readonly target: number | undefined;
}

const target = 300;

/** The questions that a vault is asked. */
export function listCommands(vault: string): Command[] {
  const lines = ['stats', 'runs', 'top', 'top --since 7d', 'top --since 30d', 'top --category 10'];
  const others = ['movers', 'movers --since 7d', 'movers --since 30d', 'overlap', 'overlap --since 30d'];
  const rows = ['rejections', 'export charts --since 1d', 'export snapshots --since 1d --format parquet'];
  const long = ['top --since 365d', 'movers --since 365d', 'overlap --since 365d'];
  return [
    ...[...lines, ...others, ...rows].map((line) => commandOf(line.split(' '), target)),
    { name: 'video ID', args: ['video', `https://www.youtube.com/watch?v=${findOldTimer(vault)}`], target },
    ...searchKinds.map((kind) => commandOf(['search', ...flagsOf(kind), kind.words], target)),
    ...long.map((line) => commandOf(line.split(' '), undefined)),
  ];
}

/** An age is given as the moment that it meant when the last run of a generated vault was. */
function commandOf(words: readonly string[], target: number | undefined): Command {
  const args = words.map((word) => (/^\d+d$/.test(word) ? ago(Number.parseInt(word, 10)) : word));
  return { name: words.join(' '), args, target };
}

/** The video that was seen by the most runs. */
function findOldTimer(vault: string): string {
  const db = new Database(vault);
  try {
    return String(db.prepare('SELECT video_id FROM snapshots GROUP BY video_id ORDER BY count(*) DESC LIMIT 1').pluck().get());
  } finally {
    db.close();
  }
}
