/**
 * Fetch YouTube's charts, merge them, and keep them, from a program of your own. What `vault` keeps and what this keeps is the same vault.
 *
 * Times are ISO 8601 UTC texts with milliseconds, durations are milliseconds, a hidden count is null and never 0.
 *
 * @packageDocumentation
 */
export { type ChartKey, type RegionalVideo, type Rejection } from '../core/chart.ts';
export { type ErrorCode, VaultError } from '../core/errors.ts';
export type { Place, RunRange, Snapshot, StoredRun, VideoRecord } from '../core/history.ts';
export { type Appearance, mergeCharts, type RegionalChart, type Video } from '../core/merge.ts';
export type { ChartOutcome } from '../core/outcome.ts';
export type { ChartEvent, NotBefore } from '../core/ports.ts';
export type { ChartRecord, ChartStatus, RunOutcome, RunRecord, RunStatus, UnfinishedRun } from '../core/summary.ts';
export type { ProxySettings } from '../youtube/dispatcher.ts';
export { fetchCharts, type FetchOptions } from './fetch-charts.ts';
export { type NewRun, openReader, openStore, type OpenOptions, type VaultReader, type VaultStore } from './open-store.ts';
