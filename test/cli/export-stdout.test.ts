import { describe, expect, test } from 'vitest';
import { Interruption } from '../../src/cli/edges.ts';
import { openDemoShell } from '../support/demo-vault.ts';

describe('vault export to stdout', () => {
  test('a terminal gets no Parquet, and no control characters', async () => {
    const { vault } = await openDemoShell();
    let shown = '';
    const stdout = { isTTY: true, write: (text: string | Uint8Array) => (shown += Buffer.from(text).toString()) };
    expect(await vault('export charts --format parquet', { stdout })).toMatchObject({
      exitCode: 64,
      stderr: expect.stringMatching(/--out/),
    });
    expect(shown).toBe('');
    expect((await vault('export charts', { stdout })).exitCode).toBe(0);
    expect(shown).toMatch(/^video_id,title/);
    expect(shown.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });

  test('a slow reader is waited for', async () => {
    const { vault } = await openDemoShell();
    const listeners: (() => void)[] = [];
    let chunks = 0;
    const stdout = {
      write: () => {
        expect(listeners).toEqual([]);
        chunks += 1;
        return false;
      },
      once: (event: string, listener: () => void) => {
        if (event !== 'drain') return;
        listeners.push(listener);
        setImmediate(() => listeners.splice(0).forEach((drained) => drained()));
      },
    };
    expect((await vault('export charts', { stdout })).exitCode).toBe(0);
    expect(chunks).toBeGreaterThan(2);
  });

  test('a reader that went away is written nothing more', async () => {
    const { vault } = await openDemoShell();
    let chunks = 0;
    const listeners: (() => void)[] = [];
    const gone = {
      write: () => {
        chunks += 1;
        for (const listener of listeners.splice(0)) listener();
        return false;
      },
      once: (event: string, listener: () => void) => event === 'error' && listeners.push(listener),
    };
    expect((await vault('export charts', { stdout: gone })).exitCode).toBe(0);
    expect(chunks).toBeLessThanOrEqual(2);
  });

  test('a reader that reads no more does not keep a process that is told to end', async () => {
    const { vault } = await openDemoShell();
    const ending = new AbortController();
    const stdout = {
      write: () => {
        setImmediate(() => ending.abort(new Interruption('SIGTERM')));
        return false;
      },
      once: () => {},
    };
    expect(await vault('export charts', { stdout, interruption: ending.signal })).toMatchObject({ stderr: 'vault: ended by SIGTERM\n' });
  });
});
