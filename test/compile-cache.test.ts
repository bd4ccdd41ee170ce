import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import module from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';

const bin = fileURLToPath(new URL('../bin/vault.js', import.meta.url));

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vault cache-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function stats(env: Record<string, string>): string {
  return execFileSync(process.execPath, [bin, 'stats'], { cwd: env['HOME'] ?? tmpdir(), env, encoding: 'utf8' });
}

/** Where this Node keeps what it compiled, under a home. */
function keptIn(home: string): string {
  return join(home, '.cache', 'viralvidvault', `${process.version}-${process.arch}`);
}

/** Each file with the time at which it was written. */
function written(folder: string): Record<string, number> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mtimeMs]));
}

describe('what was compiled is kept', () => {
  test('in the cache of the user, and nowhere else', () => {
    const home = emptyFolder();
    const printed = stats({ HOME: home });
    expect(readdirSync(home)).toEqual(['.cache']);
    expect(readdirSync(join(home, '.cache'))).toEqual(['viralvidvault']);
    expect(statSync(join(home, '.cache', 'viralvidvault')).mode & 0o777).toBe(0o700);
    expect(stats({ HOME: home })).toBe(printed);
  });

  test('where XDG_CACHE_HOME says', () => {
    const [home, cache] = [emptyFolder(), emptyFolder()];
    stats({ HOME: home, XDG_CACHE_HOME: cache });
    expect([readdirSync(home), readdirSync(cache)]).toEqual([[], ['viralvidvault']]);
  });

  test.each([
    ['there is no home', {}],
    ['the home is not there', { HOME: '/nowhere/at/all' }],
    ['the home is no place for files', { HOME: '/proc' }],
    ['the cache is a relative path', { HOME: '/nowhere', XDG_CACHE_HOME: 'here' }],
  ])('not where %s', (_, env: Record<string, string>) => {
    const { status, stdout } = spawnSync(process.execPath, [bin, '--version'], { env, encoding: 'utf8', timeout: 20_000 });
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^\d/)]);
  });

  test.skipIf(process.platform === 'win32')('not in a folder that others may write to', () => {
    const home = emptyFolder();
    const folder = join(home, '.cache', 'viralvidvault');
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o777);
    stats({ HOME: home });
    expect(readdirSync(folder)).toEqual([]);
  });

  // Only root gives files away.
  test.skipIf(process.getuid?.() !== 0)('not in the home of another user', () => {
    const home = emptyFolder();
    mkdirSync(join(home, '.cache'));
    execFileSync('chown', ['-R', '12345', home]);
    stats({ HOME: home });
    expect(readdirSync(join(home, '.cache'))).toEqual([]);
  });
});

describe.skipIf('enableCompileCache' in module)('what Node 20 compiled', () => {
  test('is written once', () => {
    const home = emptyFolder();
    stats({ HOME: home });
    const first = written(keptIn(home));
    expect(Object.keys(first).some((name) => name.startsWith('start-'))).toBe(true);
    stats({ HOME: home });
    expect(written(keptIn(home))).toEqual(first);
  });

  test.each(['NODE_OPTIONS', 'NODE_DISABLE_COMPILE_CACHE', 'NODE_V8_COVERAGE'])('is not kept where %s is set', (variable) => {
    const home = emptyFolder();
    stats({ HOME: home, [variable]: variable === 'NODE_OPTIONS' ? '--max-old-space-size=300' : home });
    expect(existsSync(keptIn(home))).toBe(false);
  });

  test.each([
    ['is empty', () => Buffer.alloc(0)],
    ['was cut off', (kept: Buffer) => kept.subarray(0, 5000)],
    ['has a hole', (kept: Buffer) => Buffer.from(kept).fill(0, 4096, 8192)],
    ['has one wrong bit', (kept: Buffer) => Buffer.from(kept).fill((kept.at(9000) ?? 0) ^ 1, 9000, 9001)],
  ])('is written anew where it %s', (_, damage: (kept: Buffer) => Buffer) => {
    const home = emptyFolder();
    const printed = stats({ HOME: home });
    const start = readdirSync(keptIn(home)).find((name) => name.startsWith('start-')) ?? '';
    const path = join(keptIn(home), start);
    const damaged = damage(readFileSync(path));
    writeFileSync(path, damaged);
    expect(stats({ HOME: home })).toBe(printed);
    expect(readFileSync(path).equals(damaged)).toBe(false);
    const mended = written(keptIn(home));
    stats({ HOME: home });
    expect(written(keptIn(home))).toEqual(mended);
  });

  test('is forgotten when nobody has written it for long, as that of an older version', () => {
    const home = emptyFolder();
    stats({ HOME: home });
    const old = join(keptIn(home), 'start-of-old.cjs');
    writeFileSync(old, 'old');
    utimesSync(old, 0, 0);
    rmSync(join(keptIn(home), 'main.cjs'));
    stats({ HOME: home });
    expect([existsSync(old), existsSync(join(keptIn(home), 'main.cjs'))]).toEqual([false, true]);
  });

  test.each([
    ['the whole', (kept: string) => writeFileSync(kept, 'a file in its place')],
    ['one file', (kept: string) => mkdirSync(join(kept, 'main.cjs', 'in its place'), { recursive: true, mode: 0o700 })],
  ])('costs nothing but time where %s cannot be written', (_, hinder) => {
    const home = emptyFolder();
    mkdirSync(join(home, '.cache', 'viralvidvault'), { recursive: true, mode: 0o700 });
    hinder(keptIn(home));
    expect(stats({ HOME: home })).toContain('vault');
    // Nothing is left of what was to be written.
    const left = readdirSync(join(home, '.cache', 'viralvidvault'), { recursive: true }).map(String);
    expect(left.filter((name) => /\.\d+$/.test(name))).toEqual([]);
  });

  test.skipIf(process.getuid?.() !== 0)('is not run where another user could have put it', () => {
    const home = emptyFolder();
    stats({ HOME: home });
    execFileSync('chown', ['12345', keptIn(home)]);
    rmSync(join(keptIn(home), 'main.cjs'));
    stats({ HOME: home });
    expect(existsSync(join(keptIn(home), 'main.cjs'))).toBe(false);
  });
});
