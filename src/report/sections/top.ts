import { chartLabel, count, formatCount, formatGrowth } from '../../text/format.ts';
import type { TopVideo } from '../../core/find-top.ts';
import { thumbnailUrl } from '../../core/video-url.ts';
import { languageName } from '../../text/language-name.ts';
import { type Child, h } from '../dom.ts';
import type { StoredFacts } from '../facts.ts';
import { dataTable } from '../figure.ts';
import { videoLink, when } from '../words.ts';
import { nameOf } from '../../text/title.ts';

/** What is on top now, and where. */
export function renderTop({ range, top }: StoredFacts, { thumbnails }: { readonly thumbnails: boolean }): Child {
  const { found, videos, isByRank } = top;
  if (videos.length === 0) return h('p', {}, 'The last run found no video in these charts.');
  return [
    h(
      'p',
      {},
      `The first ${videos.length} of ${count(found, 'video')} that run ${range.last.run}, of `,
      when(range.last.startedAt),
      ` UTC, found, ${isByRank ? 'by rank' : 'the most viewed first'}. Growth is counted since the previous run that saw the video.`,
    ),
    dataTable(
      isByRank ? 'The first videos of the chart now' : 'The most viewed videos in the charts now',
      [
        { title: 'Video', cell: (row) => describe(row, thumbnails) },
        {
          title: 'Views',
          align: 'right',
          cell: ({ snapshot }) => formatCount(snapshot?.views) || 'hidden',
          sort: ({ snapshot }) => snapshot?.views ?? null,
        },
        { title: 'Per hour', align: 'right', cell: formatGrowth, sort: ({ viewsPerHour }) => viewsPerHour },
        ...(isByRank ? [] : [{ title: 'Regions', align: 'right' as const, cell: (row: TopVideo) => String(countRegions(row)) }]),
      ],
      videos,
      { className: 'stacked' },
    ),
  ];
}

function countRegions({ places }: TopVideo): number {
  return new Set(places.map(({ region }) => region)).size;
}

function describe({ video, places }: TopVideo, thumbnails: boolean): Child {
  const language = languageName(video.primaryLanguage) ?? video.primaryLanguage;
  const facts = [video.channelTitle, video.categoryName, language].map((fact) => nameOf(fact ?? '')).filter((fact) => fact.trim() !== '');
  return h(
    'div',
    { class: 'video' },
    thumbnails
      ? h('img', { src: thumbnailUrl(video.videoId), alt: '', width: 96, height: 54, loading: 'lazy', referrerpolicy: 'no-referrer' })
      : undefined,
    h(
      'div',
      {},
      videoLink(video),
      h(
        'div',
        { class: 'about' },
        h('span', { class: 'facts' }, ...facts.flatMap((fact, index) => [index > 0 ? ' · ' : '', h('bdi', {}, fact)])),
        h('ul', { class: 'places' }, ...places.map((place) => h('li', {}, chartLabel(place), ' ', h('b', {}, String(place.rank))))),
      ),
    ),
  );
}
