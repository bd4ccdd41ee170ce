import { VaultError } from '../core/errors.ts';

/** A signal of a program, whose reason can be anything, as the rest of the house knows it; `forget` lets go of it. */
export function interruptionBy(signal: AbortSignal | undefined): { readonly interruption: AbortSignal; forget(): void } {
  const end = new AbortController();
  const abort = (): void => end.abort(new VaultError('interrupted', 'ended by its signal', { cause: signal?.reason }));
  if (signal?.aborted) abort();
  else signal?.addEventListener('abort', abort, { once: true });
  return { interruption: end.signal, forget: () => signal?.removeEventListener('abort', abort) };
}
