import { describe, expect, it } from '@jest/globals';
import { withinRequest } from '#database';
import { BusyError } from '#identity';
import { FairGate } from './fair-gate.js';

describe('a fair gate', () => {
  const setUp = (width: number) => {
    let now = 0;
    const timers: { readonly at: number; readonly run: () => void }[] = [];
    const pass = (milliseconds: number): void => {
      now += milliseconds;
      const due = timers.filter(({ at }) => at <= now);
      for (const timer of due) timers.splice(timers.indexOf(timer), 1)[0]?.run();
    };
    const time = {
      now: () => now,
      after: (milliseconds: number, run: () => void) =>
        void timers.push({ at: now + milliseconds, run }),
    };
    const gate = new FairGate(width, { all: 10, each: 4 }, time);
    const inside: string[] = [];
    const doors: (() => void)[] = [];
    const enter = (client: string, signal = new AbortController().signal) =>
      withinRequest(
        signal,
        () =>
          gate.run(async () => {
            inside.push(client);
            await new Promise<void>((resolve) => doors.push(resolve));
          }),
        client,
      );
    const settled = () => new Promise((resolve) => setImmediate(resolve));
    const leave = async () => {
      await settled();
      doors.shift()?.();
      await settled();
      pass(0);
      await settled();
    };
    return { enter, leave, settled, pass, inside };
  };

  it('lets in so many at a time, and clients by turns', async () => {
    const { enter, leave, settled, inside } = setUp(2);
    const all = ['a', 'a', 'a', 'a', 'b', 'c'].map((client) => enter(client));
    await settled();
    expect(inside).toEqual(['a', 'a']);
    for (let i = 0; i < 6; i++) await leave();
    await Promise.all(all);
    expect(inside).toEqual(['a', 'a', 'a', 'b', 'c', 'a']);
  });

  it('rests as long as the work took, where somebody waits', async () => {
    const { enter, leave, settled, pass, inside } = setUp(1);
    const all = ['a', 'b'].map((client) => enter(client));
    await settled();
    pass(50);
    await leave();
    pass(49);
    await settled();
    expect(inside).toEqual(['a']);
    pass(1);
    await settled();
    expect(inside).toEqual(['a', 'b']);
    // Nobody waits: the next comes in at once.
    pass(50);
    await leave();
    all.push(enter('c'));
    await settled();
    expect(inside).toEqual(['a', 'b', 'c']);
    await leave();
    await Promise.all(all);
  });

  it('says BUSY to who has too many waiting', async () => {
    const { enter, leave } = setUp(1);
    const all = Array.from({ length: 5 }, () => enter('a'));
    await expect(enter('a')).rejects.toBeInstanceOf(BusyError);
    for (let i = 0; i < 5; i++) await leave();
    await Promise.all(all);
  });

  it('forgets who does not wait any more', async () => {
    const { enter, leave, inside } = setUp(1);
    const first = enter('a');
    const gone = new AbortController();
    const waiting = enter('b', gone.signal);
    gone.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    await leave();
    await first;
    const next = enter('c');
    await leave();
    await next;
    expect(inside).toEqual(['a', 'c']);
  });
});
