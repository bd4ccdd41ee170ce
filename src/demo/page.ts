import { selectFields } from './fields.ts';
import { itemOf } from './item.ts';
import { createRandom, drawId } from './random.ts';
import type { Upload, Viewpoint } from './upload.ts';

/** Which part of a chart, and which parts of its items, a request asks for. */
export interface PageRequest {
  readonly offset: number;
  readonly size: number;
  readonly part: string;
  /** Empty for all of them. */
  readonly fields: string;
}

/** One page of a chart in the API's shape. Beyond the chart's end it is empty, as when a chart shrinks between two pages. */
export function renderPage(chart: readonly Upload[], { offset, size, part, fields }: PageRequest, viewpoint: Viewpoint): object {
  const members = new Set(['kind', 'etag', 'id', ...part.split(',')]);
  const items = chart.slice(offset, offset + size).map((upload) => {
    return Object.fromEntries(Object.entries(itemOf(upload, viewpoint)).filter(([name]) => members.has(name)));
  });
  const { seed, region, hours } = viewpoint;
  const page = {
    kind: 'youtube#videoListResponse',
    etag: drawId(createRandom(seed, 'etag', region, hours, offset, size), 27),
    items,
    ...(offset + size < chart.length && { nextPageToken: writeToken(offset + size, 0) }),
    ...(offset > 0 && { prevPageToken: writeToken(offset, 1) }),
    pageInfo: { totalResults: chart.length, resultsPerPage: size },
  };
  return fields === '' ? page : selectFields(page, fields);
}

/** As recorded from YouTube: field 1 of a protobuf message is the offset, field 2 the direction, so that 50 is `CDIQAA`. */
function writeToken(offset: number, direction: 0 | 1): string {
  const digits = offset < 128 ? [offset] : [(offset & 127) | 128, offset >> 7];
  return Buffer.from([0x08, ...digits, 0x10, direction]).toString('base64url');
}

/** The offset that a token stands for, 0 without one, or undefined for a token that no page gave. */
export function readToken(token: string | undefined): number | undefined {
  if (token === undefined) return 0;
  const [, low = 0, high = 0] = Buffer.from(token, 'base64url');
  const offset = low < 128 ? low : (low & 127) + 128 * high;
  return writeToken(offset, 0) === token ? offset : undefined;
}
