#!/usr/bin/env node
/**
 * `npm run faults`: kills processes while they write, 200 times, and prints what was lost, doubled and stale. Another number
 * goes into BARAZA_TEST_KILLS.
 */
process.env.BARAZA_TEST_KILLS ??= '200';
process.argv.push('test/fault/kill-rounds');
await import('./run.js');
