import {
  type InputProblem,
  isTimeOfDay,
  isTimeZone,
  minutesOf,
  type ProblemCode,
  throwIfProblems,
} from '#kernel';
import { refusal, type Sentence } from '#messages';
import { ASK_CHANNELS, type AskChannel } from './ask-channels.js';

/** How a woman wants to be asked. */
export interface Preference {
  /** Name in the IANA database. Times are told to her by its clocks. */
  readonly timeZone: string;
  /** Times of day in her zone between which nothing is sent to her; both null where there are none. They may span midnight. */
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
  readonly channel: AskChannel;
  /** The network whose desk acts for her, where several list her; null where she leaves it to the rule. */
  readonly deskNetworkId: string | null;
}

/** Of a woman who has stated nothing. */
export const NO_PREFERENCE: Preference = {
  timeZone: 'UTC',
  quietFrom: null,
  quietUntil: null,
  channel: 'mail',
  deskNetworkId: null,
};

/** Longer quiet would let an urgent ask of 24 hours pass unread. */
const LONGEST_QUIET_HOURS = 14;

/** A network that can act for her. */
export interface Listing {
  readonly networkId: string;
  readonly hasDesk: boolean;
}

/**
 * @param listings the networks that list her
 * @throws InvalidInputError with every problem by field path
 */
export function checkedPreference(draft: Preference, listings: readonly Listing[]): Preference {
  const { timeZone, quietFrom, quietUntil, channel, deskNetworkId } = draft;
  const problems: InputProblem[] = [];
  const add = (path: string, code: ProblemCode, message: Sentence) =>
    problems.push({ path, code, message });
  if (!ASK_CHANNELS.includes(channel)) {
    add('channel', 'UNKNOWN', refusal('list.oneOf', { options: ASK_CHANNELS.join(', ') }));
  }
  if (!isTimeZone(timeZone)) {
    add('timeZone', 'UNKNOWN', refusal('time.zone'));
  }
  for (const [path, time] of Object.entries({ quietFrom, quietUntil })) {
    if (time !== null && !isTimeOfDay(time)) {
      add(path, 'MALFORMED', refusal('time.ofDay21'));
    }
  }
  if ((quietFrom === null) !== (quietUntil === null)) {
    const path = quietFrom === null ? 'quietFrom' : 'quietUntil';
    add(path, 'MISSING', refusal('time.bothEnds'));
  } else if (quietFrom !== null && quietUntil !== null) {
    if (isTimeOfDay(quietFrom) && isTimeOfDay(quietUntil)) {
      const minutes = quietMinutes(quietFrom, quietUntil);
      if (minutes === 0 || minutes > 60 * LONGEST_QUIET_HOURS) {
        const message = refusal('time.quietHours', { most: LONGEST_QUIET_HOURS });
        add('quietUntil', 'OUT_OF_RANGE', message);
      }
    }
  }
  if (deskNetworkId !== null) {
    const listing = listings.find(({ networkId }) => networkId === deskNetworkId);
    if (!listing) {
      add('deskNetworkId', 'UNKNOWN', refusal('preferences.notListed'));
    } else if (!listing.hasDesk) {
      add('deskNetworkId', 'NOT_ELIGIBLE', refusal('preferences.noDesk'));
    }
  }
  throwIfProblems(problems);
  return { timeZone, quietFrom, quietUntil, channel, deskNetworkId };
}

/**
 * The network whose desk acts for her: the one that she named, as long as it lists her and has a desk; else the one
 * that has listed her longest among those with a desk; else the one that has listed her longest. Null where none does.
 *
 * @param listings the networks that list her, the one that has done so longest first
 */
export function actingNetwork(
  { deskNetworkId }: Pick<Preference, 'deskNetworkId'>,
  listings: readonly Listing[],
): string | null {
  const withDesk = listings.filter(({ hasDesk }) => hasDesk);
  const named = withDesk.find(({ networkId }) => networkId === deskNetworkId);
  return (named ?? withDesk[0] ?? listings[0])?.networkId ?? null;
}

function quietMinutes(from: string, until: string): number {
  const day = 24 * 60;
  return (minutesOf(until) - minutesOf(from) + day) % day;
}
