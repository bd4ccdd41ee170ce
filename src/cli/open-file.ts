/** How long an opener may take to say that it cannot; one that works goes on for as long as its window. */
const patienceMs = 1000;

/** Shows a file as the user's own programs do. Rejects where none can. */
export async function openFile(path: string): Promise<void> {
  const { default: open } = await import('open');
  const child = await open(path);
  const exitCode = await new Promise<number | null>((resolve) => {
    const timer = setTimeout(resolve, patienceMs, null);
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code);
    });
  });
  if (exitCode) throw new Error(`${child.spawnfile} ended with ${exitCode}`);
}
