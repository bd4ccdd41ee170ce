/**
 * What went wrong, for machines.
 *
 * `usage`, `configuration`, `locked` and `database` end the command. `key-refused`, `quota-spent` and `wait-too-long` stop
 * the run: every further request would fail and cost quota; `deadline` and `interrupted` say that it was ended. The others concern one
 * chart and leave its neighbours alone.
 */
export type ErrorCode =
  | 'usage'
  | 'configuration'
  | 'locked'
  | 'database'
  | 'key-refused'
  | 'quota-spent'
  | 'wait-too-long'
  | 'rate-limited'
  | 'timeout'
  | 'network'
  | 'server-error'
  | 'unreadable'
  | 'too-large'
  | 'refused'
  | 'deadline'
  | 'interrupted';

/** The program's one error: a code for machines, a sentence with the remedy for people, and the cause it came from. */
export class VaultError extends Error {
  override readonly name = 'VaultError';
  readonly code: ErrorCode;
  /** ISO 8601 UTC: YouTube wants no request before this time, in this run or a later one. */
  readonly notBefore: string | undefined;

  constructor(code: ErrorCode, message: string, more: { cause?: unknown; notBefore?: string | undefined } = {}) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.code = code;
    this.notBefore = more.notBefore;
  }
}

/** For a `catch` that makes a value of what the program can tell of, and lets a bug pass. */
export function orVaultError(error: unknown): VaultError {
  if (error instanceof VaultError) return error;
  throw error;
}
