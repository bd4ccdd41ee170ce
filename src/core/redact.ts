/** Takes secrets out of a text. */
export type Redact = (text: string) => string;

/** Google's keys have 39 characters. What is much shorter is no secret, and may well be a part of a title. */
const minLength = 16;

/**
 * Makes the filter that replaces each secret (printable ASCII) by `[key]`, however it is written: as it is or in
 * other case, URL-encoded, escaped in JSON, or base64, also within a longer text that was encoded as a whole. What is much shorter than a key is left alone.
 */
export function createRedact(secrets: readonly string[]): Redact {
  const forms = secrets.filter(({ length }) => length >= minLength).flatMap((secret) => [secret].concat(base64Forms(secret)));
  if (forms.length === 0) return (text) => text;
  const pattern = new RegExp(forms.map(anyEscape).join('|'), 'gi');
  return (text) => text.replace(pattern, '[key]');
}

/**
 * The secret in the base64 of a text that holds it: three characters stand for three bytes, so that it looks different for each
 * of the three places it can begin at. Characters that also depend on its neighbours are left out.
 */
function base64Forms(secret: string): string[] {
  return [0, 1, 2].map((before) => {
    const encoded = btoa(' '.repeat(before) + secret);
    return encoded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + secret.length) * 8) / 6));
  });
}

/**
 * A pattern for a text in which each character may stand as itself, as `%41`, or as `\u0041`, its backslash doubled by JSON in JSON. Any number of
 * backslashes would be asked for in vain, and cost quadratic time.
 */
function anyEscape(text: string): string {
  return Array.from(text, (character) => {
    const hex = character.charCodeAt(0).toString(16).padStart(2, '0');
    return `(?:${literal(character)}|%${hex}|\\\\{1,4}u00${hex})`;
  }).join('');
}

/** `+` and `/` are `-` and `_` in the base64 of URLs, and JSON may write `\/`. */
function literal(character: string): string {
  if (character === '+') return '[+-]';
  if (character === '/') return String.raw`\\{0,4}\/|_`;
  return character.replace(/[\\^$.*?()[\]{}|"]/, String.raw`\\{0,4}\$&`);
}
