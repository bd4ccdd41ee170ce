// Loaded into a process that is measured: writes down, when it ends, the time of processors and the most memory that it took.
const { subscribe } = require('node:diagnostics_channel');
const { readFileSync, writeFileSync } = require('node:fs');

const path = process.env.REPORT_USAGE;
delete process.env.REPORT_USAGE;
let fetchingCpuMs = 0;
subscribe('undici:request:trailers', () => (fetchingCpuMs = cpuMs()));
process.on('exit', () => writeFileSync(path, JSON.stringify({ cpuMs: cpuMs(), fetchingCpuMs, peakBytes: 1024 * peakKib() })));

function cpuMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Linux counts what the process that started this one held into resourceUsage(), for a moment both were one. */
function peakKib() {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS;
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
}
