/** The category id that stands for a region's chart of everything. */
export const allCategories = 0;

const names: ReadonlyMap<number, string> = new Map([
  [1, 'Film & Animation'],
  [2, 'Autos & Vehicles'],
  [10, 'Music'],
  [15, 'Pets & Animals'],
  [17, 'Sports'],
  [19, 'Travel & Events'],
  [20, 'Gaming'],
  [22, 'People & Blogs'],
  [23, 'Comedy'],
  [24, 'Entertainment'],
  [25, 'News & Politics'],
  [26, 'Howto & Style'],
  [27, 'Education'],
  [28, 'Science & Technology'],
  [29, 'Nonprofits & Activism'],
]);

/** The ids that a chart can be asked for: 0 and YouTube's assignable categories. Keyed by id, for two are called Comedy. */
export const categoryIds: readonly number[] = [allCategories, ...names.keys()];

/** A category's English name, or null for an id that YouTube added since. */
export function categoryName(id: number | null): string | null {
  return id === null ? null : (names.get(id) ?? null);
}
