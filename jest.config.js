import { availableParallelism } from 'node:os';

/**
 * One Jest for unit specs beside the code and for the suites under test/. Its runner has no sandbox: a
 * worker loads a module once and not once for each file, which halves the time of a whole run.
 */
export default {
  runner: 'jest-light-runner',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testRegex: '\\.(spec|test)\\.ts$',
  transform: {},
  setupFilesAfterEnv: ['<rootDir>/test/support/jest/rules.js'],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  testSequencer: '<rootDir>/test/support/jest/longest-first.js',
  // One more than there are cores: a test often waits for PostgreSQL or for a process.
  maxWorkers: availableParallelism() + 1,
};
