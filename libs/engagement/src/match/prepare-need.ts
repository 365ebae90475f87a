import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { oncePerRequest } from '#database';
import { admits, type Viewer } from '#identity';
import {
  assumedTerritories,
  canonicalText,
  isPreset,
  PRESET_CODES,
  validateFairness,
  validateNeed,
  withAssumedTerritories,
  withCanonicalCodes,
  withPreset,
  type Need,
  type PresetCode,
} from '#matching';
import { type TerritoryCode } from '#vocabulary';
import { SearchIndex, type TextMatch } from '#search';
import { fairnessNotPermitted } from '../fairness/not-permitted.js';
import type { NeedRequest } from '../need/need-request.js';
import { characterCount, type InputProblem, throwIfProblems } from '#kernel';
import { refusal } from '#messages';
import { CandidatePools } from '../pools/candidate-pools.js';
import { FairGate } from '../pools/fair-gate.js';
import type { PoolReader } from '../pools/pool-threads.js';

/** Most search hits that the TEXT criterion ranks. */
const TEXT_MATCHES = 10_000;

/** Most characters of a free-text brief. */
const LONGEST_BRIEF = 2_000;

/**
 * Briefs that are searched for at a time, and those that wait: of all and of one client. PostgreSQL, which all
 * need, may run on the same machine: half of its processors stay free.
 */
const BRIEFS = {
  atOnce: Math.min(4, Math.max(1, Math.floor(availableParallelism() / 2))),
  waiting: { all: 100, each: 20 },
};

/** A need that can be ranked, and the pool of all that was committed before it was asked. */
export interface PreparedNeed {
  readonly need: Need;
  readonly pool: PoolReader;
  /** Whom the brief finds, as the need names them, and how relevant each is. */
  readonly matches: readonly TextMatch[];
  /** Where the process is, as far as the need left it to be taken from the countries that it wants. */
  readonly assumed: readonly TerritoryCode[];
}

/** Makes what an organizer asks ready for the matching model: the one way in for all that ranks. */
@Injectable()
export class NeedPreparation {
  /** A long brief keeps the search engine busy for some tenths of a second, and then a thread of the pools. */
  private readonly briefs = new FairGate(BRIEFS.atOnce, BRIEFS.waiting);

  constructor(
    private readonly pools: CandidatePools,
    private readonly search: SearchIndex,
  ) {}

  /**
   * The pool holds what the viewer's clearance may see, and nothing else.
   *
   * @throws InvalidInputError with every problem of the need
   */
  async prepare(viewer: Viewer, request: NeedRequest): Promise<PreparedNeed> {
    const { brief, preset, wanted: _wanted, ledger: _, insiders, fairness, ...criteria } = request;
    const canonical = withCanonicalCodes({ ...criteria, id: request.id ?? UNNAMED });
    const assumed = assumedTerritories(canonical);
    const placed = withAssumedTerritories(canonical);
    const requested: Need = insiders ? withInsiders(viewer, placed) : placed;
    const text = brief?.trim();
    if (text) requested.soft = { ...requested.soft, text: { matches: [] } };
    throwIfProblems([
      ...tooLong(text),
      ...unknown(preset),
      ...notPermitted(viewer, requested),
      ...validateNeed(requested),
      ...validateFairness(fairness),
    ]);
    throwIfProblems(fairnessNotPermitted(viewer, fairness));
    const need = preset === undefined ? requested : withPreset(requested, preset);
    // A preset may weigh all that is stated by 0.
    throwIfProblems(preset === undefined ? [] : validateNeed(need));
    if (request.id === undefined) need.id = digest(need, text ?? '');

    let matches: readonly TextMatch[] = [];
    if (text) {
      // The same brief in many fields of one document is looked for once, and found women are held once.
      const { clearance } = viewer;
      const found = await oncePerRequest(`brief ${clearance} ${text}`, async () => {
        const { matches: all } = await this.briefs.run(() =>
          this.search.matches(clearance, text, TEXT_MATCHES),
        );
        return { all, ids: all.map(({ id }) => id) };
      });
      matches = found.all;
      need.soft = { ...need.soft, text: { matches: found.ids } };
    }
    await this.pools.catchUp();
    const pool = this.pools.pool(viewer.clearance);
    return { need, pool: text ? this.inBriefQueue(pool) : pool, matches, assumed };
  }

  /** Whom a brief finds is ranked in the same turns, so that briefs never keep more than their share busy. */
  private inBriefQueue(pool: PoolReader): PoolReader {
    return { ask: (...question) => this.briefs.run(() => pool.ask(...question)) };
  }
}

/** A need from a file may name anything. */
function unknown(preset: PresetCode | undefined): InputProblem[] {
  if (preset === undefined || isPreset(preset)) return [];
  const message = refusal('needs.presets', { options: PRESET_CODES.join(', ') });
  return [{ path: 'preset', code: 'UNKNOWN', message }];
}

function tooLong(brief = ''): InputProblem[] {
  const length = characterCount(brief);
  if (length <= LONGEST_BRIEF) return [];
  const message = refusal('match.brief', { most: LONGEST_BRIEF, length });
  return [{ path: 'brief', code: 'TOO_LONG', message }];
}

/** Parts of a need that are about nationality and residence. */
const OF_ORIGIN = [
  [
    'hard.conflictOfInterest.territories',
    (need: Need) => need.hard.conflictOfInterest?.territories,
  ],
  ['soft.origin', (need: Need) => need.soft.origin?.territories],
] as const;

/**
 * A criterion must not tell what a field would not: nationality and residence are not public, so
 * asking who is excluded by them, or who earns by them, is not either.
 */
function notPermitted(viewer: Viewer, need: Need): InputProblem[] {
  if (admits(viewer.clearance, 'VETTED')) return [];
  const message = refusal('match.verifiedResidence');
  return OF_ORIGIN.filter(([, named]) => (named(need)?.length ?? 0) > 0).map(([path]) => ({
    path,
    code: 'NOT_PERMITTED',
    message,
  }));
}

/**
 * A need for an insider mediator: model 2 looks for women of the place of the process, where the need names one and says
 * nothing else of nationality and residence, and the viewer may see them. In model 1 nothing earns score by that.
 */
function withInsiders(viewer: Viewer, need: Need): Need {
  const { territories = [], version, soft } = need;
  const says = version !== 2 || soft.origin || territories.length === 0;
  if (says || !admits(viewer.clearance, 'VETTED')) return need;
  return { ...need, soft: { ...soft, origin: { stance: 'insider', territories } } };
}

/** Stands for the digest while a need is checked that has no id. */
const UNNAMED = 'unsaved';

/**
 * A need without an id gets the same one each time, however it is spelt and whether it shall be fair or
 * not, and so the same order among equals.
 */
function digest(need: Need, brief: string): string {
  return createHash('sha256').update(canonicalText(need, brief)).digest('hex').slice(0, 32);
}
