import { fork } from 'node:child_process';
import { once } from 'node:events';
import { environment } from '../process.ts';
import { programPath } from '../program-path.ts';
import type { Scene } from './scene.ts';

/** A stand-in for YouTube that runs beside what is measured. */
export interface Youtube {
  readonly url: string;
  /** Resolves when all that the scene needs is made. */
  show(scene: Scene): Promise<void>;
  close(): void;
}

/** Starts it; it ends with this process at the latest. */
export async function startYoutube(): Promise<Youtube> {
  const child = fork(programPath('youtube.js'), { env: environment });
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('the stand-in for YouTube has ended')));
  // Only who waits for an answer wants to know.
  ended.catch(() => {});
  const hear = async (): Promise<unknown> => (await Promise.race([once(child, 'message'), ended]))[0];
  return {
    url: String(await hear()),
    async show(scene) {
      child.send(scene);
      await hear();
    },
    close: () => child.disconnect(),
  };
}
