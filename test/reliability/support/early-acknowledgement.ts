import type { Sabotage } from './program.ts';

/** A run that is committed only when the vault is closed, where a full disk is forgiven. */
export const earlyAcknowledgement: Sabotage = {
  title: 'a run acknowledged before its COMMIT',
  patches: [
    {
      file: 'src/sqlite/run-writer.ts',
      from: 'finish: finish.immediate',
      to: "finish: (finished: FinishedRun) => { db.exec('BEGIN IMMEDIATE'); saveRun(save, finished); }",
    },
    {
      file: 'src/sqlite/close-store.ts',
      from: "db.pragma('busy_timeout = 0');",
      to: "db.pragma('busy_timeout = 0'); if (db.inTransaction) db.exec('COMMIT');",
    },
  ],
};
