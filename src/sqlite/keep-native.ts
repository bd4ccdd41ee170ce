import { createRequire } from 'node:module';

type Method = (this: unknown, ...words: unknown[]) => unknown;
type Class = (new (...words: unknown[]) => object) & { readonly prototype: Record<string, Method> };
type Addon = Record<'Database' | 'Statement', Class>;

const kept = new Set<unknown>();

if (process.versions.node.startsWith('24.')) keepNative(loadAddon());

/**
 * Built against the headers of Node 24.19 or a later 24, better-sqlite3 ends the process when one of its objects is collected
 * (nodejs/node#65446). So none is: they are few, and what they hold goes when their database is closed.
 */
function keepNative(addon: Addon | undefined): void {
  if (addon === undefined) return;
  addon.Database = new Proxy(addon.Database, { construct: (Class, words) => keep<object>(Reflect.construct(Class, words)) });
  keepWhatIsMade(addon.Database.prototype, 'prepare');
  keepWhatIsMade(addon.Database.prototype, 'backup');
  keepWhatIsMade(addon.Statement.prototype, 'iterate');
}

function keepWhatIsMade(prototype: Record<string, Method>, name: string): void {
  const make = prototype[name];
  if (make === undefined) return;
  prototype[name] = function (...words) {
    return keep(make.apply(this, words));
  };
}

function keep<Made>(made: Made): Made {
  kept.add(made);
  return made;
}

/** The one that better-sqlite3 itself loads. */
function loadAddon(): Addon | undefined {
  try {
    return createRequire(import.meta.url)('better-sqlite3/build/Release/better_sqlite3.node') as Addon;
  } catch {
    // Told where a vault is opened.
    return undefined;
  }
}
