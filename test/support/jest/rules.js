/**
 * What the runner without a sandbox leaves out: a test or hook that does not end fails, and each test of a
 * group that is skipped counts as skipped. Property tests draw from one seed.
 */
import inspector from 'node:inspector';
import fc from 'fast-check';
import { addEventHandler } from 'jest-circus';

/** In milliseconds, where a test or hook does not say its own: to end what hangs, and never what is slow. */
const LONGEST = 240_000;

// Each run draws the same cases. FAST_CHECK_SEED draws others.
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 2026) });

addEventHandler((event, { currentDescribeBlock: block }) => {
  if (event.name === 'add_test') limit(block.children.at(-1));
  if (event.name === 'add_hook') limit(block.hooks.at(-1));
  if (event.name === 'finish_describe_definition') {
    // The block that has been described is the last child of the current one.
    const described = block.children.at(-1);
    if (described.mode === 'skip') skipEach(described);
  }
});

function skipEach(block) {
  block.mode = undefined;
  block.hooks = [];
  for (const child of block.children) {
    if (child.type === 'test') child.mode = 'skip';
  }
}

function limit(one) {
  const { fn, timeout = LONGEST } = one;
  // A person who looks at a breakpoint takes her time.
  if (!fn || inspector.url()) return;
  one.fn = async () => {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`It did not end within ${timeout} ms.`)), timeout);
    });
    try {
      return await Promise.race([fn(), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}
