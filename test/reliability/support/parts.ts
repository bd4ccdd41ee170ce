// What checks call directly. Bundled together with the command, so that a sabotage reaches both.
export { systemClock } from '../../../src/cli/edges.ts';
export { run } from '../../../src/cli/run.ts';
export { runPipeline } from '../../../src/core/pipeline.ts';
export { openSqliteStore } from '../../../src/sqlite/store.ts';
export { openChartSource } from '../../../src/youtube/chart-source.ts';
export { parseRetryAfter } from '../../../src/youtube/retry-after.ts';
