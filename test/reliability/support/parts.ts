// What checks call directly. Bundled together with the command, so that a sabotage reaches both.
export { run } from '../../../src/cli/run.ts';
export { openChartSource } from '../../../src/youtube/chart-source.ts';
export { parseRetryAfter } from '../../../src/youtube/retry-after.ts';
