import type { Option, Schemas } from './option.ts';

type Limits = string | undefined;

const within = (least: number | string, most: number | string): Limits => `${least} to ${most}`;
const none = (): Limits => undefined;

/** In the place of what reads values: it tells their limits, and needs none of what takes long to load. */
const described = {
  optional: (limits: Limits) => limits,
  wholeNumber: (least: number, most: number) => (most === Number.MAX_SAFE_INTEGER ? undefined : within(least, most)),
  duration: within,
  wholeMinutes: within,
  durationOr: (_usual: string, least: string, most: string) => within(least, most),
  anyText: none,
  apiKey: none,
  categoryList: none,
  filePath: none,
  flag: none,
  languageTag: none,
  moment: none,
  oneOf: none,
  origin: none,
  partitionKeys: none,
  pingAddress: none,
  regionList: none,
  vaultAddress: none,
  vaultPath: none,
  videoId: none,
} satisfies Readonly<Record<keyof Schemas, (...given: never[]) => Limits>>;

/** `1 to 50`, or `undefined` for an option whose values are no numbers. */
export function limitsOf({ schema }: Option): string | undefined {
  return schema(described as unknown as Schemas) as unknown as Limits;
}
