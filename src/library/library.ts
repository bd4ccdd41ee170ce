/**
 * Fetch YouTube's charts, merge them, and keep them, from a program of your own. What `vault` keeps and what this keeps is the same vault.
 *
 * Times are ISO 8601 UTC texts with milliseconds, durations are milliseconds, a hidden count is null and never 0.
 *
 * @packageDocumentation
 */
export { type ChartKey, type RegionalVideo, type Rejection } from '../core/chart.ts';
export { type DatasetName, type DatasetQuestion, type DatasetRow, type DatasetValue } from '../core/dataset.ts';
export { type ErrorCode, VaultError } from '../core/errors.ts';
export type { Place, RunRange, Snapshot, StoredRange, StoredRun, VideoRecord } from '../core/history.ts';
export { type Appearance, mergeCharts, type RegionalChart, type Video } from '../core/merge.ts';
export type { ChartOutcome } from '../core/outcome.ts';
export type { Period } from '../core/period.ts';
export type { ChartEvent, FinishedRun, NotBefore, Report, RunEvent } from '../core/ports.ts';
export { pacificDay } from '../core/quota.ts';
export type { ChartRecord, ChartStatus, RunOutcome, RunRecord, RunStatus, UnfinishedRun } from '../core/summary.ts';
export type { ProxySettings } from '../youtube/dispatcher.ts';
export { fetchCharts, type FetchOptions } from './fetch-charts.ts';
export { openReader, openStore, type OpenOptions, type VaultReader, type VaultStore } from './open-store.ts';
