/**
 * A text as every store can keep it: half of a surrogate pair becomes U+FFFD, and so does U+0000, of which only PostgreSQL cannot keep what
 * SQLite does.
 */
export function keptText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}
