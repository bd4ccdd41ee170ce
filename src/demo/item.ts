import { contentDetailsOf } from './content-details.ts';
import { createRandom, drawId } from './random.ts';
import { type Snippet, snippetOf } from './snippet.ts';
import { countersOf, type Statistics } from './statistics.ts';
import type { Upload, Viewpoint } from './upload.ts';

/** A video in the API's shape. */
export interface Item {
  readonly kind: 'youtube#video';
  readonly etag: string;
  readonly id: string;
  readonly snippet: Snippet;
  readonly contentDetails: object;
  readonly statistics: Statistics;
}

/** One video as a region's chart shows it at a moment. */
export function itemOf(upload: Upload, viewpoint: Viewpoint): Item {
  const id = drawId(createRandom(viewpoint.seed, 'id', upload.key), 11);
  const snippet = snippetOf(upload, id, viewpoint);
  const statistics = countersOf(upload, viewpoint);
  return {
    kind: 'youtube#video',
    etag: drawId(createRandom(id, statistics.viewCount), 27),
    id,
    snippet,
    contentDetails: contentDetailsOf(upload, snippet, viewpoint.seed),
    statistics,
  };
}
