import { CLOCK } from '#config';
import { Database, listPage } from '#database';
import { authorise, changeRecord, hidden, recordAudit, type Viewer } from '#identity';
import {
  ConflictError,
  type ListPage,
  type ListResult,
  NotFoundError,
  throwIfProblems,
} from '#kernel';
import { refusal } from '#messages';
import { Inject, Injectable } from '@nestjs/common';
import { And, In, LessThanOrEqual, MoreThanOrEqual, type FindOptionsWhere } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { editedActor } from '../access/editing.js';
import { sharedWith, Standings } from '../access/standing.js';
import { LONGEST_SOURCE } from '../actor/actor-draft.js';
import { ActorEntity } from '../actor/actor.entity.js';
import type { ActorName } from '../actor/views.js';
import { ActorReader } from '../network/actor-reader.js';
import { Checks } from '../records/checks.js';
import { SHARINGS } from '../records/lists.js';
import { hasSmallNumber, isSmallCount } from '../records/small-numbers.js';
import { VIOLENCE_CONCEPTS, type Concept } from './concepts.js';
import { FrameworkEntity } from './framework.entity.js';
import { IndicatorEntity } from './indicator.entity.js';
import { OBSERVATION_STATUSES } from './lists.js';
import { ObservationEntity } from './observation.entity.js';
import { sheetRows, type SheetRow } from './sheet.js';
import type { FrameworkView, IndicatorView, ObservationDraft, ObservationView } from './views.js';

/** Which observations are listed; what is absent restricts nothing. */
export interface ObservationFilter {
  /** The code of an actor. */
  readonly actor?: string | null;
  readonly concept?: Concept | null;
  /** Also those that were corrected. */
  readonly superseded?: boolean;
}

const LONGEST_TEXT = 2_000;
const LONGEST_PART = 200;
const NUMBER = /^-?\d{1,15}(\.\d{1,8})?$/u;

/** Indicators of frameworks, and what actors observe of them. */
@Injectable()
export class ObservationService {
  constructor(
    private readonly database: Database,
    private readonly standings: Standings,
    private readonly actors: ActorReader,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /** All frameworks, in the order of their codes. */
  async frameworks(viewer: Viewer): Promise<FrameworkView[]> {
    authorise(viewer, 'read', { kind: 'wps-actor' });
    return this.database.manager.find(FrameworkEntity, { order: { code: 'ASC' } });
  }

  /** The indicators of a framework in its order; none for an unknown one. */
  async indicators(viewer: Viewer, framework: string): Promise<IndicatorView[]> {
    authorise(viewer, 'read', { kind: 'wps-actor' });
    return this.database.manager.find(IndicatorEntity, {
      where: { framework: { code: framework } },
      relations: { framework: true },
      order: { place: 'ASC', code: 'ASC' },
    });
  }

  /** @throws NotFoundError */
  async indicatorById(viewer: Viewer, id: string): Promise<IndicatorView> {
    authorise(viewer, 'read', { kind: 'wps-actor' });
    const found = await this.database.manager.findOne(IndicatorEntity, {
      where: { id },
      relations: { framework: true },
    });
    if (!found) throw new NotFoundError('indicator');
    return found;
  }

  /** In the order in which they were entered. */
  async list(
    viewer: Viewer,
    { actor, concept, superseded = false }: ObservationFilter,
    page: ListPage,
  ): Promise<ListResult<ObservationView>> {
    const ids = actor ? await this.actorIds(actor) : null;
    const shared = sharedWith<ObservationEntity>(await this.standings.of(viewer), ids);
    const where = shared.map((each) => ({
      ...each,
      ...(concept ? { indicator: { concept } } : {}),
      ...(superseded ? {} : { superseded: false }),
    }));
    const repository = this.database.manager.getRepository(ObservationEntity);
    const relations = { indicator: { framework: true } };
    const result = await listPage(repository, 'id', { where, relations }, page);
    return { ...result, items: await this.views(viewer, result.items) };
  }

  /** @throws NotFoundError, NotPermittedError */
  async byId(viewer: Viewer, id: string): Promise<ObservationView> {
    const shared = sharedWith<ObservationEntity>(await this.standings.of(viewer));
    const found = await this.database.manager.findOne(ObservationEntity, {
      where: shared.map((each) => ({ ...each, id })),
      relations: { indicator: { framework: true } },
    });
    if (!found) throw hidden(viewer, 'observation');
    const [view] = await this.views(viewer, [found]);
    return view!;
  }

  /**
   * What an actor has observed of each indicator of a framework, from observations whose last day lies in a period and that
   * are shared with the viewer. Days in ISO 8601.
   *
   * @throws NotFoundError if there is no such actor
   */
  async sheet(
    viewer: Viewer,
    actor: string,
    framework: string,
    period: { readonly from: string; readonly until: string },
  ): Promise<SheetRow[]> {
    const indicators = await this.indicators(viewer, framework);
    const ids = await this.actorIds(actor);
    if (ids.length === 0) throw new NotFoundError('actor');
    const until = And(MoreThanOrEqual(period.from), LessThanOrEqual(period.until));
    const concept = In([...new Set(indicators.map((one) => one.concept))]);
    const shared = sharedWith<ObservationEntity>(await this.standings.of(viewer), ids);
    const found = await this.database.manager.find(ObservationEntity, {
      where: shared.map((each) => ({
        ...each,
        until,
        indicator: { concept },
        superseded: false,
      })) as FindOptionsWhere<ObservationEntity>[],
      relations: { indicator: { framework: true } },
      order: { id: 'ASC' },
    });
    return sheetRows(indicators, await this.views(viewer, found));
  }

  /**
   * Enters an observation of an actor. Nothing is overwritten: a correction names the one that it supersedes, which stays to
   * be read.
   *
   * @param code of the actor
   * @throws NotFoundError, NotPermittedError, ConflictError if that one was corrected already, InvalidInputError
   */
  async record(
    viewer: Viewer,
    code: string,
    indicatorId: string,
    supersedesId: string | null,
    draft: ObservationDraft,
  ): Promise<ObservationView> {
    const id = uuidv7();
    await this.database.transaction(async (tx) => {
      const actor = await editedActor(tx, viewer, code);
      const indicator = await tx.manager.findOneBy(IndicatorEntity, { id: indicatorId });
      checkObservation(draft, indicator);
      if (supersedesId !== null) {
        // Two corrections at once: the second one waits here, and then finds the first.
        const before = await tx.manager.findOne(ObservationEntity, {
          where: { id: supersedesId, actorId: actor.id, indicatorId },
          lock: { mode: 'pessimistic_write' },
        });
        if (!before) throw hidden(viewer, 'observation');
        if (before.superseded) {
          throw new ConflictError(refusal('wps.corrected'));
        }
        // Else whoever may not read the correction would learn of it by what is gone.
        const isNarrower = SHARINGS.indexOf(draft.sharing) < SHARINGS.indexOf(before.sharing);
        const message = refusal('wps.correctionShared');
        throwIfProblems(isNarrower ? [{ path: 'sharing', code: 'CONTRADICTION', message }] : []);
        await tx.manager.update(ObservationEntity, { id: supersedesId }, { superseded: true });
      }
      const row = { ...draft, id, actorId: actor.id, indicatorId, supersedesId };
      await tx.manager.insert(ObservationEntity, {
        ...row,
        enteredBy: viewer.name,
        enteredAt: this.now(),
      });
      const action = supersedesId === null ? 'wps-observation.enter' : 'wps-observation.correct';
      await recordAudit(tx, viewer, [changeRecord(action, 'wps-observation', null, row)]);
    });
    return this.byId(viewer, id);
  }

  /** An observation that was corrected for more readers than its own is for the others as if it had not been there. */
  private async views(
    viewer: Viewer,
    rows: readonly ObservationEntity[],
  ): Promise<ObservationView[]> {
    const id = In(rows.flatMap(({ supersedesId }) => supersedesId ?? []));
    const shared = sharedWith<ObservationEntity>(await this.standings.of(viewer));
    const before = await this.database.manager.find(ObservationEntity, {
      where: shared.map((each) => ({ ...each, id })),
      select: { id: true },
    });
    const seen = new Set(before.map((one) => one.id));
    const names = await this.actors.names(rows.map(({ actorId }) => actorId));
    return toObservationViews(rows, names).map(({ supersedesId, ...view }) => ({
      ...view,
      supersedesId: supersedesId !== null && seen.has(supersedesId) ? supersedesId : null,
    }));
  }

  private async actorIds(code: string): Promise<string[]> {
    const found = await this.database.manager.findBy(ActorEntity, { code });
    return found.map(({ id }) => id);
  }
}

/** The views of rows, with their indicators. @param names of their actors */
export function toObservationViews(
  rows: readonly ObservationEntity[],
  names: ReadonlyMap<string, ActorName>,
): ObservationView[] {
  return rows.map(({ actorId, enteredAt, enteredBy: _by, indicatorId: _id, ...row }) => ({
    ...row,
    value: plain(row.value),
    numerator: plain(row.numerator),
    denominator: plain(row.denominator),
    hasSmallNumber: tellsOfFew(row),
    actor: names.get(actorId)!,
    enteredAt: enteredAt.toISOString(),
  }));
}

/** Whether people who suffered violence can be counted here, and so few of them that they might be recognized. */
function tellsOfFew(row: ObservationDraft & { readonly indicator: IndicatorEntity }): boolean {
  const { indicator, value, numerator, denominator } = row;
  if (!VIOLENCE_CONCEPTS.includes(indicator.concept)) return false;
  const counts = [indicator.unit === 'count' ? value : null, numerator, denominator];
  return counts.some(isSmallCount) || hasSmallNumber([row.text, row.part, row.methodNote]);
}

/** A number as it was entered: without the zeros with which the database fills its places. */
export function plain(number: string | null): string | null {
  return number?.includes('.') ? number.replace(/\.?0+$/u, '') : number;
}

/** @throws InvalidInputError with every problem by field path */
export function checkObservation(draft: ObservationDraft, indicator: IndicatorEntity | null): void {
  const checks = new Checks();
  checks.unless(indicator !== null, 'indicator', 'UNKNOWN', refusal('wps.noIndicator'));
  checks.days(draft.from, draft.until);
  for (const field of ['value', 'numerator', 'denominator'] as const) {
    const number = draft[field];
    const isNumber = number === null || NUMBER.test(number);
    checks.unless(isNumber, field, 'MALFORMED', refusal('wps.decimal'));
  }
  const isText = indicator?.unit === 'text' || indicator?.unit === 'yes-no';
  if (isText) {
    checks.text('text', draft.text, LONGEST_TEXT, true);
    checks.unless(draft.value === null, 'value', 'CONTRADICTION', refusal('wps.hasNoNumber'));
  } else {
    checks.text('text', draft.text, LONGEST_TEXT);
    checks.unless(draft.value !== null, 'value', 'MISSING', refusal('wps.isNumber'));
  }
  if (indicator?.unit === 'share' && NUMBER.test(draft.value ?? '')) {
    const value = Number(draft.value);
    checks.unless(value >= 0 && value <= 1, 'value', 'OUT_OF_RANGE', refusal('wps.share'));
  }
  checks.unless(
    (draft.numerator === null) === (draft.denominator === null),
    'denominator',
    'CONTRADICTION',
    refusal('wps.bothOrNeither'),
  );
  checks.text('part', draft.part, LONGEST_PART);
  checks.oneOf('status', draft.status, OBSERVATION_STATUSES);
  checks.text('source', draft.source, LONGEST_SOURCE, true);
  checks.text('methodNote', draft.methodNote, LONGEST_TEXT);
  checks.url('url', draft.url);
  checks.oneOf('sharing', draft.sharing, SHARINGS);
  checks.done();
}
