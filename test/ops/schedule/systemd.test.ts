import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { renderSchedule, type Setting } from '../../../src/ops/schedule/schedule.ts';
import { has, openAwkward, paces, settingOf } from './settings.ts';

/** Writes the units into a folder, and gives what systemd-analyze says of them. */
function verify(setting: Setting): { status: number | null; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'vault-units-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const paths = renderSchedule('systemd', setting).map(({ name, text }) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', ...paths], { encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

const installed = has('systemd-analyze');
const note = installed ? '' : ' (SKIPPED: no systemd on this machine)';

describe('systemd', () => {
  test('keeps 7 h evenly by its own timer', () => {
    const [service, timer] = renderSchedule('systemd', settingOf('7h')).map(({ text }) => text);
    expect(timer).toContain('\nOnUnitActiveSec=7h\n');
    expect(timer).toMatch(/\nRandomizedDelaySec=\d+s\n/);
    expect(service).toContain('\nExecStart="/usr/bin/node" "/opt/vault/bin/vault.js" "fetch" "--if-older-than" "1h" "--quiet"\n');
    expect(service).toContain('\nEnvironmentFile=-/srv/vault/.env\n');
  });

  test.each([
    ['1m', '1m'],
    ['30m', '15m'],
    ['90m', '45m'],
    ['2d', '1h'],
  ])('of %s fetches again only %s after the last run, however often the machine starts', (every, ifOlderThan) => {
    const [service] = renderSchedule('systemd', settingOf(every));
    expect(service?.text).toContain(`"--if-older-than" "${ifOlderThan}"`);
  });

  test.skipIf(!installed).each(paces)(`finds nothing to say of units of %s${note}`, (every) => {
    const place = openAwkward();
    const setting = settingOf(every, { node: process.execPath, script: place.script, folder: '/srv/vault' });
    expect(verify(setting)).toEqual({ status: 0, said: '' });
  });

  test.skipIf(!installed)(`finds nothing to say of units in a folder of any name${note}`, () => {
    expect(verify(settingOf('7h', { ...openAwkward(), node: process.execPath }))).toEqual({ status: 0, said: '' });
  });

  test.skipIf(!installed)(`would have something to say of another unit${note}`, () => {
    expect(verify(settingOf('7h', { node: '/nowhere/node' }))).toMatchObject({ said: expect.stringContaining('/nowhere/node') });
  });
});
