import { formatNumber, formatTime } from '../text/format.ts';
import type { VideoRecord } from '../core/history.ts';
import { titleOf } from '../text/title.ts';
import { videoUrl } from '../core/video-url.ts';
import { languageName } from '../text/language-name.ts';
import { h, type PageElement } from './dom.ts';

/** A link to a video on YouTube. */
export function videoLink(video: VideoRecord): PageElement {
  return h(
    'a',
    { href: videoUrl(video.videoId), rel: 'noreferrer', dir: 'auto', lang: languageTag(video.primaryLanguage) },
    titleOf(video),
  );
}

/** The tag of a language that exists, for who reads titles aloud. */
function languageTag(tag: string): string | undefined {
  return languageName(tag) === undefined ? undefined : tag;
}

/** `23 Nov 2026, 18:40`, as a moment that machines can read where it is one; the page is in UTC throughout. */
export function when(time: number | string): PageElement {
  const moment = new Date(time);
  return Number.isNaN(moment.getTime()) ? h('span', {}, formatWhen(time)) : h('time', { datetime: moment.toISOString() }, formatWhen(time));
}

/** `23 Nov 2026, 18:40` in UTC. */
export function formatWhen(time: number | string): string {
  return formatTime(typeof time === 'number' ? time : Date.parse(time), 'UTC');
}

/** `5 h`, `2.3 d`. */
export function formatHours(hours: number): string {
  return hours < 48 ? `${formatNumber(Math.round(hours * 10) / 10)} h` : `${formatNumber(Math.round(hours / 2.4) / 10)} d`;
}
