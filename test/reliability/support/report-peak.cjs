// Loaded into a process under test: writes down, when it ends, the most memory that it held, in KiB.
const { writeFileSync } = require('node:fs');

const path = process.env.REPORT_PEAK;
// Nothing that the process starts, or says of its environment, is to know of it.
delete process.env.REPORT_PEAK;
process.on('exit', () => {
  try {
    writeFileSync(path, String(process.resourceUsage().maxRSS));
  } catch {
    // A full disk is some test's very matter; a peak of 0 is what it then finds.
  }
});
