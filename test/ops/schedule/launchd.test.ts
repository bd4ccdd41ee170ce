import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { fileOf, has, openAwkward, paces, settingOf } from './settings.ts';

interface Job {
  readonly Label: string;
  readonly ProgramArguments: readonly string[];
  readonly WorkingDirectory: string;
  readonly StartInterval: number;
}

/** The property list as Python's own parser reads it, which keeps Apple's format. */
function parsePlist(text: string): Job {
  const script = 'import json, plistlib, sys; print(json.dumps(plistlib.loads(sys.stdin.buffer.read())))';
  return JSON.parse(execFileSync('python3', ['-c', script], { input: text, encoding: 'utf8' })) as Job;
}

const installed = has('python3');
const note = installed ? '' : ' (SKIPPED: no python3 on this machine)';

describe('launchd', () => {
  test.skipIf(!installed).each([
    ['7h', 3600],
    ['45m', 900],
    ['1m', 60],
  ])(`looks for a pace of %s every %i s${note}`, (every, seconds) => {
    const job = parsePlist(fileOf('launchd', settingOf(every)));
    expect(job).toMatchObject({ Label: 'org.viralvidvault.fetch', StartInterval: seconds });
    expect(job.ProgramArguments).toContain(every);
  });

  test.skipIf(!installed)(`runs what it says, where it says, whatever the folder is called${note}`, () => {
    const place = openAwkward();
    const job = parsePlist(fileOf('launchd', settingOf('7h', { ...place, node: process.execPath })));
    expect(job.WorkingDirectory).toBe(place.folder);
    const [shell = '', option = '', command = '', ...words] = job.ProgramArguments;
    const output = execFileSync(shell, [option, `sleep() { :; }; ${command}`, ...words], { cwd: job.WorkingDirectory, encoding: 'utf8' });
    expect(JSON.parse(output)).toEqual([place.folder, place.script, 'fetch', '--if-older-than', '7h', '--quiet']);
  });

  test.skipIf(!installed).each(paces)(`can be parsed for a pace of %s${note}`, (every) => {
    expect(parsePlist(fileOf('launchd', settingOf(every, openAwkward()))).StartInterval).toBeGreaterThanOrEqual(60);
  });
});
