import { onTestFinished } from 'vitest';
import { type Answer, type Handler, type ReceivedRequest, type Server, startServer } from '../../../src/demo/server.ts';
import { page } from '../../support/source.ts';

/** The regions of a run that is told nothing else, in their order. */
export const usualRegions: readonly string[] = ['US', 'GB', 'PL', 'NL', 'SE', 'NO', 'AT'];

/** Videos of each chart that is answered as it should be. */
export const usualVideos = 3;

/** Starts a scripted API, which ends with the test; a region that `answer` says nothing of gets its chart. */
export async function startScriptedApi(answer: (request: ReceivedRequest) => ReturnType<Handler> | undefined): Promise<Server> {
  const server = await startServer((request): Answer | Promise<Answer> => answer(request) ?? page(request.region, { size: usualVideos }));
  onTestFinished(() => server.close());
  return server;
}

/** What `vault` needs to ask the API at `url`. */
export function environmentFor(url: string): Record<string, string> {
  return { YOUTUBE_API_KEY: 'AIza-test-key', VAULT_API_URL: url };
}
