import { minuteMs } from '../core/duration.ts';
import { VaultError } from '../core/errors.ts';
import type { Clock } from '../core/ports.ts';
import { sleep } from '../core/sleep.ts';
import { unlessAborted } from '../core/unless-aborted.ts';
import { describeAddress } from '../core/vault-address.ts';
import { connect, type Connection, type OwnConnection } from './connection.ts';
import { giveLockBack, takeLock } from './lock.ts';
import { codeOf, isLost } from './server-error.ts';

/**
 * How long to look for the server again when the connection is lost: ms from the opening on, by `clock`, and once in any case. No more when
 * `signal` aborts.
 */
export interface Reconnection {
  readonly clock: Clock;
  readonly retryMs: number;
  readonly signal: AbortSignal;
}

/**
 * The connection of the one who writes: it holds the vault's lock, and is made anew when it is lost. What was asked is then asked again,
 * so that it must be such as does no harm when it is done twice.
 */
export interface Session extends Connection {
  /** Does some work, again after a loss; `isRepeated` says that the work before may have been done. */
  persist<Result>(work: (connection: Connection, isRepeated: boolean) => Promise<Result>): Promise<Result>;
}

/** What hangs for so long counts as lost: a run's largest transaction takes seconds. */
const answerWithinMs = minuteMs;

const longestPauseMs = 5000;

/**
 * Opens a session. Rejects with `locked` while another holds the lock. After a loss `resume` is asked, with the lock in hand, whether all
 * is still as it was, and rejects where it is not.
 */
export async function openSession(
  url: string,
  { clock, retryMs, signal }: Reconnection,
  resume: (connection: Connection) => Promise<void>,
): Promise<Session> {
  const until = clock.monotonic() + retryMs;
  let current: Promise<OwnConnection> | undefined = orDestroyed(openLocked(url), signal);
  let isClosed = false;
  let refusal: unknown;
  await current;

  const resumeLocked = async (): Promise<OwnConnection> => {
    const connection = await openLocked(url);
    await resume(connection).catch(async (error: unknown) => {
      refusal = error;
      await leave(connection, error);
      throw error;
    });
    return connection;
  };
  const isRefusal = (error: unknown): boolean => error === refusal && refusal !== undefined;
  // Who holds the lock may be our own session, which the server has not given up yet.
  const isPassing = (error: unknown): boolean => !isRefusal(error) && (isLost(error) || isMoved(error) || isLockedError(error));
  const forget = (opening: Promise<OwnConnection>): void => {
    if (current === opening) current = undefined;
    void opening.then((lost) => lost.destroy()).catch(() => {});
  };
  const persist: Session['persist'] = async (work) => {
    for (let attempt = 1; ; attempt += 1) {
      const opening = (current ??= orDestroyed(resumeLocked(), signal));
      opening.catch((error: unknown) => isRefusal(error) || forget(opening));
      try {
        return await work(await opening, attempt > 1);
      } catch (error) {
        // Work that failed for another reason keeps its connection.
        if (!isPassing(error)) throw error;
        forget(opening);
        // Once in any case: a run that its deadline has ended is stored afterwards.
        const leftMs = attempt === 1 ? Infinity : until - clock.monotonic();
        if (isClosed || leftMs <= 0) throw error;
        await sleep(clock, Math.min(125 * 2 ** attempt, longestPauseMs, leftMs), signal).catch(() => {
          throw error;
        });
      }
    }
  };
  return {
    name: describeAddress(url),
    persist,
    query: (sql, values) => persist((connection) => connection.query(sql, values)),
    transaction: (work, mode) => persist((connection) => connection.transaction(work, mode)),
    close: async () => {
      isClosed = true;
      const connection = await current?.catch(() => {});
      current = undefined;
      if (!connection) return;
      await giveLockBack(connection.query).then(
        () => connection.close(),
        () => connection.destroy(),
      );
    },
  };
}

async function openLocked(url: string): Promise<OwnConnection> {
  const connection = await connect(url, { queryTimeoutMs: answerWithinMs });
  try {
    await takeLock(connection);
    return connection;
  } catch (error) {
    await leave(connection, error);
    throw error;
  }
}

/** After this error: one that is lost would let itself be waited for. */
async function leave(connection: OwnConnection, error: unknown): Promise<void> {
  if (isLost(error)) connection.destroy();
  else await connection.close();
}

/** The connection, unless it is told to end before: a server that does not answer would keep the process for many seconds. */
async function orDestroyed(opening: Promise<OwnConnection>, signal: AbortSignal): Promise<OwnConnection> {
  try {
    return await unlessAborted(opening, signal);
  } catch (error) {
    // It may yet come, and with the lock.
    void opening.then((late) => late.destroy()).catch(() => {});
    throw error;
  }
}

/** After a fail-over the address may lead to a server that is not the primary yet, or no more. */
function isMoved(error: unknown): boolean {
  return codeOf(error instanceof VaultError ? error.cause : error) === '25006';
}

function isLockedError(error: unknown): boolean {
  return error instanceof VaultError && error.code === 'locked';
}
