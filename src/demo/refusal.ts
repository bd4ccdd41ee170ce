import { categoryIds } from '../core/category.ts';
import { regionCodes } from '../core/region.ts';
import type { Answer, ReceivedRequest } from './server.ts';
import { hasChart } from './world.ts';

interface Refusal {
  readonly message: string;
  readonly reason: string;
  /** The parameter to blame. */
  readonly location?: string;
  readonly status?: string;
  readonly details?: readonly object[];
}

/** Why YouTube would not serve this request, as recorded or documented, or undefined where it would. */
export function refuseRequest({ path, query, headers, region, category, maxResults }: ReceivedRequest): Answer | undefined {
  if (path !== '/youtube/v3/videos')
    return { status: 404, headers: { 'content-type': 'text/html' }, body: '<title>Error 404 (Not Found)</title>' };
  if (!headers['x-goog-api-key'] && !query.get('key')) return unregistered;
  if (!query.get('part'))
    return refuse(400, { message: "Required parameter: 'part'", reason: 'missingRequiredParameter', location: 'part' });
  if (query.get('chart') !== 'mostPopular') return refuseValue('chart', query.get('chart'));
  if (!(Number.isInteger(maxResults) && maxResults >= 1 && maxResults <= 50)) return refuseValue('maxResults', query.get('maxResults'));
  if (!regionCodes.includes(region)) return refuseValue('regionCode', region, 'invalidRegionCode');
  if (!Number.isInteger(category)) return refuseValue('videoCategoryId', query.get('videoCategoryId'));
  if (!categoryIds.includes(category)) return unknownCategory;
  return hasChart({ region, category }) ? undefined : noChart;
}

/** The 400 for a page token that no page gave. */
export const invalidPageToken = refuseValue('pageToken', 'as given', 'invalidPageToken');

/** The 429 that asks for a second's pause. It says "per minute": a limit per day would end the run. */
export const tooFast: Answer = {
  ...refuse(429, {
    message:
      "Quota exceeded for quota metric 'Queries' and limit 'Queries per minute' of service 'youtube.googleapis.com' " +
      "for consumer 'project_number:000000000000'.",
    reason: 'rateLimitExceeded',
    status: 'RESOURCE_EXHAUSTED',
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'RATE_LIMIT_EXCEEDED',
        domain: 'googleapis.com',
        metadata: { quota_limit: 'defaultPerMinutePerProject', quota_unit: '1/min/{project}', service: 'youtube.googleapis.com' },
      },
    ],
  }),
  headers: { 'retry-after': '1' },
};

const unregistered = refuse(403, {
  message:
    "Method doesn't allow unregistered callers (callers without established identity). " +
    'Please use API Key or other form of API consumer identity to call this API.',
  reason: 'forbidden',
  status: 'PERMISSION_DENIED',
});

const noChart = refuse(404, { message: 'Requested entity was not found.', reason: 'notFound', status: 'NOT_FOUND' });

const unknownCategory = refuse(400, {
  message: 'The requested video chart is not supported or is not available.',
  reason: 'videoChartNotFound',
  location: 'chart',
});

function refuseValue(location: string, value: string | null, reason = 'invalidParameter'): Answer {
  return refuse(400, { message: `Invalid value '${value ?? ''}' for parameter ${location}.`, reason, location });
}

function refuse(code: number, { message, reason, location, status = 'INVALID_ARGUMENT', details }: Refusal): Answer {
  const blame = location === undefined ? { domain: 'global' } : { domain: 'youtube.parameter', location, locationType: 'parameter' };
  const errors = [{ message, reason, ...blame }];
  return { status: code, body: { error: { code, message, errors, status, ...(details && { details }) } } };
}
