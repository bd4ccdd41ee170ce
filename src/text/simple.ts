/** Letters of Latin, Greek and Cyrillic, digits, and the punctuation that goes with them. */
const simple = /^[ -~\u00a1-\u00ac\u00ae-\u024f\u0386-\u03ce\u0400-\u0481\u048a-\u052f\u2010-\u2027\u2030-\u205e]*$/;

/**
 * Whether each character of a text is one cell wide and stands for itself, as in most titles: Unicode's own tables, by which all else is
 * judged, take milliseconds to be made ready.
 */
export function isSimple(text: string): boolean {
  return simple.test(text);
}
