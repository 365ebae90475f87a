/**
 * What the runner without a sandbox leaves out: a test or hook that does not end fails, and each test of a
 * group that is skipped counts as skipped.
 */
import { addEventHandler } from 'jest-circus';

/** In milliseconds, where a test or hook does not say its own. */
const LONGEST = 60_000;

addEventHandler((event, state) => {
  if (event.name !== 'finish_describe_definition') return;
  const { currentDescribeBlock: block } = state;
  const isSkipped = block.mode === 'skip';
  if (isSkipped) {
    block.mode = undefined;
    block.hooks = [];
  }
  for (const one of [...block.hooks, ...block.children]) {
    if (isSkipped) one.mode = 'skip';
    if (one.fn) one.fn = within(one.timeout ?? LONGEST, one.fn);
  }
});

function within(milliseconds, work) {
  return async () => {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`It did not end within ${milliseconds} ms.`)),
        milliseconds,
      );
    });
    try {
      return await Promise.race([work(), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}
