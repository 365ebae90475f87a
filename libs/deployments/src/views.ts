import type { Experience } from '#directory';
import type { Engagement, Terms, TermsMode } from '#introductions';
import type { Role, Support, Track } from '#vocabulary';
import type { CheckInChannel, CheckInState } from './check-in/lists.js';
import type { DueBefore, LineCode, LineOwner, Setting } from './clearance/kinds.js';
import { dueOn, type Line } from './clearance/line.js';
import type { LineState } from './clearance/line-steps.js';
import type { DeploymentState } from './deployment/deployment-steps.js';
import type {
  EndReason,
  ExperienceOffer,
  Outcome,
  OutcomeReaders,
  Place,
  Rhythm,
  Side,
} from './deployment/lists.js';
import type { SpokenWord } from './deployment/words.js';
import type { CheckInEntity } from './check-in/check-in.entity.js';
import { unanswered, type Held } from './held.js';

/** What all three sides see of a deployment. Days in ISO 8601. */
interface Seen {
  readonly id: string;
  readonly introductionId: string;
  readonly needId: string;
  readonly place: Place;
  readonly state: DeploymentState;
  readonly mode: TermsMode;
  readonly support: Support | null;
  readonly engagement: Engagement;
  readonly role: Role | null;
  readonly track: Track | null;
  readonly territory: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
  /** The last day before any extension. */
  readonly firstEndsOn: string;
  /** The later last day that a side proposes. */
  readonly proposedUntil: string | null;
  readonly percent: number;
  readonly terms: Terms;
  readonly termsRevision: number;
  readonly supervisor: string;
  readonly beganAt: Date | null;
  readonly endedAt: Date | null;
  readonly outcome: Outcome | null;
  readonly outcomeReaders: OutcomeReaders;
  readonly genderProvisions: boolean | null;
  readonly genderReaders: OutcomeReaders;
  readonly outcomeSource: string;
  readonly createdAt: Date;
}

/** A line as its owner sees it. */
export interface LineView {
  readonly kind: LineCode;
  readonly owner: LineOwner;
  readonly dueBefore: DueBefore;
  /** The day by which it is to be closed. */
  readonly dueOn: string;
  readonly state: LineState;
  readonly handledOn: string | null;
  readonly validUntil: string | null;
  readonly reference: string;
}

/** A line as the desk and she see it. */
export interface WholeLineView extends LineView {
  readonly handledBy: string | null;
  readonly fit: boolean | null;
  /** Opaque names of the two of the desk who waive it. */
  readonly proposedBy: string | null;
  readonly secondedBy: string | null;
  readonly agreedAt: Date | null;
  /** Why it is waived. */
  readonly waiver: string;
}

export interface CheckInView {
  readonly id: string;
  readonly dueAt: Date;
  readonly missedAt: Date;
  readonly state: CheckInState;
  readonly madeAt: Date | null;
  readonly channel: CheckInChannel | null;
  readonly wantsCall: boolean;
}

/**
 * A deployment as the organizer sees it. Nothing here depends on lines of others, on check-ins, incidents or waivers, or
 * on why the other sides ended it.
 */
export interface OrganizerDeployment extends Seen {
  /** Internal id of the woman, for what the organizer may see of her. */
  readonly mediatorId: string;
  /** Whether the organizer proposed the later last day. */
  readonly ownProposal: boolean;
  /** Why the organizer itself, or the program, ended or suspended it; null where another side did. */
  readonly reason: EndReason | null;
  readonly reasonWords: string;
  /** Those that the organizer owns. */
  readonly lines: readonly LineView[];
  readonly revision: number;
}

/** What the desk and she see alike. */
interface WholeDeployment extends Seen {
  readonly proposedBy: Side | null;
  readonly endedBy: Side | null;
  readonly reason: EndReason | null;
  readonly reasonWords: string;
  readonly setting: Setting | null;
  readonly lines: readonly WholeLineView[];
  readonly rhythm: Rhythm;
  readonly checkInTime: string;
  readonly timeZone: string;
  readonly graceHours: number;
  /** The one that is due next, and those that were missed and not answered since. */
  readonly checkIns: readonly CheckInView[];
  readonly experience: ExperienceOffer | null;
  readonly experienceOffered: Experience | null;
  readonly revision: number;
}

/** A deployment as the desk works on it. */
export interface DeskDeployment extends WholeDeployment {
  readonly organizationId: string;
  readonly networkId: string;
  /** Internal id of the woman, whom the desk curates. */
  readonly mediatorId: string;
  readonly needTitle: string;
  readonly organizationName: string;
  /** Whether she has missed a check-in, and has not been heard of since. */
  readonly missing: boolean;
  readonly spoken: readonly SpokenWord[];
}

/** A deployment as she sees it. */
export interface OwnDeployment extends WholeDeployment {
  readonly needTitle: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly networkId: string;
}

export function toOrganizerView(held: Held): OrganizerDeployment {
  const { row, words, lines, her } = held;
  const own = row.endedBy === 'organizer' || row.endedBy === 'system';
  return {
    ...seen(held),
    mediatorId: her.keptId,
    ownProposal: row.proposedBy === 'organizer',
    reason: own ? row.reason : null,
    reasonWords: row.endedBy === 'organizer' ? words.reason : '',
    lines: lines
      .filter(({ owner }) => owner === 'organizer')
      .map((line) => toLineView(line, row.startsOn)),
    revision: row.shownRevision,
  };
}

export function toDeskView(held: Held): DeskDeployment {
  const { row, words, her, need } = held;
  return {
    ...whole(held),
    organizationId: row.organizationId,
    networkId: row.networkId,
    mediatorId: her.keptId,
    needTitle: need.title,
    organizationName: need.organizationName ?? '',
    missing: unanswered(held).length > 0,
    spoken: words.spoken,
  };
}

export function toOwnView(held: Held): OwnDeployment {
  const { row, need } = held;
  return {
    ...whole(held),
    organizationId: row.organizationId,
    organizationName: need.organizationName ?? '',
    networkId: row.networkId,
    needTitle: need.title,
  };
}

function seen({ row, words }: Held): Seen {
  const { id, introductionId, needId, place, state, mode, support, engagement, role, track } = row;
  const { territory, startsOn, endsOn, firstEndsOn, proposedUntil, percent, termsRevision } = row;
  const { beganAt, endedAt, outcome, outcomeReaders, genderProvisions, genderReaders } = row;
  const { terms, supervisor, outcomeSource } = words;
  return {
    id,
    introductionId,
    needId,
    place,
    state,
    mode,
    support,
    engagement,
    role,
    track,
    territory,
    startsOn,
    endsOn,
    firstEndsOn,
    proposedUntil,
    percent,
    terms,
    termsRevision,
    supervisor,
    beganAt,
    endedAt,
    outcome,
    outcomeReaders,
    genderProvisions,
    genderReaders,
    outcomeSource,
    createdAt: row.createdAt,
  };
}

function whole(held: Held): WholeDeployment {
  const { row, words, lines, checkIns } = held;
  const { proposedBy, endedBy, reason, setting, rhythm, checkInTime, timeZone, graceHours } = row;
  return {
    ...seen(held),
    proposedBy,
    endedBy,
    reason,
    reasonWords: words.reason,
    setting,
    lines: lines.map((line) => toWholeLine(line, row.startsOn)),
    rhythm,
    checkInTime,
    timeZone,
    graceHours,
    checkIns: checkIns.map(toCheckIn),
    experience: row.experience,
    experienceOffered: words.experience,
    revision: row.revision,
  };
}

function toLineView(line: Line, startsOn: string): LineView {
  const { kind, owner, dueBefore, state, handledOn, validUntil, words } = line;
  const { reference } = words;
  const due = dueOn(line, startsOn);
  return { kind, owner, dueBefore, dueOn: due, state, handledOn, validUntil, reference };
}

function toWholeLine(line: Line, startsOn: string): WholeLineView {
  const { handledBy, fit, proposedBy, secondedBy, agreedAt, words } = line;
  const { waiver } = words;
  return {
    ...toLineView(line, startsOn),
    handledBy,
    fit,
    proposedBy,
    secondedBy,
    agreedAt,
    waiver,
  };
}

export function toCheckIn(row: CheckInEntity): CheckInView {
  const { id, dueAt, missedAt, state, madeAt, channel, wantsCall } = row;
  return { id, dueAt, missedAt, state, madeAt, channel, wantsCall };
}
