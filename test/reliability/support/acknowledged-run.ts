/** The number of the run whose summary stands whole on stdout: whoever reads it may take that run for kept. */
export function acknowledgedRun(stdout: string): number | undefined {
  try {
    const { run } = JSON.parse(stdout) as { run?: number };
    return run;
  } catch {
    return undefined;
  }
}
