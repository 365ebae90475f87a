import { spawnSync } from 'node:child_process';
import { expect, it } from '@jest/globals';

it('asks for nothing that this Node does not know', () => {
  const program = `import { keepHeapSmall } from './libs/runtime/src/keep-heap-small.ts'; keepHeapSmall();`;
  const loaded = ['--import', './test/support/jest/loader.js', '--input-type=module'];
  const { status, stderr } = spawnSync(process.execPath, [...loaded, '-e', program]);
  // V8 says of what it does not know that it does not, and goes on.
  expect([status, String(stderr)]).toEqual([0, '']);
});
