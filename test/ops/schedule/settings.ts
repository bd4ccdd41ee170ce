import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { parseDuration } from '../../../src/core/duration.ts';
import type { ScheduleKind, Setting } from '../../../src/ops/schedule/schedule.ts';
import { renderSchedule } from '../../../src/ops/schedule/schedule.ts';

/** Paces that divide the day, the hour, both, or nothing. */
export const paces = ['1m', '7m', '30m', '45m', '1h', '90m', '6h', '7h', '24h', '2d', '365d'] as const;

/** A name that each syntax would read as something else. */
const awkward = `it's --- a--b "vault" 100% $HOME \\ ł & <b> #; [x]`;

export function settingOf(every: string, more: Partial<Setting> = {}): Setting {
  const everyMs = parseDuration(every) ?? Number.NaN;
  return { node: '/usr/bin/node', script: '/opt/vault/bin/vault.js', folder: '/srv/vault', user: 'root', minute: 37, everyMs, ...more };
}

/** The one file of a kind that has one. */
export function fileOf(kind: ScheduleKind, setting: Setting): string {
  return renderSchedule(kind, setting)[0]?.text ?? '';
}

/** Whether this machine has a command; a test that needs it is skipped by a name that says so. */
export function has(command: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;
}

/** A working directory with an awkward name, and a script in it that prints where it runs and what it is told. */
export function openAwkward(): { folder: string; script: string } {
  const parent = mkdtempSync(join(tmpdir(), 'vault-schedule-'));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  const folder = join(parent, awkward);
  mkdirSync(folder);
  const script = join(folder, 'vault.js');
  writeFileSync(script, 'console.log(JSON.stringify([process.cwd(), ...process.argv.slice(1)]));');
  return { folder, script };
}

/** What a command of /bin/sh comes to, its random sleep left out. */
export function runShell(command: string): unknown {
  return JSON.parse(execFileSync('/bin/sh', ['-c', `sleep() { :; }; ${command}`], { encoding: 'utf8' }));
}
