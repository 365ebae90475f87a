import { describe, expect, it } from '@jest/globals';
import { withProgress } from './item-progress.js';
import type { Progress } from './lists.js';

const item = (id: string, parentId: string | null, progress: Progress = 'not-started') => ({
  id,
  parentId,
  progress,
});

const progressOf = (...items: ReturnType<typeof item>[]) =>
  withProgress(items).map(({ id, progress }) => `${id} ${progress}`);

describe('the progress of items of a plan', () => {
  it('is under way of a goal and an outcome once an action under them is', () => {
    expect(
      progressOf(
        item('goal', null),
        item('outcome', 'goal'),
        item('first', 'outcome', 'done'),
        item('second', 'outcome'),
        item('other', null),
      ),
    ).toEqual([
      'goal under-way',
      'outcome under-way',
      'first done',
      'second not-started',
      'other not-started',
    ]);
  });

  it('follows from no action that was stopped or has not started', () => {
    expect(
      progressOf(item('goal', null), item('a', 'goal', 'stopped'), item('b', 'goal')),
    ).toContain('goal not-started');
  });

  it('is what was said, if something was said', () => {
    expect(
      progressOf(
        item('done', null, 'done'),
        item('a', 'done', 'under-way'),
        item('stopped', null, 'stopped'),
        item('b', 'stopped', 'done'),
      ),
    ).toEqual(['done done', 'a under-way', 'stopped stopped', 'b done']);
  });

  it('is not done because all actions are: whether a target is met is for its actor to say', () => {
    expect(progressOf(item('outcome', null), item('a', 'outcome', 'done'))).toContain(
      'outcome under-way',
    );
  });
});
