import { setFlagsFromString } from 'node:v8';

/** V8's settings for a long fetch, and what they are otherwise. */
const settings = [
  // Before undici compiles its HTTP parser: optimising that would take 30 MB.
  ['--no-wasm-tier-up', '--wasm-tier-up'],
  ['--no-wasm-dynamic-tiering', '--wasm-dynamic-tiering'],
  // Before pages become garbage, one after another: more room for that would take 20 MB.
  ['--semi-space-growth-factor=1', '--semi-space-growth-factor=2'],
] as const;

/**
 * Has V8 do without what a run of some seconds gains nothing from. What it gives undoes that, so that what was compiled can be kept for
 * the next start: V8 takes it only under the settings under which it was compiled, and does not take it in the meantime.
 */
export function spareMemory(): () => void {
  for (const [spare] of settings) setFlagsFromString(spare);
  return () => {
    for (const [, usual] of settings) setFlagsFromString(usual);
  };
}
