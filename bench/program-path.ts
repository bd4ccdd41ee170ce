import { fileURLToPath } from 'node:url';

/** Where scripts/bench.mjs has put a program that is to run as a process of its own: beside this one. */
export function programPath(file: string): string {
  return fileURLToPath(new URL(`./${file}`, import.meta.url));
}
