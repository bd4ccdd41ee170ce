import { fit } from './fit.ts';
import { plain } from './plain.ts';

/** In cells of a terminal: wider than any title that YouTube takes. */
const maxTitleWidth = 200;

/** The same for names of channels. */
const maxNameWidth = 100;

/** A title that can be seen and clicked, whatever was sent for one. */
export function titleOf({ title, videoId }: { readonly title: string; readonly videoId: string }): string {
  const shown = standing(title);
  if (!/(?![\p{DI}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u.test(shown)) return `(no title) ${videoId}`;
  return fit(shown, maxTitleWidth);
}

/** A mark without a letter of its own would stand on whatever is before it. */
function standing(text: string): string {
  return plain(text)
    .trim()
    .replace(/^[\p{M}\s]+/u, '');
}

/** A name that stands beside a title, such as a channel's: one without an end would push away all that follows. */
export function nameOf(name: string): string {
  return fit(standing(name), maxNameWidth);
}
