import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { makeCertificate } from './certificate.ts';
import { findOpenssl } from './find-programs.ts';

/** A PostgreSQL server that nobody else uses, and that is gone when it is stopped. */
export interface TestServer {
  /** As the superuser, who has a password, at the database postgres. */
  readonly url: string;
  /** The path of the certificate that vouches for the server, where it speaks TLS. */
  readonly authority: string | undefined;
  stop(): Promise<void>;
}

/** Not for data that shall outlive a crash. */
const carefree = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off', 'jit=off', 'shared_buffers=32MB'];

const cluster = '--locale=C.UTF-8 --encoding=UTF8 --auth=scram-sha-256 --username=vault_test --pwfile=password --no-sync';

/**
 * Waits for the end of what it reads, which comes when the tests end, in whatever way they do: then nothing of the server stays, even
 * where they were killed. $1 is the folder of the programs, $2 the server's options.
 */
const script = `
trap '' PIPE
trap 'cd /; "$1/pg_ctl" -D "$FOLDER/data" -m immediate stop; rm -rf "$FOLDER"' EXIT
"$1/initdb" -D data ${cluster} || exit
"$1/pg_ctl" -D data -l log -w -t 300 -o "$2" start || { cat log >&2; exit 1; }
echo ready >&3
read -r line`;

/** Starts a server with the programs in `bin`. Takes about a second. */
export async function startServer(bin: string): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'vault-pg-'));
  const password = randomBytes(12).toString('hex');
  const port = await freePort();
  writeFileSync(join(folder, 'password'), password);
  const authority = findOpenssl() ? join(folder, 'server.crt') : undefined;
  if (authority !== undefined) makeCertificate(join(folder, 'server.key'), authority);
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', "unix_socket_directories=''", 'max_connections=200', ...carefree];
  const tls = authority === undefined ? [] : ['ssl=on', `ssl_cert_file=${authority}`, `ssl_key_file=${join(folder, 'server.key')}`];
  const stop = await keepServer(folder, bin, [...settings, ...tls].map((setting) => `-c ${setting}`).join(' '));
  return { url: `postgres://vault_test:${password}@127.0.0.1:${port}/postgres`, authority, stop };
}

async function keepServer(folder: string, bin: string, options: string): Promise<TestServer['stop']> {
  const keeper = spawn('/bin/sh', ['-c', script, 'sh', bin, options], {
    ...ordinaryUser(folder),
    cwd: folder,
    env: { PATH: process.env['PATH'], FOLDER: folder },
    // Ctrl+C is for the tests, which end the server at their end.
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => keeper.once('close', () => resolve()));
  const said = keeper.stderr === null ? '' : text(keeper.stderr);
  const isReady = await new Promise<boolean>((resolve) => {
    keeper.stdio[3]?.once('data', () => resolve(true));
    void ended.then(() => resolve(false));
  });
  if (!isReady) throw new Error(`PostgreSQL does not start: ${await said}`);
  return () => {
    keeper.stdin?.end();
    return ended;
  };
}

/** PostgreSQL refuses to run as root: then it is the user of Debian's package, or nobody, to whom the folder is given. */
function ordinaryUser(folder: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const [uid = 65_534, gid = 65_534] = identify('postgres') ?? [];
  for (const name of ['', 'password', ...(findOpenssl() ? ['server.key', 'server.crt'] : [])]) chownSync(join(folder, name), uid, gid);
  return { uid, gid };
}

function identify(user: string): [number, number] | undefined {
  try {
    const ask = (flag: string): number => Number(execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return [ask('-u'), ask('-g')];
  } catch {
    // There is no such user.
    return undefined;
  }
}

/** Below the ports that systems give to who asks for any, so that none of those takes it in the meantime. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 15_000 + Math.floor(Math.random() * 15_000);
    const probe = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (isFree) return port;
  }
}
