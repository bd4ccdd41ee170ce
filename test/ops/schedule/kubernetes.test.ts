import { CronJob } from 'kubernetes-models/batch/v1/CronJob';
import { PersistentVolumeClaim } from 'kubernetes-models/v1/PersistentVolumeClaim';
import { Cron } from 'croner';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { fileOf, openAwkward, paces, settingOf } from './settings.ts';

type Manifest = Record<string, unknown>;

function parseManifests(text: string): readonly [claim: Manifest, job: Manifest] {
  const documents = parseAllDocuments(text);
  expect(documents.flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([]);
  return documents.map((document) => document.toJS() as Manifest) as unknown as readonly [Manifest, Manifest];
}

function validate(kind: typeof CronJob | typeof PersistentVolumeClaim, manifest: Manifest): void {
  new kind(manifest).validate();
}

/** A copy with one value, at a path into it, replaced. */
function replaceAt(value: unknown, path: readonly string[], by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return by;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = replaceAt(copy[key], rest, by);
  return copy;
}

/** The path to every value in a manifest. */
function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce((inner, key) => (inner as Record<string, unknown>)[key], value);
}

describe('Kubernetes', () => {
  test.each(paces)('accepts a claim and a job of %s by its schemas', (every) => {
    const [claim, job] = parseManifests(fileOf('kubernetes', settingOf(every, openAwkward())));
    expect(() => validate(PersistentVolumeClaim, claim)).not.toThrow();
    expect(() => validate(CronJob, job)).not.toThrow();
    const { schedule } = job['spec'] as { schedule: string };
    expect(new Cron(schedule).nextRun()).toBeInstanceOf(Date);
  });

  // The schemas let unknown fields pass, which the server would not: what they know, they refuse to be of another type.
  test.each([
    ['claim', PersistentVolumeClaim, 0],
    ['job', CronJob, 1],
  ] as const)('knows every field of the %s', (_, kind, index) => {
    const manifest = parseManifests(fileOf('kubernetes', settingOf('7h')))[index];
    for (const path of pathsOf(manifest).slice(1)) {
      const wrong = typeof valueAt(manifest, path) === 'object' ? 'a text' : { an: 'object' };
      expect(() => validate(kind, replaceAt(manifest, path, wrong) as Manifest), path.join('.')).toThrow(/must be|should be|type/);
    }
  });

  test('needs no claim where a server keeps the vault', () => {
    const [job, ...more] = parseManifests(fileOf('kubernetes', settingOf('7h', { isOnServer: true })));
    expect(more).toEqual([]);
    expect(() => validate(CronJob, job)).not.toThrow();
    expect(JSON.stringify(job)).not.toMatch(/volume/i);
  });

  test('starts no run beside another, and reads the settings from the secret', () => {
    const [, job] = parseManifests(fileOf('kubernetes', settingOf('7h')));
    expect(job).toMatchObject({ spec: { schedule: '37 * * * *', timeZone: 'Etc/UTC', concurrencyPolicy: 'Forbid' } });
    expect(JSON.stringify(job)).toContain('{"secretRef":{"name":"vault"}}');
    expect(JSON.stringify(job)).toContain('"--if-older-than","7h"');
  });
});
