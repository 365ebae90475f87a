import { existsSync } from 'node:fs';
import { join } from 'node:path';
import TestSequencer from '@jest/test-sequencer';

/**
 * The files that take longest, which begin first: one that began last would run on alone. The times of a run
 * are in what `npm test -- --json --outputFile=FILE` writes.
 */
const LONGEST = [
  'test/property/noninterference.test.ts',
  'test/browser/console-every-screen.test.ts',
  'test/browser/console-story.test.ts',
  'test/browser/console-organizer.test.ts',
  'test/browser/console-keyboard.test.ts',
  'test/e2e/policy/policy.test.ts',
  'test/e2e/serve.test.ts',
  'test/e2e/evaluation/judged-set.test.ts',
  'test/e2e/cli.test.ts',
  'test/fault/key-rotation.test.ts',
  'test/e2e/pages/deployments.test.ts',
  'test/e2e/deployments/safety.test.ts',
  'test/e2e/cli-analysis.test.ts',
  'test/e2e/evaluation/command.test.ts',
  'test/e2e/api/public-ids.test.ts',
  'test/e2e/deployments/life.test.ts',
  'test/fault/attacks/quoted-values.test.ts',
  'test/e2e/cli-user.test.ts',
  'test/e2e/introductions.test.ts',
  'test/fault/hostile-texts.test.ts',
  'test/e2e/teams-guide.test.ts',
  'test/e2e/api/imports-files.test.ts',
  'test/e2e/pages/every-page.test.ts',
  'test/e2e/curation/exchange.test.ts',
  'test/e2e/demo.test.ts',
  'test/fault/embedded-postgres.test.ts',
  'test/fault/search-sync.test.ts',
  'test/e2e/pseudonyms/classes.test.ts',
  'test/e2e/api/shortlists.test.ts',
  'test/e2e/applications/desk.test.ts',
  'test/e2e/api/imports-safety.test.ts',
  'test/fault/import.test.ts',
  'test/e2e/self-service/erase-command.test.ts',
  'test/e2e/pages/introductions.test.ts',
  'test/e2e/api/introductions.test.ts',
  'test/fault/embedded-postgres-places.test.ts',
  'test/e2e/policy/node.test.ts',
  'test/e2e/pages/check-in-link.test.ts',
  'test/e2e/curation/merging.test.ts',
  'test/property/introductions.test.ts',
  'test/e2e/tour.test.ts',
  'test/property/curation-merging.test.ts',
  'test/fault/database-away.test.ts',
];

/** The longest files first, then the others as Jest orders them: by their last time, else by their size. */
export default class LongestFirst extends TestSequencer {
  sort(tests) {
    const [{ context } = {}] = tests;
    if (!context) return tests;
    const paths = LONGEST.map((name) => join(context.config.rootDir, name));
    const gone = paths.find((path) => !existsSync(path));
    if (gone) throw new Error(`There is no ${gone}: correct the list in longest-first.js.`);
    const place = ({ path }) => (paths.includes(path) ? paths.indexOf(path) : paths.length);
    return super.sort(tests).toSorted((a, b) => place(a) - place(b));
  }
}
