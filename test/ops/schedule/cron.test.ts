import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cron } from 'croner';
import { describe, expect, test } from 'vitest';
import { fileOf, has, openAwkward, paces, runShell, settingOf } from './settings.ts';

/** The five fields, and the command as cron hands it to the shell. */
function parseLine(text: string): { fields: string; command: string } {
  const line = text.split('\n').find((line) => line !== '' && !line.startsWith('#')) ?? '';
  const [, fields = '', command = ''] = /^((?:\S+ ){5})(.*)$/.exec(line) ?? [];
  return { fields: fields.trim(), command: command.replaceAll(String.raw`\%`, '%') };
}

describe('a crontab', () => {
  test('of 7 h looks once an hour, and says why', () => {
    const text = fileOf('cron', settingOf('7h'));
    expect(parseLine(text)).toEqual({
      fields: '37 * * * *',
      command: `cd /srv/vault && sleep $(($(od -An -N1 -tu1 /dev/urandom) % 240)) && /usr/bin/node /opt/vault/bin/vault.js fetch --if-older-than 7h --quiet`,
    });
    expect(text).toContain('cannot say "every 7h"');
  });

  test('of 6 h needs no guard', () => {
    const { fields, command } = parseLine(fileOf('cron', settingOf('6h')));
    expect([fields, command.includes('--if-older-than')]).toEqual(['37 */6 * * *', false]);
  });

  test.each(paces)('of %s is one line whose fields parse', (every) => {
    const text = fileOf('cron', settingOf(every));
    expect(new Cron(parseLine(text).fields).nextRun()).toBeInstanceOf(Date);
    expect(text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toHaveLength(1);
  });

  test('runs what it says, where it says, whatever the folder is called', () => {
    const place = openAwkward();
    const { command } = parseLine(fileOf('cron', settingOf('7h', { ...place, node: process.execPath })));
    expect(runShell(command)).toEqual([place.folder, place.script, 'fetch', '--if-older-than', '7h', '--quiet']);
  });

  test('waits no longer than its tolerance, and each time another time', () => {
    const delays = new Set<number>();
    const { command } = parseLine(fileOf('cron', settingOf('7h')));
    const [, sleep = ''] = /(sleep [^&]+) &&/.exec(command) ?? [];
    for (let time = 0; time < 30; time += 1) {
      delays.add(Number(execFileSync('/bin/sh', ['-c', `sleep() { echo "$1"; }; ${sleep}`], { encoding: 'utf8' })));
    }
    expect(Math.max(...delays)).toBeLessThan(240);
    expect(delays.size).toBeGreaterThan(5);
  });

  const installed = has('crontab');
  test.skipIf(!installed).each(paces)(`of %s is accepted by crontab${installed ? '' : ' (SKIPPED: no cron on this machine)'}`, (every) => {
    const place = openAwkward();
    const file = join(place.folder, 'crontab');
    writeFileSync(file, fileOf('cron', settingOf(every, place)));
    expect(execFileSync('crontab', ['-n', file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })).not.toContain('error');
  });
});
