import type { Experience } from '#directory';
import { InvalidInputError } from '#kernel';
import { refusal } from '#messages';
import { others, type Change } from './deployment-store.js';
import { UNTOUCHED } from './clearance/line.js';
import type { Held, Party } from './held.js';
import {
  checkEdit,
  checkOutcome,
  checkReason,
  checkUntil,
  type EditInput,
  type OutcomeInput,
  type ReasonInput,
} from './inputs.js';

/**
 * Other days, another share of time or another role. Once the days or the share change, she agrees to the terms again:
 * the line is open, and a deployment that was ready is so no more.
 */
export function edited(held: Held, side: Party, input: EditInput): Change {
  const { row, words, lines } = held;
  checkEdit(input, row);
  const { startsOn = row.startsOn, endsOn = row.endsOn, percent = row.percent } = input;
  const { role = row.role, track = row.track, supervisor = words.supervisor } = input;
  const isOther = startsOn !== row.startsOn || endsOn !== row.endsOn || percent !== row.percent;
  return {
    columns: {
      startsOn,
      endsOn,
      firstEndsOn: endsOn,
      percent,
      role,
      track,
      ...(endsOn !== row.endsOn && { toldDays: null }),
    },
    words: { supervisor: supervisor.trim() },
    lines: isOther
      ? lines.map((line) => (line.kind === 'tor-agreed' ? { ...line, ...UNTOUCHED } : line))
      : lines,
    told: others(side),
  };
}

/** It is suspended, cancelled or over before its time. */
export function stopped(side: Party, input: ReasonInput, endedAt: Date | null): Change {
  checkReason(input);
  return {
    columns: {
      reason: input.reason,
      endedBy: side,
      ...(endedAt && { endedAt, proposedUntil: null, proposedBy: null }),
    },
    words: { reason: input.words.trim() },
    told: others(side),
  };
}

/** What came of it. */
export function reported(side: Party, input: OutcomeInput): Change {
  checkOutcome(input);
  const { outcome, outcomeReaders, genderProvisions, genderReaders, source } = input;
  return {
    columns: { outcome, outcomeReaders, genderProvisions, genderReaders },
    words: { outcomeSource: source.trim() },
    told: others(side),
  };
}

/** It is over on its last day: its work is offered for her profile. */
export function completed(held: Held, side: Party, input: OutcomeInput, at: Date): Change {
  const change = reported(side, input);
  return {
    ...change,
    columns: {
      ...change.columns,
      endedAt: at,
      endedBy: null,
      reason: null,
      proposedUntil: null,
      proposedBy: null,
      experience: 'offered',
    },
    words: { ...change.words, reason: '', experience: experienceOf(held, at) },
  };
}

/** A later last day, for another side to accept. */
export function extensionProposed(side: Party, until: string): Change {
  checkUntil(until);
  return {
    columns: { proposedUntil: until, proposedBy: side },
    facts: { until },
    told: others(side),
  };
}

/** The later last day counts. @throws InvalidInputError if it is not the one that was read */
export function extended({ row }: Held, side: Party, until: string): Change {
  if (row.proposedUntil !== until) {
    const message = refusal('deployments.notProposed');
    throw new InvalidInputError([{ path: 'until', code: 'CONTRADICTION', message }]);
  }
  return {
    columns: { endsOn: until, proposedUntil: null, proposedBy: null, toldDays: null },
    facts: { ownProposal: row.proposedBy === side },
    told: others(side),
  };
}

/** The last day stays. Who proposed another one takes it back in this way too. */
export function extensionRefused(side: Party): Change {
  return { columns: { proposedUntil: null, proposedBy: null }, told: others(side) };
}

/**
 * What is offered for her profile. Of a need that is not public it names neither process nor territory: she writes what
 * may be said, and it is nobody's to publish before.
 */
function experienceOf({ row, need }: Held, at: Date): Experience {
  const process = need.confidentiality === 'public' ? need.process : null;
  return {
    processName: process?.name ?? '',
    processType: process?.type ?? null,
    phase: process?.phase ?? null,
    role: row.role,
    track: row.track,
    territory: process && row.territory,
    yearFrom: (row.beganAt ?? at).getUTCFullYear(),
    yearTo: at.getUTCFullYear(),
  };
}
