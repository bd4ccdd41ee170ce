import { cpus, loadavg, release, totalmem, type } from 'node:os';
import Database from 'better-sqlite3';

/** What the figures were taken on, and how busy it was. */
export function describeMachine(): string[] {
  const load = loadavg()[0] ?? 0;
  const models = [...new Set(cpus().map(({ model }) => model))];
  const db = new Database(':memory:');
  const sqlite = String(db.prepare('SELECT sqlite_version()').pluck().get());
  db.close();
  return [
    `${cpus().length} cores, ${models.join(', ')}, ${Math.round(totalmem() / 1e9)} GB; ${type()} ${release()}; load ${load.toFixed(1)} before`,
    ...(load > cpus().length / 4 ? ['The machine was busy: read the figures as upper bounds.'] : []),
    `Node ${process.versions.node}, SQLite ${sqlite}`,
  ];
}
