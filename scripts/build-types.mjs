import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';

const entry = 'src/library/library';

/** Writes the types of the library, with what is said of them, into one file. */
export async function buildTypes(outfile) {
  // Not below node_modules, where all but the entry would be taken for other packages, and not beyond what they are found from.
  const folder = await mkdtemp(resolve('.types-'));
  try {
    await declare(folder);
    rollUp(folder, outfile);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** One file of types for each of the source. */
async function declare(folder) {
  const options = { noEmit: false, allowJs: false, declaration: true, emitDeclarationOnly: true, rootDir: resolve('.'), outDir: folder };
  const config = { extends: resolve('tsconfig.json'), compilerOptions: options, include: [], files: [resolve(`${entry}.ts`)] };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '--project', folder], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the types of the library could not be made');
}

/** All that can be reached from the library's entry. */
function rollUp(folder, outfile) {
  const [types, compilerOptions] = [join(folder, `${entry}.d.ts`), { lib: ['es2023', 'dom'], moduleResolution: 'bundler', types: [] }];
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: types,
      compiler: { overrideTsconfig: { compilerOptions: { target: 'es2023', module: 'preserve', ...compilerOptions }, files: [types] } },
      apiReport: { enabled: false },
      docModel: { enabled: false },
      tsdocMetadata: { enabled: false },
      dtsRollup: { enabled: true, untrimmedFilePath: resolve(outfile) },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: resolve('package.json'),
  });
  const { succeeded } = Extractor.invoke(config, { localBuild: true, messageCallback: judge });
  if (!succeeded) throw new Error('the types of the library could not be written');
}

/** What is said wrongly of the library is an error; what has no release tag, or no name outside, is meant so. */
function judge(message) {
  const isMeant = ['ae-missing-release-tag', 'ae-forgotten-export'].includes(message.messageId);
  if (isMeant || message.category === 'console') message.logLevel = 'none';
  else message.logLevel = 'error';
}
