import { onTestFinished } from 'vitest';
import { type ReceivedRequest, type Server, startServer } from '../../../src/demo/server.ts';
import { apiItem } from '../../support/items.ts';

/** A scripted API whose charts never change, and what `vault` needs to ask it. */
export interface ChartApi {
  readonly server: Server;
  /** The environment of a run, which asks with a key of its own where the check has to tell one run from another. */
  env(key?: string): Record<string, string>;
}

export interface ChartApiOptions {
  readonly regions: readonly string[];
  /** Of each chart; the first one is the same in every region. */
  readonly videos: number;
  /** Characters of a description: long ones make a run that is long in storing. */
  readonly descriptionLength?: number;
  /** What has to happen before a request is answered. */
  readonly beforeAnswer?: (request: ReceivedRequest) => Promise<void> | void;
}

/** Starts the API, which ends with the test. */
export async function startChartApi({
  regions,
  videos,
  descriptionLength = 40,
  beforeAnswer = () => {},
}: ChartApiOptions): Promise<ChartApi> {
  const snippet = { description: 'x'.repeat(descriptionLength) };
  const ids = (region: string) => Array.from({ length: videos }, (_, index) => (index === 0 ? 'everywhere' : `${region}-${index}`));
  const chart = (region: string) => JSON.stringify({ items: ids(region).map((id) => apiItem(id, { snippet })) });
  const charts = new Map(regions.map((region) => [region, chart(region)]));
  const server = await startServer(async (request) => {
    await beforeAnswer(request);
    return { headers: { 'content-type': 'application/json' }, body: charts.get(request.region), gzip: false };
  });
  onTestFinished(() => server.close());
  return {
    server,
    env: (key = 'AIza-test-key') => ({
      YOUTUBE_API_KEY: key,
      VAULT_API_URL: server.url,
      VAULT_REGIONS: regions.join(),
      VAULT_MAX_RESULTS: String(Math.max(1, videos)),
      VAULT_QUOTA_PER_DAY: '1000000',
      VAULT_LOG_LEVEL: 'silent',
      // Whatever else goes wrong, no check waits for ever.
      VAULT_DEADLINE: '20s',
    }),
  };
}

/** The key that a request came with. */
export function keyOf({ headers }: ReceivedRequest): string {
  return String(headers['x-goog-api-key']);
}
