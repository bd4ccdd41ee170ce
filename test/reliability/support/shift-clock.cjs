// Loaded into a host before the program: its wall clock is that of the moment at which the check lets it be triggered.
const now = Date.now;
const shiftMs = Number(process.env.CLOCK_SHIFT_MS);
Date.now = () => now() + shiftMs;
