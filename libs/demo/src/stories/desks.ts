import type { DeskStatement } from '#introductions';

/** What each network of the demo says of its desk, by slug. */
export const DESKS: Readonly<Record<string, DeskStatement>> = {
  acacia: desk('acacia', 'Africa/Nairobi', ['en', 'fr', 'sw']),
  'northern-light': desk('northern-light', 'Europe/Oslo', ['en', 'nb', 'sv']),
  'olive-branch': desk('olive-branch', 'Europe/Rome', ['en', 'fr', 'it']),
  'rising-voices': desk('rising-voices', 'Africa/Lagos', ['en', 'fr']),
  'quiet-bridges': {
    ...desk('quiet-bridges', 'Asia/Amman', ['ar', 'en', 'fr']),
    workingDays: [1, 2, 3, 4, 7],
  },
};

function desk(
  slug: string,
  timeZone: string,
  languages: DeskStatement['languages'],
): DeskStatement {
  return {
    address: `desk.${slug}@example.org`,
    timeZone,
    workingDays: [1, 2, 3, 4, 5],
    opens: '09:00',
    closes: '17:00',
    languages,
  };
}
