import { once } from './once.ts';

/**
 * The 106 regions that have charts: ISO 3166-1 alpha-2 codes as YouTube's i18nRegions list gave them in December 2023.
 *
 * The list is ours to check against because `Intl` also answers for codes without a chart (EU, UK, ZZ).
 */
export const regionCodes: readonly string[] = (
  'AE AR AT AU AZ BA BE BG BH BO BR BY CA CH CL CO CR CY CZ DE DK DO DZ EC EE EG ES FI FR GB GE GH GR GT HK HN HR HU ID IE ' +
  'IL IN IQ IS IT JM JO JP KE KR KW KZ LB LI LK LT LU LV LY MA ME MK MT MX MY NG NI NL NO NP NZ OM PA PE PG PH PK PL PR PT ' +
  'PY QA RO RS RU SA SE SG SI SK SN SV TH TN TR TW TZ UA UG US UY VE VN YE ZA ZW'
).split(' ');

/** The regions fetched when nobody says otherwise, in the order that decides whose title and language a shared video takes. */
export const defaultRegions: readonly string[] = ['US', 'GB', 'PL', 'NL', 'SE', 'NO', 'AT'];

/** The default regions' languages; for Norway `Intl` would say nb, but people there write in two forms. */
const languages: Readonly<Record<string, string>> = { US: 'en', GB: 'en', PL: 'pl', NL: 'nl', SE: 'sv', NO: 'no', AT: 'de' };

/** The language most people of a region speak, as a BCP 47 primary subtag: `pl` for PL; `und` of what is no code. */
export function regionLanguage(code: string): string {
  if (!isCode(code)) return 'und';
  return languages[code] ?? new Intl.Locale(`und-${code}`).maximize().language;
}

const names = once(() => new Intl.DisplayNames(['en'], { type: 'region' }));

/** A region's English name, for people; its spelling varies between ICU versions. */
export function regionName(code: string): string {
  if (!isCode(code)) return code;
  return names().of(code) ?? code;
}

/** Of what is none, in a vault that somebody else wrote to, Intl would only throw. */
function isCode(code: string): boolean {
  return /^[A-Z]{2}$/.test(code);
}

/** What people type for a country whose code is another. */
const aliases: Readonly<Record<string, string>> = { UK: 'GB', EN: 'GB', EL: 'GR' };

/** Enough to choose from in a sentence. */
const guesses = 3;

/** The codes that somebody who typed `given` may have meant, likeliest first; never empty. */
export function nearestRegions(given: string): string[] {
  const wanted = given.trim().toUpperCase();
  return regionCodes
    .map((code) => ({ code, distance: distance(wanted, code) }))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, guesses)
    .map(({ code }) => code);
}

/** A name beats a misspelt code: `POLAND` is PL, `UK` is GB, then swapped letters, then one wrong letter. */
function distance(wanted: string, code: string): number {
  const name = regionName(code).toUpperCase();
  if (aliases[wanted] === code || name === wanted) return 0;
  if (wanted.length > 2 && name.startsWith(wanted.slice(0, 4))) return 1;
  if (wanted === code.charAt(1) + code.charAt(0)) return 2;
  if (wanted.charAt(0) === code.charAt(0) && wanted.charAt(1) === code.charAt(1)) return 3;
  if (wanted.charAt(0) === code.charAt(0)) return 4;
  return wanted.charAt(1) === code.charAt(1) ? 5 : 6;
}
