import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openShell } from '../support/cli.ts';

const kinds = ['systemd', 'cron', 'launchd', 'github-actions', 'kubernetes'];

describe('vault schedule', () => {
  test.each(kinds)('%s prints a file that begins with how to install it, and fetches every 7 h', async (kind) => {
    const { vault } = openShell();
    const { exitCode, stdout } = await vault(`schedule ${kind}`);
    expect(exitCode).toBe(0);
    expect(stdout.match(/Install: /g)).toHaveLength(1);
    expect(stdout).toMatch(/--if-older-than 7h|OnUnitActiveSec=7h|<string>7h<|"7h"/);
  });

  test('knows this folder, this program, and the pace asked for', async () => {
    const { vault, folder } = openShell();
    const { stdout } = await vault('schedule cron --every 12h');
    const [, minute] = /^(\d+) (.+)$/m.exec(stdout) ?? [];
    expect(Number(minute)).toBeLessThan(60);
    expect(stdout).toContain(
      String.raw` */12 * * * cd ${folder} && sleep $(($(od -An -N1 -tu1 /dev/urandom) \% 240)) && /usr/bin/node /opt/vault/bin/vault.js fetch --quiet`,
    );
    expect((await vault('schedule cron --every 12h')).stdout).toBe(stdout);
    expect(stdout).toContain('schedule cron --every 12h) | crontab -');
  });

  test('runs as who asked with sudo, and as who asks where that is not said', async () => {
    expect((await openShell({ SUDO_USER: 'bob' }).vault('schedule systemd')).stdout).toContain('\nUser=bob\n');
    expect((await openShell({ SUDO_USER: '' }).vault('schedule systemd')).stdout).toContain(`\nUser=${userInfo().username}\n`);
  });

  test.each(kinds)('%s gets no line of its own out of a name of a user', async (kind) => {
    const { exitCode, stdout, stderr } = await openShell({ SUDO_USER: 'bob\nExecStartPre=/bin/evil' }).vault(`schedule ${kind}`);
    expect([exitCode, stdout]).toEqual([64, '']);
    expect(stderr).toContain(String.raw`"bob\nExecStartPre=/bin/evil": no user has such a name`);
  });

  test('tells the scheduler of a vault that it would not find', async () => {
    const { vault, folder } = openShell({ VAULT_DB: '/srv/charts.db' });
    expect((await vault('schedule cron')).stdout).toContain('fetch --if-older-than 7h --quiet --db /srv/charts.db\n');
    expect((await vault('schedule systemd --db other.db')).stdout).toContain(`"--quiet" "--db" "${join(folder, 'other.db')}"`);
    writeFileSync(join(folder, '.env'), 'VAULT_DB=/srv/charts.db');
    expect((await vault('schedule cron')).stdout).not.toContain('--db');
  });

  test.each(['systemd', 'cron', 'launchd', 'kubernetes'])(
    '%s is told of no address with a password, and who asks where it goes',
    async (kind) => {
      const address = 'postgres://me:hush@host/vault';
      const { vault, folder } = openShell({ VAULT_DB: address });
      const { exitCode, stdout, stderr } = await vault(`schedule ${kind}`);
      expect([exitCode, stdout]).toEqual([64, '']);
      expect(stderr).toContain(
        `vault: postgres://me@host/vault: the address of a server goes into no scheduler's files, which others may read; put it into ${folder}`,
      );
      writeFileSync(join(folder, '.env'), `VAULT_DB=${address}?sslmode=require`);
      expect((await vault(`schedule ${kind}`)).exitCode).toBe(64);
      writeFileSync(join(folder, '.env'), `VAULT_DB=${address}`);
      const found = await vault(`schedule ${kind}`);
      expect(found.exitCode).toBe(0);
      expect(found.stdout + stderr).not.toMatch(/hush|--db/);
      expect((await vault(`schedule ${kind} --db other.db`)).exitCode).toBe(0);
    },
  );

  test('a workflow gets the address of a server out of a secret, and keeps no vault', async () => {
    const { exitCode, stdout } = await openShell({ VAULT_DB: 'postgres://me:hush@host/vault' }).vault('schedule github-actions');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('VAULT_DB: ${{ secrets.VAULT_DB }}\n');
    expect(stdout).not.toMatch(/hush|vault\.db|cache/);
  });

  test('--into writes the files and names them, and changes no other file unasked', async () => {
    const { vault, folder } = openShell();
    const units = join(folder, 'units');
    const files = ['vault.service', 'vault.timer'];
    expect(await vault('schedule systemd --into units')).toMatchObject({
      exitCode: 0,
      stdout: files.map((name) => `${join(units, name)}\n`).join(''),
    });
    expect(readdirSync(units).toSorted()).toEqual(files);
    expect((await vault('schedule systemd --into units')).exitCode).toBe(0);
    writeFileSync(join(units, 'vault.timer'), 'mine');
    expect(await vault('schedule systemd --into units')).toMatchObject({ exitCode: 64, stderr: expect.stringContaining('--force') });
    expect(readFileSync(join(units, 'vault.timer'), 'utf8')).toBe('mine');
    expect((await vault('schedule systemd --into units --force')).exitCode).toBe(0);
  });

  test('--into a folder that cannot be one is told of', async () => {
    const { vault, folder } = openShell();
    writeFileSync(join(folder, 'file'), '');
    mkdirSync(join(folder, 'units', 'vault.service'), { recursive: true });
    expect(await vault('schedule systemd --into file')).toMatchObject({
      exitCode: 64,
      stderr: expect.stringContaining('cannot be read and written'),
    });
    expect(await vault('schedule systemd --into units')).toMatchObject({ exitCode: 64, stderr: expect.stringContaining('--force') });
    expect(await vault('schedule systemd --into units --force')).toMatchObject({ exitCode: 64 });
    symlinkSync('loop', join(folder, 'loop'));
    expect(await vault('schedule systemd --into loop')).toMatchObject({ exitCode: 64, stderr: expect.stringContaining('name a folder') });
  });

  test.skipIf(process.getuid?.() === 0)('--into does not look into a file that it may not read', async () => {
    const { vault, folder } = openShell();
    writeFileSync(join(folder, 'vault.timer'), 'hidden', { mode: 0 });
    expect(await vault('schedule systemd --into .')).toMatchObject({ exitCode: 64, stderr: expect.stringContaining('name a folder') });
  });

  test('warns of what only this shell has set, without its value', async () => {
    const { vault, folder } = openShell({ YOUTUBE_API_KEY: 'AIza-of-this-shell', VAULT_DB: 'of-the-file.db' });
    writeFileSync(join(folder, '.env'), 'VAULT_DB=of-the-file.db\nVAULT_TIMEOUT=10m\nVAULT_DEADLINE=1d');
    const { stderr } = await vault('schedule cron');
    expect(stderr).toBe(
      `vault: the scheduler will not see what only this shell has set: put YOUTUBE_API_KEY into ${join(folder, '.env')}\n`,
    );
  });

  test('warns of a proxy that only this shell knows', async () => {
    const { vault } = openShell({ HTTPS_PROXY: 'http://user:pa55@proxy:3128' });
    const { stderr } = await vault('schedule cron');
    expect(stderr).toContain('what only this shell has set: let its own environment have HTTPS_PROXY\n');
    expect(stderr).not.toContain('pa55');
  });

  test.each([
    ['schedule', "missing required argument 'scheduler'"],
    ['schedule anacron', '<scheduler> "anacron": expected systemd, cron, launchd, github-actions or kubernetes'],
    ['schedule cron --every 7', '--every "7": expected a duration from 1m to 365d'],
    ['schedule cron --every 119s', '--every "119s": expected whole minutes'],
    ['schedule cron systemd', 'too many arguments'],
  ])('%s is wrong usage', async (line, message) => {
    expect(await openShell().vault(line)).toMatchObject({ exitCode: 64, stdout: '', stderr: expect.stringContaining(message) });
  });
});
