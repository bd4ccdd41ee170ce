import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A plugin that writes the licences of the packages whose code went into a bundle: most want to be passed on with it. */
export function licences(fileName) {
  return {
    name: 'licences',
    generateBundle(_, files) {
      const modules = Object.values(files).flatMap(({ moduleIds = [] }) => moduleIds);
      const folders = new Set(modules.flatMap((id) => packageOf(id) ?? []));
      const source = [...folders].map(describe).toSorted().join('\n');
      this.emitFile({ type: 'asset', fileName, source: `The program holds code of these packages, under their licences.\n\n${source}` });
    },
  };
}

/** The folder of the package that a module came with: the innermost that has a name and a version. */
function packageOf(id) {
  const [, folder] = /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id) ?? [];
  return folder;
}

function describe(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `${'-'.repeat(80)}\n${name} ${version} (${license})\n\n${readLicence(folder)}\n`;
}

/** In a file of its own, or at the end of what is to be read first. */
function readLicence(folder) {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  if (file !== undefined) return readFileSync(join(folder, file), 'utf8').trim();
  const [, text] = readFileSync(join(folder, 'README.md'), 'utf8').split(/^#+ licen[cs]e$/im);
  if (text === undefined) throw new Error(`${folder} has no licence`);
  return text.trim();
}
