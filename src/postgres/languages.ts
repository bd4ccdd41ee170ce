import type { Query } from './connection.ts';

/** What a language is to PostgreSQL, by its BCP 47 subtag; Norwegian comes under three. A server may know fewer, or more. */
const configurations: Readonly<Record<string, string>> = {
  ar: 'arabic',
  ca: 'catalan',
  da: 'danish',
  de: 'german',
  el: 'greek',
  en: 'english',
  es: 'spanish',
  et: 'estonian',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hi: 'hindi',
  hu: 'hungarian',
  hy: 'armenian',
  id: 'indonesian',
  it: 'italian',
  lt: 'lithuanian',
  nb: 'norwegian',
  ne: 'nepali',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sr: 'serbian',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
  yi: 'yiddish',
};

/** The text-search configurations of the server that fit a language. */
export async function readConfigurations(query: Query): Promise<ReadonlySet<string>> {
  const sql = `SELECT cfgname::text AS name FROM pg_ts_config WHERE cfgnamespace = 'pg_catalog'::regnamespace AND cfgname = ANY ($1)`;
  return new Set((await query<{ name: string }>(sql, [[...new Set(Object.values(configurations))]])).map(({ name }) => name));
}

/** The configuration for a language such as `pt-BR`; `simple`, which leaves words as they are, where the server has none. */
export function configurationOf(language: string, known: ReadonlySet<string>): string {
  const name = configurations[language.toLowerCase().split('-')[0] ?? ''] ?? '';
  return known.has(name) ? name : 'simple';
}
