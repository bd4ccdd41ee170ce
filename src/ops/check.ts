import type { ErrorCode, VaultError } from '../core/errors.ts';

/** What a check found: a fact, and the remedy where there is something to mend. */
export interface Check {
  /** What was looked at, as `journal mode`. */
  readonly name: string;
  readonly status: 'ok' | 'warning' | 'failure';
  readonly message: string;
  readonly remedy: string | null;
  /** Of a failure: what a run would end with. */
  readonly code: ErrorCode | null;
}

export function ok(name: string, message: string): Check {
  return { name, status: 'ok', message, remedy: null, code: null };
}

/** Runs go on, but somebody ought to look at it. */
export function warning(name: string, message: string, remedy: string): Check {
  return { name, status: 'warning', message, remedy, code: null };
}

/** The next run would fail, or what is kept is in danger. */
export function failure(name: string, code: ErrorCode, message: string, remedy: string): Check {
  return { name, status: 'failure', message, remedy, code };
}

/** What an error says, in two: messages are the fact, then the remedy. */
export function splitMessage({ message }: VaultError): { readonly fact: string; readonly remedy: string } {
  const [fact = '', ...remedy] = message.split('; ');
  return { fact, remedy: remedy.join('; ') };
}

/** What is kept in danger comes first, then what no waiting mends, then what the next trigger may find mended. */
const worstFirst: readonly ErrorCode[] = ['database', 'configuration', 'key-refused', 'network', 'quota-spent', 'locked'];

/** The code of what failed worst; `undefined` where nothing failed. */
export function worstCode(checks: readonly Check[]): ErrorCode | undefined {
  const codes = checks.flatMap(({ code }) => code ?? []);
  return worstFirst.find((code) => codes.includes(code)) ?? codes[0];
}
