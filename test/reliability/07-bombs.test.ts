import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import type { Answer } from '../../src/demo/server.ts';
import { endlessly, packBomb } from './support/bombs.ts';
import { endsWithin } from './support/ends-within.ts';
import { startVault, temporaryFolder } from './support/process.ts';
import type { Program } from './support/program.ts';
import { keepsPromise } from './support/promise.ts';
import { environmentFor, startScriptedApi, usualRegions, usualVideos } from './support/scripted-api.ts';
import { readStoredCharts } from './support/stored-charts.ts';
import { findDamage } from './support/vault-check.ts';

/** A run: how many requests at a time, and the regions that get more than they asked for. */
interface Siege {
  readonly name: string;
  readonly concurrency: number;
  readonly answers: Readonly<Record<string, Answer>>;
}

const gzip = { 'content-encoding': 'gzip' };
const spaces = Buffer.alloc(64 * 1024, ' ');
/** Compresses to half its size: a program that counts compressed bytes is to show it with the bombs, not by eating the machine. */
const hexadecimal = Buffer.from(randomBytes(32 * 1024).toString('hex'));
/** Slow enough that a program without any limit is ended by its deadline before it has eaten the machine. */
const slowly = { everyMs: 2 };

function mixedSiege(bomb: Buffer): Siege {
  const whole = { headers: gzip, body: bomb };
  const answers = {
    GB: whole,
    PL: endlessly(spaces, slowly),
    NL: endlessly(gzipSync(hexadecimal), { headers: gzip, ...slowly }),
    SE: whole,
  };
  return { name: 'bombs and endless bodies', concurrency: 3, answers };
}

/** All regions but the first, all at once. */
function siegeOfSix(name: string, answer: Answer): Siege {
  const answers = Object.fromEntries(usualRegions.slice(1).map((region) => [region, answer]));
  return { name, concurrency: usualRegions.length, answers };
}

function sieges(bomb: Buffer): Siege[] {
  return [
    mixedSiege(bomb),
    siegeOfSix('six bombs', { headers: gzip, body: bomb }),
    siegeOfSix('six bombs in chunks', { raw: (response) => void response.writeHead(200, gzip).end(bomb) }),
    siegeOfSix('six bombs as errors', { status: 503, headers: gzip, body: bomb }),
    siegeOfSix('six endless bodies', endlessly(spaces)),
    siegeOfSix('six endless gzip bodies', endlessly(gzipSync(spaces), { headers: gzip })),
    siegeOfSix('six endless gzip bodies of one member', endlessly(bomb.subarray(0, bomb.length / 2), { headers: gzip })),
  ];
}

/** Plays a run and gives the most memory that it held, in MB. */
async function withstand(program: Program, { name, concurrency, answers }: Siege): Promise<number> {
  const { url } = await startScriptedApi(({ region }) => answers[region]);
  const cwd = temporaryFolder();
  const args = ['fetch', '--concurrency', String(concurrency), '--deadline', '8s'];
  const { peakKib, exitCode, stderr } = await endsWithin(startVault(program, args, { cwd, env: environmentFor(url) }), 60_000, name);
  const peak = (peakKib * 1024) / 1e6;
  expect(peak, `${name}: peak memory in MB`).toBeGreaterThan(0);
  expect(peak, `${name}: peak memory in MB`).toBeLessThan(200);
  expect(exitCode, `${name}: ${stderr}`).toBe(3);
  const vault = join(cwd, 'vault.db');
  expect(findDamage(vault), name).toEqual([]);
  expect(readStoredCharts(vault), name).toEqual(
    usualRegions.map((region) =>
      region in answers
        ? { region, status: 'failed', code: 'too-large', videos: 0 }
        : { region, status: 'stored', code: null, videos: usualVideos },
    ),
  );
  return peak;
}

keepsPromise({
  number: 7,
  title: 'Bombs and endless bodies: under 200 MB of memory, that region failed, the others stored',
  async check(program, scale) {
    const bomb = await packBomb();
    const played = scale === 'full' ? sieges(bomb) : [mixedSiege(bomb)];
    const peaks: number[] = [];
    for (const siege of played) peaks.push(await withstand(program, siege));
    const failed = played.reduce((sum, { answers }) => sum + Object.keys(answers).length, 0);
    return `${Math.ceil(Math.max(...peaks))} MB at most in ${played.length} runs with ${failed} regions that sent too much`;
  },
  sabotages: [
    {
      title: 'compressed bytes counted and not decoded ones',
      patches: [{ file: 'src/youtube/wire.ts', from: '{ maxOutputLength: maxBodyBytes }', to: '{}' }],
    },
    {
      title: 'no limit',
      patches: [{ file: 'src/youtube/wire.ts', from: 'if (size > maxBodyBytes)', to: 'if (size > Infinity)' }],
    },
  ],
});
