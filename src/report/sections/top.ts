import { chartLabel, count, formatCount, formatGrowth } from '../../text/format.ts';
import type { TopVideo } from '../../core/find-top.ts';
import { thumbnailUrl } from '../../core/video-url.ts';
import { languageName } from '../../text/language-name.ts';
import { type Child, h, type PageElement } from '../dom.ts';
import type { StoredFacts } from '../facts.ts';
import { dataTable } from '../figure.ts';
import { nameOf, videoLink, when } from '../words.ts';

/** What is on top now, and where. */
export function renderTop({ range, top }: StoredFacts, { thumbnails }: { thumbnails: boolean }): PageElement {
  return h(
    'section',
    { id: 'top' },
    h('h2', {}, 'What is on top now?'),
    h(
      'p',
      {},
      `The first ${top.videos.length} of ${count(top.found, 'video')} that run ${range.last.run} of `,
      when(range.last.startedAt),
      ' UTC found in any chart, the most viewed first. Growth is that since the run before which saw the video.',
    ),
    dataTable(
      'The most viewed videos in the charts now',
      [
        { title: 'Video', cell: (row) => describe(row, thumbnails) },
        {
          title: 'Views',
          align: 'right',
          cell: ({ snapshot }) => formatCount(snapshot?.views) || 'hidden',
          sort: ({ snapshot }) => snapshot?.views ?? null,
        },
        { title: 'Per hour', align: 'right', cell: formatGrowth, sort: ({ viewsPerHour }) => viewsPerHour },
        { title: 'Regions', align: 'right', cell: (row) => String(regionsOf(row).length), sort: (row) => regionsOf(row).length },
      ],
      top.videos,
      { regionsOf, className: 'stacked' },
    ),
  );
}

function regionsOf({ places }: TopVideo): string[] {
  return [...new Set(places.map(({ region }) => region))];
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
      h('div', { class: 'facts' }, ...facts.flatMap((fact, index) => [index > 0 ? ' · ' : '', h('bdi', {}, fact)])),
      h('ul', { class: 'places' }, ...places.map((place) => h('li', {}, chartLabel(place), ' ', h('b', {}, String(place.rank))))),
    ),
  );
}
