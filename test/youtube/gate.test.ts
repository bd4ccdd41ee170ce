import { describe, expect, test } from 'vitest';
import { VaultError } from '../../src/core/errors.ts';
import { createGate, type Gate, type Pass } from '../../src/youtube/gate.ts';
import { createTestClock } from '../support/test-clock.ts';

const never = new AbortController().signal;

function enter(gate: Gate): Pass {
  const pass = gate.enter();
  if (!pass) throw new Error('the gate is shut');
  return pass;
}

/** Lets everything run that can run without time moving on. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('the gate', () => {
  test('is open to all at first', async () => {
    const gate = createGate(createTestClock());
    await gate.opened(never);
    expect(gate.enter()).toBeDefined();
    expect(gate.enter()).toBeDefined();
  });

  test('lets nobody in until the time told, and to the millisecond', () => {
    const clock = createTestClock();
    const gate = createGate(clock);
    enter(gate).refused(1000);
    clock.advance(999);
    expect(gate.enter()).toBeUndefined();
    clock.advance(1);
    expect(gate.enter()).toBeDefined();
  });

  test('of several refusals the latest time holds, whichever comes last', () => {
    const clock = createTestClock();
    const gate = createGate(clock);
    const [first, second] = [enter(gate), enter(gate)];
    first.refused(5000);
    second.refused(1000);
    clock.advance(4999);
    expect(gate.enter()).toBeUndefined();
  });

  test('a pass is void once another one was refused, and stays so when that pause is over', () => {
    const clock = createTestClock();
    const gate = createGate(clock);
    const [first, second] = [enter(gate), enter(gate)];
    expect(second.isVoid()).toBe(false);
    first.refused(1000);
    expect(second.isVoid()).toBe(true);
    clock.advance(1000);
    expect(second.isVoid()).toBe(true);
    expect(enter(gate).isVoid()).toBe(false);
  });

  test('after a pause one goes first, and the others follow when it was not refused', async () => {
    const clock = createTestClock();
    const gate = createGate(clock);
    enter(gate).refused(1000);
    clock.advance(1000);
    const scout = enter(gate);
    expect(gate.enter()).toBeUndefined();
    let followed = false;
    const follower = gate.opened(never).then(() => (followed = true));
    await settle();
    expect(followed).toBe(false);
    scout.done();
    await follower;
    enter(gate);
    enter(gate);
  });

  test('a scout that is refused shuts it for everybody again', async () => {
    const clock = createTestClock();
    const gate = createGate(clock);
    enter(gate).refused(1000);
    clock.advance(1000);
    const scout = enter(gate);
    const follower = gate.opened(never);
    scout.refused(2000);
    scout.done();
    await clock.untilWaiting(1);
    clock.advance(1999);
    expect(gate.enter()).toBeUndefined();
    clock.advance(1);
    await follower;
    enter(gate);
    expect(gate.enter()).toBeUndefined();
  });

  test('a straggler from before the pause neither ends it nor is taken for the scout', () => {
    const clock = createTestClock();
    const gate = createGate(clock);
    const [refused, straggler, late] = [enter(gate), enter(gate), enter(gate)];
    refused.refused(1000);
    straggler.done();
    expect(gate.enter()).toBeUndefined();
    clock.advance(1000);
    const scout = enter(gate);
    late.refused(500);
    scout.done();
    expect(gate.enter()).toBeUndefined();
    clock.advance(500);
    enter(gate);
    expect(gate.enter()).toBeUndefined();
  });

  test('closing it turns away who comes and who waits, for whatever they wait', async () => {
    const clock = createTestClock();
    const gate = createGate(clock);
    const error = new VaultError('quota-spent', 'the quota is spent');
    enter(gate).refused(60_000);
    const sleeper = gate.opened(never);
    const refusal = sleeper.catch((reason: unknown) => reason);
    gate.close(error);
    expect(await refusal).toBe(error);
    await expect(gate.opened(never)).rejects.toBe(error);
    expect(() => gate.enter()).toThrow(error);
  });

  test('who waits for the scout is turned away too when it closes', async () => {
    const clock = createTestClock();
    const gate = createGate(clock);
    enter(gate).refused(1000);
    clock.advance(1000);
    enter(gate);
    const error = new VaultError('key-refused', 'over');
    const refusal = gate.opened(never).catch((reason: unknown) => reason);
    gate.close(error);
    expect(await refusal).toBe(error);
  });

  test('the end of the run ends every wait', async () => {
    const clock = createTestClock();
    const gate = createGate(clock);
    const run = new AbortController();
    enter(gate).refused(60_000);
    const error = new VaultError('interrupted', 'ended');
    const refusal = gate.opened(run.signal).catch((reason: unknown) => reason);
    run.abort(error);
    expect(await refusal).toBe(error);
  });
});
