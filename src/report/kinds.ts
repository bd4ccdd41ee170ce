import { categoryName } from '../core/category.ts';
import type { KindCount } from '../core/history.ts';
import { languageName } from '../text/language-name.ts';
import { plain } from '../text/plain.ts';

/** Videos of one kind, by region. */
export interface Kind {
  readonly name: string;
  readonly byRegion: ReadonlyMap<string, number>;
  readonly total: number;
}

/** Which kinds fill the charts of these regions, the most frequent first. */
export interface Kinds {
  readonly regions: readonly string[];
  readonly kinds: readonly Kind[];
  /** Videos of each region. */
  readonly totals: ReadonlyMap<string, number>;
}

/** Counts videos by what `kindOf` says of them. */
export function sumKinds(counts: readonly KindCount[], regions: readonly string[], kindOf: (count: KindCount) => string): Kinds {
  const totals = new Map<string, number>();
  const byName = new Map<string, Map<string, number>>();
  for (const count of counts) {
    const { region, videos } = count;
    if (!regions.includes(region)) continue;
    totals.set(region, (totals.get(region) ?? 0) + videos);
    const byRegion = byName.get(kindOf(count)) ?? new Map<string, number>();
    byName.set(kindOf(count), byRegion.set(region, (byRegion.get(region) ?? 0) + videos));
  }
  const kinds = [...byName].map(([name, byRegion]): Kind => {
    return { name, byRegion, total: [...byRegion.values()].reduce((sum, each) => sum + each, 0) };
  });
  return { regions, totals, kinds: kinds.toSorted((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1)) };
}

/** What part of a region's videos is of a kind, from 0 to 1. */
export function shareOf({ byRegion }: Kind, region: string, { totals }: Kinds): number {
  return (byRegion.get(region) ?? 0) / (totals.get(region) ?? 1);
}

/** `Music`. */
export function categoryOf({ categoryId, categoryName: known }: KindCount): string {
  if (known !== null) return orNone(known);
  return categoryName(categoryId) ?? (categoryId === null ? 'none' : `category ${categoryId}`);
}

/** `Portuguese`, of Brazil too. */
export function languageOf({ primaryLanguage }: KindCount): string {
  const tag = primaryLanguage.split('-')[0]?.toLowerCase() ?? '';
  return languageName(tag) ?? orNone(primaryLanguage);
}

/** A row without a name would tell nobody what it counts. */
function orNone(text: string): string {
  return /\p{L}/u.test(text) ? plain(text) : 'none';
}

/** Hundredths, as they stand in a cell: empty for none, `<1` for less than half of one. */
export function formatShare(share: number): string {
  if (share === 0) return '';
  return share < 0.005 ? '<1' : (share * 100).toFixed(0);
}
