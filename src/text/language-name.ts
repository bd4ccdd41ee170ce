import { once } from '../core/once.ts';

const languages = once(() => new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }));

/** `Polish`; `undefined` for a tag that names no language. */
export function languageName(tag: string): string | undefined {
  return /^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?$/i.test(tag) ? languages().of(tag) : undefined;
}
