import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { findPostgres } from './find-programs.ts';
import { startServer, type TestServer } from './start-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where to ask for the server of this run of tests. */
    readonly postgresDesk: string;
  }
}

/**
 * One PostgreSQL server for all files of a run of tests, which starts when the first file asks for it at the desk, and so never where
 * none does. It is stopped when the run ends.
 */
export default async function openDesk(project: TestProject): Promise<() => Promise<void>> {
  let server: Promise<TestServer> | undefined;
  const desk = createServer((_request, response) => {
    const bin = findPostgres();
    server ??= bin === undefined ? Promise.reject(new Error('there is no PostgreSQL')) : startServer(bin);
    server.then(
      ({ url, authority }) => response.end(JSON.stringify({ url, authority })),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => void desk.listen(0, '127.0.0.1', resolve));
  project.provide('postgresDesk', `http://127.0.0.1:${(desk.address() as AddressInfo).port}/`);
  return async () => {
    desk.close();
    // A server that did not start has told so to who asked.
    await server?.then(
      ({ stop }) => stop(),
      () => {},
    );
  };
}
