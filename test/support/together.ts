import type { Answer, ReceivedRequest } from '../../src/demo/server.ts';

/** Holds answers back until `count` requests have arrived. */
export function together(count: number, answer: (request: ReceivedRequest) => Answer): (request: ReceivedRequest) => Promise<Answer> {
  const { promise, resolve } = deferred();
  return async (request) => {
    if (request.index === count - 1) resolve();
    await promise;
    return answer(request);
  };
}

/** A promise to be kept by hand. */
export function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
}
