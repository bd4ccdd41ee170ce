import type { Redact } from '../core/redact.ts';

/**
 * Lets nothing pass to a stream but through `redact`: the last guard of the key, whatever printed it.
 *
 * Bytes are looked at as Latin-1, which changes none of them: the key, and what it is encoded in, is ASCII.
 */
export function filterOutput(stream: NodeJS.WriteStream, redact: Redact): void {
  const write = stream.write.bind(stream) as (chunk: string | Uint8Array, ...more: unknown[]) => boolean;
  stream.write = (chunk: string | Uint8Array, ...more: unknown[]) => write(filtered(chunk, redact), ...more);
}

function filtered(chunk: string | Uint8Array, redact: Redact): string | Uint8Array {
  if (typeof chunk === 'string') return redact(chunk);
  const text = Buffer.from(chunk).toString('latin1');
  const clean = redact(text);
  return clean === text ? chunk : Buffer.from(clean, 'latin1');
}
