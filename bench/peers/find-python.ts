import { spawnSync } from 'node:child_process';
import { environment } from '../process.ts';

/** An interpreter that has aiohttp. */
export interface Python {
  readonly command: string;
  /** `Python 3.11.2, aiohttp 3.8.4`. */
  readonly versions: string;
}

const script = `import platform, aiohttp; print('Python ' + platform.python_version() + ', aiohttp ' + aiohttp.__version__)`;

/** The system's own first, which Debian's python3-aiohttp belongs to: what a version manager puts before it starts later. */
export function findPython(): Python | undefined {
  for (const command of ['/usr/bin/python3', 'python3']) {
    const { status, stdout } = spawnSync(command, ['-c', script], { env: environment });
    if (status === 0) return { command, versions: stdout.toString().trim() };
  }
  return undefined;
}
