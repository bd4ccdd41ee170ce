import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/**
 * What package-lock.json names for this machine and npm left out, as `name@version`: a tool's native part whose `engines` ask for a newer
 * Node than the program does. It runs on this one all the same, and npm says nothing.
 */
export function findLeftOut() {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const libc = process.report.getReport().header.glibcVersionRuntime === undefined ? 'musl' : 'glibc';
  const here = ({ os, cpu, libc: kinds = [libc] }) => os?.includes(process.platform) && cpu?.includes(process.arch) && kinds.includes(libc);
  return Object.entries(packages)
    .filter(([path, facts]) => facts.optional && here(facts) && !existsSync(path))
    .map(([path, { version }]) => `${basename(dirname(path))}/${basename(path)}@${version}`.replace('node_modules/', ''));
}
