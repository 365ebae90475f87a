import { type Role, ROLES, TRACKS } from '#vocabulary';
import { bitsOf, itemsOf, processBit, processesOf } from '../bit-sets.js';
import { type Candidate, CANDIDATE_MODES, type CandidateMode } from '../candidate.js';
import { dayAt, dayNumber } from '#kernel';
import { grown } from './arena.js';
import type { StatedField } from './candidate-lists.js';

/** The bits of `flags`. The upper four are tracks. */
export const Flag = { live: 1, consent: 2, published: 4, stale: 8 } as const;
export const TRACK_SHIFT = 4;

/**
 * The bits of `traits`: what teams and fair rankings may ask for, whether `ruledOut` is shown, whether it is shown if she is a
 * mentor, and whether she is.
 */
export const Trait = {
  youngLeader: 1,
  servedOnTrackOne: 2,
  showsRuledOut: 4,
  listed: 8,
  mentor: 16,
} as const;
/** Above them, the number of the working mode from 1; 0 where it is not shown. */
export const MODE_SHIFT = 5;

/** A notice that is not shown. */
export const NO_NOTICE = 0xffff;

/** The bits of `roles` for roles that are stated and for those that are served. */
export function roleMasks(roles: readonly Role[]): { stated: number; served: number } {
  const stated = bitsOf(ROLES, roles);
  return { stated, served: stated << ROLES.length };
}

/** Day 0 cannot be a confirmation, so it says that there was none. */
export const NEVER = 0;

type ColumnFields = Omit<Candidate, 'id' | 'lot' | 'deployed' | StatedField>;

/** What the columns keep of a candidate's lists. */
type Shown = Pick<Candidate, 'ruledOut'>;

/** What has one fixed-size value per candidate: 15 bytes a row. Growing replaces every array. */
export class Columns {
  flags = new Uint8Array(0);
  years = new Uint8Array(0);
  /** Those stated, and above them those served; see `roleMasks`. */
  roles = new Uint32Array(0);
  confirmed = new Uint16Array(0);
  /** For a free row, the next free row. */
  processes = new Uint32Array(0);
  traits = new Uint8Array(0);
  /** Days of notice, or NO_NOTICE. */
  notice = new Uint16Array(0);

  get capacity(): number {
    return this.flags.length;
  }

  get bytes(): number {
    return this.capacity * 15;
  }

  reserve(rows: number): void {
    if (rows <= this.capacity) return;
    this.flags = grown(this.flags, rows);
    this.years = grown(this.years, rows);
    this.roles = grown(this.roles, rows);
    this.confirmed = grown(this.confirmed, rows);
    this.processes = grown(this.processes, rows);
    this.traits = grown(this.traits, rows);
    this.notice = grown(this.notice, rows);
  }

  write(row: number, candidate: ColumnFields & Shown): void {
    this.flags[row] =
      Flag.live |
      (candidate.consentMatched ? Flag.consent : 0) |
      (candidate.state === 'published' ? Flag.published : 0) |
      (candidate.state === 'stale' ? Flag.stale : 0) |
      (bitsOf(TRACKS, candidate.tracks) << TRACK_SHIFT);
    this.years[row] = candidate.years;
    this.roles[row] =
      roleMasks(candidate.rolesStated).stated | roleMasks(candidate.rolesServed).served;
    this.confirmed[row] =
      candidate.confirmedOn === null ? NEVER : dayNumber(candidate.confirmedOn)!;
    this.processes[row] = candidate.processes.reduce(
      (bits, { type, phase }) => bits | processBit(type, phase),
      0,
    );
    this.traits[row] =
      (candidate.youngLeader ? Trait.youngLeader : 0) |
      (candidate.servedOnTrackOne ? Trait.servedOnTrackOne : 0) |
      (candidate.ruledOut === null ? 0 : Trait.showsRuledOut) |
      (typeof candidate.mentor === 'boolean' ? Trait.listed : 0) |
      (candidate.mentor ? Trait.mentor : 0) |
      (modeNumber(candidate.workingMode) << MODE_SHIFT);
    this.notice[row] = candidate.noticeDays ?? NO_NOTICE;
  }

  /** Frees a row, and keeps in it which one is free next. */
  free(row: number, next: number): void {
    this.flags[row] = 0;
    this.processes[row] = next;
  }

  /** The row that was named when this one was freed. */
  nextFree(row: number): number {
    return this.processes[row]!;
  }

  showsRuledOut(row: number): boolean {
    return (this.traits[row]! & Trait.showsRuledOut) !== 0;
  }

  read(row: number): ColumnFields {
    const traits = this.traits[row]!;
    const mode = CANDIDATE_MODES[(traits >> MODE_SHIFT) - 1];
    const notice = this.notice[row]!;
    const flags = this.flags[row]!;
    const confirmed = this.confirmed[row]!;
    return {
      consentMatched: (flags & Flag.consent) !== 0,
      state:
        (flags & Flag.published) !== 0
          ? 'published'
          : (flags & Flag.stale) !== 0
            ? 'stale'
            : 'unpublished',
      rolesStated: itemsOf(ROLES, this.roles[row]!),
      rolesServed: itemsOf(ROLES, this.roles[row]! >>> ROLES.length),
      tracks: itemsOf(TRACKS, flags >> TRACK_SHIFT),
      processes: processesOf(this.processes[row]!),
      years: this.years[row]!,
      confirmedOn: confirmed === NEVER ? null : dayAt(confirmed),
      youngLeader: (traits & Trait.youngLeader) !== 0,
      ...((traits & Trait.servedOnTrackOne) === 0 ? {} : { servedOnTrackOne: true }),
      ...((traits & Trait.listed) === 0 ? {} : { mentor: (traits & Trait.mentor) !== 0 }),
      ...(mode && { workingMode: mode }),
      ...(notice !== NO_NOTICE && { noticeDays: notice }),
    };
  }
}

/** The number of a working mode in `traits`. */
export function modeNumber(mode: CandidateMode | null | undefined): number {
  return mode ? CANDIDATE_MODES.indexOf(mode) + 1 : 0;
}
