// Loaded into a process under test: writes down, when it ends, the most memory that it held, in KiB.
const { readFileSync, writeFileSync } = require('node:fs');

const path = process.env.REPORT_PEAK;
// Nothing that the process starts, or says of its environment, is to know of it.
delete process.env.REPORT_PEAK;
process.on('exit', () => {
  try {
    writeFileSync(path, peak());
  } catch {
    // A full disk is some test's very matter; a peak of 0 is what it then finds.
  }
});

/** Linux counts what the process that started this one held into resourceUsage(), for a moment both were one. */
function peak() {
  if (process.platform !== 'linux') return String(process.resourceUsage().maxRSS);
  return /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '';
}
