import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { allEnded } from './support/all-ended.ts';
import { acknowledgedRun } from './support/acknowledged-run.ts';
import { listCalls, spread } from './support/calls-of-run.ts';
import { startChartApi } from './support/chart-api.ts';
import { earlyAcknowledgement } from './support/early-acknowledgement.ts';
import { type Ended, runVault, temporaryFolder } from './support/process.ts';
import { keepsPromise } from './support/promise.ts';
import { beforeOrAfter, fetchArguments, prepareSpecimens, runNext, type Trial } from './support/specimen.ts';
import { type Fault, missingStrace, underStrace } from './support/strace.ts';
import { missingTmpfs, onDisk } from './support/tmpfs.ts';

keepsPromise({
  number: 11,
  title: 'A disk full at any size, an I/O error at any write: exit 74, no damage, and the next run succeeds',
  missing() {
    const [disk, trace] = [missingTmpfs(), missingStrace()];
    return disk !== undefined && trace !== undefined ? `${disk}; ${trace}` : undefined;
  },
  async check(program, scale) {
    const api = await startChartApi({ regions: ['US', 'PL'], videos: 3 });
    const specimens = await prepareSpecimens(program, api);
    const trials = specimens.map((specimen) => ({ program, api, specimen, folder: temporaryFolder() }));
    const [sizes, atMost] = scale === 'full' ? [60, Infinity] : [6, 6];
    const rooms = Array.from({ length: sizes }, (_, index) => ((index + 1) * mostRoomKib) / sizes);
    const full = await unless(missingTmpfs(), () => allEnded(trials.map((trial) => fillDisks(trial, rooms))));
    const failing = await unless(missingStrace(), () => allEnded(trials.map((trial) => failEverywhere(trial, atMost))));
    return `${sizes} sizes of a disk: ${full}; errors at writes: ${failing}`;
  },
  sabotages: [
    earlyAcknowledgement,
    {
      title: 'what SQLite throws left as it is',
      patches: [
        {
          file: 'src/sqlite/sqlite-error.ts',
          from: 'return work();\n  } catch (error) {\n    throw translate(error, path);',
          to: 'return work();\n  } catch (error) {\n    throw error;',
        },
      ],
    },
  ],
});

/** More than the first run needs, or the third one beside its vault. */
const mostRoomKib = 240;

/** What trials came to. */
interface Tally {
  title: string;
  trials: number;
  /** The command ended with 74 and a sentence. */
  told: number;
  /** It printed the run's summary, and the run is kept. */
  acknowledged: number;
}

/** One run on each of many disks with more and more room, and then the next one on the same disk, with enough of it. */
async function fillDisks(trial: Trial, rooms: readonly number[]): Promise<Tally> {
  const { program, api, specimen, folder } = trial;
  const tally = { title: specimen.title, trials: 0, told: 0, acknowledged: 0 };
  specimen.put(join(folder, 'vault.db'));
  const own = (statSync(join(folder, 'vault.db'), { throwIfNoEntry: false })?.size ?? 0) / 1024;
  for (const room of rooms) {
    const what = `${specimen.title} on a disk with room for ${room} KiB`;
    await onDisk(own + room, async (disk) => {
      const vault = join(disk.folder, 'vault.db');
      specimen.put(vault);
      const ended = await runVault(program, [...fetchArguments, '--db', vault], { cwd: folder, env: api.env() });
      judge(ended, { trial, vault, what, tally, says: /: the disk is full/ });
      disk.grow(own + 4 * mostRoomKib);
      await runNext(trial, vault, what);
    });
  }
  expect(tally.told, `disks too small for ${specimen.title}`).toBeGreaterThan(0);
  expect(tally.acknowledged, `disks large enough for ${specimen.title}`).toBeGreaterThan(0);
  return tally;
}

/** One run for each call that writes, told once that it failed, or from there on that the disk is full; and then the next run. */
async function failEverywhere(trial: Trial, atMost: number): Promise<Tally> {
  const { program, api, specimen, folder } = trial;
  const tally = { title: specimen.title, trials: 0, told: 0, acknowledged: 0 };
  const writes = (await listCalls(trial)).filter(({ call }) => /write|sync|truncate|allocate/.test(call));
  const faults: Fault[] = [
    ...writes.map(({ call, at }) => ({ call, at: String(at), does: 'error=EIO' as const })),
    ...writes.map(({ call, at }) => ({ call, at: `${at}+`, does: 'error=ENOSPC' as const })),
  ];
  const vault = join(folder, 'vault.db');
  for (const fault of spread(faults, atMost)) {
    const what = `${specimen.title} with ${fault.does} at ${fault.call} ${fault.at}`;
    specimen.put(vault);
    const under = underStrace(vault, join(folder, 'strace.log'), fault);
    const ended = await runVault(program, [...fetchArguments, '--db', vault], { cwd: folder, env: api.env(), under });
    judge(ended, { trial, vault, what, tally, says: fault.does === 'error=EIO' ? /: the disk .*failed/ : /: the disk / });
    await runNext(trial, vault, what);
  }
  return tally;
}

/** Fails where a run ended in another way than with a sentence, was acknowledged and is not kept, or is kept in part. */
function judge(
  { exitCode, stdout, stderr }: Ended,
  { trial, vault, what, tally, says }: { trial: Trial; vault: string; what: string; tally: Tally; says: RegExp },
): void {
  const isAcknowledged = acknowledgedRun(stdout) !== undefined;
  if (exitCode !== 0 || !isAcknowledged) {
    expect(exitCode, `exit code of ${what}: ${stderr}`).toBe(74);
    expect(stderr, what).toMatch(/^vault: [^\n]+\n$/);
    expect(stderr, what).toMatch(says);
  }

  beforeOrAfter(trial, vault, { isAcknowledged, what });
  tally.trials += 1;
  tally.told += exitCode === 74 ? 1 : 0;
  tally.acknowledged += isAcknowledged ? 1 : 0;
}

/** What trials came to, in words; or, loudly, why there were none. */
async function unless(lacks: string | undefined, tryAll: () => Promise<readonly Tally[]>): Promise<string> {
  if (lacks !== undefined) {
    process.stderr.write(`SKIPPED: a part of promise 11: ${lacks}\n`);
    return `LEFT OUT, ${lacks}`;
  }
  const words = (await tryAll()).map(({ title, trials, told, acknowledged }) => {
    return `${trials} runs on ${title}, ${told} ended with 74, ${acknowledged} acknowledged and kept`;
  });
  return words.join(', ');
}
