import type { Reader } from '#database';
import type { Quarter } from '#engagement';
import { addDays, dayOf, startOf } from '#kernel';

/** A row of a metric as an auditor counts it; null where she may not tell. */
export interface AuditedRow {
  readonly of: readonly string[];
  readonly cases: number;
  readonly ended: number | null;
  /** `ended` among `cases`, or days in use among days in which a mediator was there. */
  readonly share: number | null;
  readonly median: number | null;
}

const FEWEST = 5;
const MOST_DEPLOYED = 10;
const DAY = 86_400_000;
/** M49 regions of the states in which processes of the test are. */
const REGIONS: Readonly<Record<string, string>> = { ML: '011' };
/** For so long after its end a quarter is followed. */
const FOLLOWED_DAYS = 30;

interface Event {
  readonly who: string;
  readonly row?: string;
}
type Outcome = Event & { readonly hit: boolean };

/**
 * Counts anew what forms F8 and F9 print of a directory of one network and one organization: from its events alone, and with
 * nothing of the code that made the figures.
 *
 * @param counted the mediators who agree to statistics
 */
export async function auditedFigures(
  database: Reader,
  { from, to }: Quarter,
  counted: readonly string[],
): Promise<Readonly<Record<string, readonly AuditedRow[]>>> {
  const [first, before] = [startOf(from), startOf(addDays(to, 1))];
  const seen = new Date(before.getTime() + FOLLOWED_DAYS * DAY);
  const isIn = (at: Date | null) => at !== null && at >= first && at < before;
  const agreed = <T extends { readonly who: string }>(some: readonly T[]) =>
    some.filter(({ who }) => counted.includes(who));

  const introductions = await database.query<{
    id: string;
    who: string;
    need: string;
    urgency: string;
    state: string;
    requested: Date;
    connected: Date | null;
    accepted: boolean;
  }>(`SELECT i.id, i.mediator_id AS who, i.need_id AS need, i.urgency, i.state, i.requested_at AS requested,
        i.connected_at AS connected,
        EXISTS (SELECT FROM introduction_step s WHERE s.introduction_id = i.id AND s.step = 'accept') AS accepted
      FROM introduction i`);
  const deployments = await database.query<{
    introduction: string;
    who: string;
    need: string;
    place: string;
    role: string | null;
    track: string;
    began: Date;
  }>(`SELECT introduction_id AS introduction, mediator_id AS who, need_id AS need, place, role, track, began_at AS began
      FROM deployment ORDER BY began_at`);
  const needs = await database.query<{
    who: string;
    row: string;
    state: string;
    opened: Date;
    closed: Date | null;
    sent: Date | null;
  }>(`SELECT n.id AS who, n.urgency AS row, n.state, n.opened_at AS opened, n.closed_at AS closed,
        (SELECT min(s.sent_at) FROM shortlist s WHERE s.need_id = n.id) AS sent FROM need n`);

  const proposals = await database.query<{
    who: string;
    need: string;
    sent: Date;
    open: boolean;
    country: string | null;
  }>(`SELECT e.mediator_id AS who, n.id AS need, s.sent_at AS sent, n.confidentiality = 'public' AS open,
        CASE WHEN o.kind = 'state' THEN o.country END AS country
      FROM shortlist s JOIN need n ON n.id = s.need_id JOIN shortlist_entry e ON e.shortlist_id = s.id
      JOIN organization o ON o.id = n.organization_id WHERE s.sent_at IS NOT NULL ORDER BY s.sent_at`);
  const works = new Map(
    (
      await database.query<{ id: string; soft: Record<string, unknown[]> }>(
        `SELECT id, criteria -> 'soft' AS soft FROM need`,
      )
    ).map(({ id, soft }) => [id, soft]),
  );
  /** What a need says of its work, if it says one thing. */
  const workOf = (need: string, what: 'tracks' | 'roles' | 'territories'): string => {
    const [only, ...more] = works.get(need)?.[what] ?? [];
    if (only === undefined || more.length > 0) return 'unstated';
    const code = typeof only === 'string' ? only : (only as { code: string }).code;
    return what === 'territories' ? REGIONS[code]! : code;
  };
  const byWork = (
    events: readonly { readonly who: string; readonly need: string }[],
    what: Parameters<typeof workOf>[1],
  ) => people(onceEach(events.map(({ who, need }) => ({ who, row: workOf(need, what) }))));

  const proposed = agreed(proposals).filter(({ sent }) => isIn(sent));
  const introduced = agreed(introductions)
    .filter(({ connected }) => isIn(connected))
    .toSorted((a, b) => a.connected!.getTime() - b.connected!.getTime());
  const asked = agreed(introductions).filter(({ requested }) => isIn(requested));
  const begun = agreed(deployments).filter(({ began }) => isIn(began));
  const leads = begun.filter(({ place }) => place === 'lead');
  const leadOf = (of: 'introduction' | 'need', id: string) =>
    deployments.find((one) => one.place === 'lead' && one[of] === id && one.began <= seen);

  const closedNeeds = needs.filter(({ closed }) => isIn(closed));
  const flash = introductions.filter(({ urgency }) => urgency === 'flash');
  const timesOf = (who: string) => begun.filter((one) => one.who === who).length;
  const most = new Set(
    [...whoOf(begun)]
      .toSorted((a, b) => timesOf(b) - timesOf(a) || (a < b ? -1 : 1))
      .slice(0, MOST_DEPLOYED),
  );

  return {
    'proposed-by-track': byWork(proposed, 'tracks'),
    'proposed-by-role': byWork(proposed, 'roles'),
    'proposed-by-region': byWork(proposed, 'territories'),
    'nominated-by-state': people(
      onceEach(
        proposed
          .filter(({ open }) => open)
          .map(({ who, country }) => ({ who, row: country ?? 'no-state' })),
      ),
    ),
    'introduced-by-track': byWork(introduced, 'tracks'),
    'introduced-by-role': byWork(introduced, 'roles'),
    'introduced-by-region': byWork(introduced, 'territories'),
    'deployed-by-region': byWork(begun, 'territories'),
    'deployed-by-track': people(onceEach(begun.map(({ who, track: row }) => ({ who, row })))),
    'deployed-by-role': people(
      onceEach(begun.map(({ who, role }) => ({ who, row: role ?? 'unstated' }))),
    ),
    'deployed-by-place': people(begun.map(({ who, place: row }) => ({ who, row }))),
    'time-to-shortlist': durations(
      needs
        .filter(({ opened }) => isIn(opened))
        .map(({ who, row, opened, sent }) => ({
          who,
          row,
          time: sent && (sent.getTime() - opened.getTime()) / (DAY / 24),
        })),
    ),
    'connect-to-deploy': durations(
      agreed(introductions)
        .filter(({ connected }) => isIn(connected))
        .map(({ id, who, connected }) => {
          const start = leadOf('introduction', id);
          return { who, time: start ? (start.began.getTime() - connected!.getTime()) / DAY : null };
        }),
    ),
    acceptance: outcomes(
      asked
        .filter(({ accepted, state }) => accepted || ['declined', 'expired'].includes(state))
        .map(({ who, accepted: hit }) => ({ who, hit })),
    ),
    utilization: [daysInUse(counted, begun, { first, before })],
    // All introductions are of one organization, which is not shown who let her time go by.
    expiry: [],
    fill: outcomes(closedNeeds.map(({ who, state }) => ({ who, hit: state === 'filled' }))),
    'flash-within-72-hours': outcomes(
      flash.map(({ need: who, requested }) => {
        const start = leadOf('need', who);
        return { who, hit: !!start && start.began.getTime() - requested.getTime() <= 3 * DAY };
      }),
    ),
    'repeat-share': outcomes(begun.map(({ who }) => ({ who, hit: most.has(who) }))),
    'mentored-places': outcomes(
      leads.map(({ who, introduction }) => ({
        who,
        hit: deployments.some(
          (one) => one.introduction === introduction && one.place === 'alongside',
        ),
      })),
    ),
  };
}

/** Of each mediator the first of her events. */
function onceEach(events: readonly Event[]): Event[] {
  return events.filter(({ who }, i) => events.findIndex((each) => each.who === who) === i);
}

/** Mediators of each row, once each. */
function people(events: readonly Event[]): AuditedRow[] {
  return told(events, (some) => ({
    cases: whoOf(some).size,
    ended: null,
    share: null,
    median: null,
  }));
}

/** The nearest-rank median of those that have ended. */
function durations(events: readonly (Event & { readonly time: number | null })[]): AuditedRow[] {
  return told(events, (some) => {
    const ended = some.filter(({ time }) => time !== null);
    const sorted = ended.map(({ time }) => time!).toSorted((a, b) => a - b);
    const isTold = whoOf(ended).size >= FEWEST;
    const areBoth = isTold && whoOf(some).size - whoOf(ended).size >= FEWEST;
    return {
      cases: some.length,
      ended: areBoth ? ended.length : null,
      share: null,
      median: isTold ? Math.round(sorted[Math.ceil(sorted.length / 2) - 1]!) : null,
    };
  });
}

function outcomes(events: readonly Outcome[]): AuditedRow[] {
  const [hits, misses] = [true, false].map((side) => events.filter(({ hit }) => hit === side));
  const isTold = [hits!, misses!].every((side) => whoOf(side).size >= FEWEST);
  return told(events, (some) => {
    const ended = some.filter(({ hit }) => hit).length;
    return {
      cases: some.length,
      ended: isTold ? ended : null,
      share: isTold ? ended / some.length : null,
      median: null,
    };
  });
}

/**
 * Days at work, from the first to the end of the quarter, among all days of mediators who are there on every one: mediators in steps
 * of five, and five per cent.
 */
function daysInUse(
  counted: readonly string[],
  begun: readonly { readonly who: string; readonly began: Date }[],
  { first, before }: { readonly first: Date; readonly before: Date },
): AuditedRow {
  const daysFrom = (day: Date) => (before.getTime() - startOf(dayOf(day)).getTime()) / DAY;
  const ended = [...whoOf(begun)]
    .map((who) =>
      Math.max(...begun.filter((one) => one.who === who).map((one) => daysFrom(one.began))),
    )
    .reduce((sum, days) => sum + days, 0);
  const share = Math.floor((ended / (counted.length * daysFrom(first))) * 20) / 20;
  const cases = Math.floor(counted.length / FEWEST) * FEWEST;
  return { of: [''], cases, ended: null, share, median: null };
}

/** Each row of five or more; those of fewer as one. Nothing if that one is of fewer still. */
function told<E extends Event>(
  events: readonly E[],
  count: (some: readonly E[]) => Omit<AuditedRow, 'of'>,
): AuditedRow[] {
  const rows = [...new Set(events.map(({ row = '' }) => row))].toSorted();
  const of = (row: string) => events.filter((one) => (one.row ?? '') === row);
  const few = rows.filter((row) => whoOf(of(row)).size < FEWEST);
  const sum = few.flatMap(of);
  if (few.length > 0 && whoOf(sum).size < FEWEST) return [];
  return [
    ...rows.filter((row) => !few.includes(row)).map((row) => ({ of: [row], ...count(of(row)) })),
    ...(few.length > 0 ? [{ of: few, ...count(sum) }] : []),
  ];
}

function whoOf(events: readonly Event[]): Set<string> {
  return new Set(events.map(({ who }) => who));
}
