import { refusal } from '#messages';
import { CLOCK } from '#config';
import { Database, type Transaction } from '#database';
import { authorise, changeRecord, type ChangeRecord, recordAudit, type Viewer } from '#identity';
import { InvalidInputError } from '#kernel';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { ActorEntity } from '../actor/actor.entity.js';
import { IndicatorEntity } from '../indicator/indicator.entity.js';
import { ObservationEntity } from '../indicator/observation.entity.js';
import { checkObservation, plain } from '../indicator/observation.service.js';
import type { ObservationDraft } from '../indicator/views.js';
import { SHARINGS } from '../records/lists.js';
import {
  COLUMN_OF,
  readLine,
  type LineReject,
  type ObservationLine,
  type ReadLine,
} from './observation-lines.js';

/** What an import of observations wrote, or would write. */
export interface ObservationImportReport {
  readonly created: number;
  /** Lines that say something else than what was held: corrections that supersede it. */
  readonly corrected: number;
  readonly unchanged: number;
  readonly rejects: readonly LineReject[];
}

/** Lines in one list: all of them are looked at and written in one transaction. */
const MOST_LINES = 20_000;
const MOST_AT_ONCE = 500;

interface Held {
  readonly id: string;
  readonly draft: ObservationDraft;
}

interface Taken extends ReadLine {
  readonly key: string;
  readonly actorId: string;
  readonly indicatorId: string;
}

/**
 * Brings observations from a list. A line is about an actor, an indicator, a period, a part and a source: what is held of
 * these is corrected where the line says something else, and nothing happens where it says the same. So the same list twice
 * changes nothing. Lines that cannot be taken are told, and the others are written.
 */
@Injectable()
export class ObservationImport {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /**
   * @param dryRun reports what would be written, and writes nothing
   * @throws NotPermittedError; InvalidInputError for a list that is too long
   */
  async apply(
    viewer: Viewer,
    lines: readonly ObservationLine[],
    dryRun = false,
  ): Promise<ObservationImportReport> {
    authorise(viewer, 'keep', { kind: 'wps-actor' });
    if (lines.length > MOST_LINES) {
      const message = refusal('wps.mostLines', { most: MOST_LINES });
      throw new InvalidInputError([{ path: '', code: 'TOO_MANY', message }]);
    }
    return this.database.transaction(async (tx) => {
      const rejects: LineReject[] = [];
      const taken = await this.take(tx, lines, rejects);
      const held = await heldOf(tx, taken);
      const rows: ObservationEntity[] = [];
      const records: ChangeRecord[] = [];
      let [corrected, unchanged] = [0, 0];
      for (const { key, line, draft, actorId, indicatorId } of taken) {
        const before = held.get(key);
        if (before && isSame(before.draft, draft)) {
          unchanged++;
          continue;
        }
        if (before && SHARINGS.indexOf(draft.sharing) < SHARINGS.indexOf(before.draft.sharing)) {
          const message = refusal('wps.correctionShared');
          rejects.push({ line, column: 'sharing', message });
          continue;
        }
        if (before) corrected++;
        const row = {
          ...draft,
          id: uuidv7(),
          actorId,
          indicatorId,
          supersedesId: before?.id ?? null,
        };
        rows.push(
          Object.assign(new ObservationEntity(), row, {
            superseded: false,
            enteredBy: viewer.name,
            enteredAt: this.now(),
          }),
        );
        const action = before ? 'wps-observation.correct' : 'wps-observation.enter';
        records.push(changeRecord(action, 'wps-observation', null, row));
      }
      if (!dryRun && rows.length > 0) await write(tx, rows);
      if (!dryRun) await recordAudit(tx, viewer, records);
      return {
        created: rows.length - corrected,
        corrected,
        unchanged,
        rejects: rejects.toSorted((a, b) => a.line - b.line),
      };
    });
  }

  /** The lines that can be taken; what is wrong with the others goes to the rejects. */
  private async take(
    tx: Transaction,
    lines: readonly ObservationLine[],
    rejects: LineReject[],
  ): Promise<Taken[]> {
    const read = lines.map(readLine);
    const codes = [...new Set(read.map(({ actor }) => actor))];
    // Two imports at once: the second one waits here, and then finds what the first has written.
    await tx.query('SELECT FROM wps_actor WHERE code = ANY($1) ORDER BY id FOR UPDATE', [codes]);
    const actors = await tx.manager.findBy(ActorEntity, { code: In(codes) });
    const actorIds = new Map(actors.map(({ code, id }) => [code, id]));
    const found = await tx.manager.find(IndicatorEntity, { relations: { framework: true } });
    const indicators = new Map(found.map((one) => [`${one.framework.code}/${one.code}`, one]));
    const taken: Taken[] = [];
    const seen = new Set<string>();
    for (const one of read) {
      const indicator = indicators.get(`${one.framework}/${one.indicator}`) ?? null;
      const actorId = actorIds.get(one.actor);
      const wrong = problemsOf(one.draft, indicator);
      if (actorId === undefined) {
        wrong.push({ column: 'actor', message: refusal('wps.noActor') });
      }
      rejects.push(...wrong.map((each) => ({ ...each, line: one.line })));
      if (wrong.length > 0 || actorId === undefined || !indicator) continue;
      const key = keyOf(actorId, indicator.id, one.draft);
      if (seen.has(key)) {
        const message = refusal('wps.sameObservation');
        rejects.push({ line: one.line, column: 'indicator', message });
        continue;
      }
      seen.add(key);
      taken.push({ ...one, key, actorId, indicatorId: indicator.id });
    }
    return taken;
  }
}

function problemsOf(
  draft: ObservationDraft,
  indicator: IndicatorEntity | null,
): Omit<LineReject, 'line'>[] {
  try {
    checkObservation(draft, indicator);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return error.problems.map(({ path, message }) => ({
      column: COLUMN_OF[path] ?? path,
      message,
    }));
  }
}

/** What is held and was not corrected, by what it is about. Of two of one key the later one. */
async function heldOf(tx: Transaction, taken: readonly Taken[]): Promise<Map<string, Held>> {
  const found = await tx.manager.find(ObservationEntity, {
    where: { actorId: In([...new Set(taken.map(({ actorId }) => actorId))]), superseded: false },
    order: { id: 'ASC' },
  });
  return new Map(
    found.map((row) => [keyOf(row.actorId, row.indicatorId, row), { id: row.id, draft: row }]),
  );
}

function keyOf(actorId: string, indicatorId: string, draft: ObservationDraft): string {
  const { from, until, part, source } = draft;
  return JSON.stringify([actorId, indicatorId, from, until, part, source]);
}

function isSame(held: ObservationDraft, stated: ObservationDraft): boolean {
  const numbers = ['value', 'numerator', 'denominator'] as const;
  const words = ['text', 'status', 'methodNote', 'url', 'sharing'] as const;
  return (
    numbers.every((field) => written(held[field]) === written(stated[field])) &&
    words.every((field) => held[field] === stated[field])
  );
}

/** A number in one way of writing: without zeros that say nothing. */
function written(number: string | null): string | null {
  const bare = plain(number)?.replace(/^(-?)0+(?=\d)/u, '$1') ?? null;
  return bare === '-0' ? '0' : bare;
}

async function write(tx: Transaction, rows: readonly ObservationEntity[]): Promise<void> {
  const superseded = rows.flatMap(({ supersedesId }) => supersedesId ?? []);
  await tx.manager.update(ObservationEntity, { id: In(superseded) }, { superseded: true });
  for (let i = 0; i < rows.length; i += MOST_AT_ONCE) {
    await tx.manager.insert(ObservationEntity, rows.slice(i, i + MOST_AT_ONCE));
  }
}
