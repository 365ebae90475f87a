import { Database, listPage } from '#database';
import { hidden, recordAudit, type Viewer } from '#identity';
import type { ListPage, ListResult } from '#kernel';
import { refusal } from '#messages';
import { isArea, LOCALES, type Locale } from '#vocabulary';
import { Injectable } from '@nestjs/common';
import { editedActor } from '../access/editing.js';
import { sharedWith, Standings } from '../access/standing.js';
import { ActorEntity } from '../actor/actor.entity.js';
import type { ActorName } from '../actor/views.js';
import { ActorReader } from '../network/actor-reader.js';
import { Checks } from '../records/checks.js';
import { SHARINGS, type Sharing } from '../records/lists.js';
import { hasSmallNumber } from '../records/small-numbers.js';
import { lockedRow, type Seen, writeRow } from '../records/write-row.js';
import { AnalysisEntity, type UsedIn } from './analysis.entity.js';
import {
  ANALYSIS_QUESTIONS,
  ANALYSIS_TIMINGS,
  ANALYSIS_USES,
  type AnalysisQuestion,
  type AnalysisTiming,
} from './lists.js';

/** What is written down of an analysis. Days in ISO 8601. */
export interface AnalysisDraft {
  readonly language: Locale;
  readonly title: string;
  /** A code of the vocabulary. */
  readonly territory: string;
  readonly doneOn: string;
  readonly method: string;
  readonly timing: AnalysisTiming;
  readonly office: string;
  /** Answers by their question; a question that is not here was not answered. */
  readonly answers: Readonly<Partial<Record<AnalysisQuestion, string>>>;
  readonly usedIn: readonly UsedIn[];
  readonly sharing: Sharing;
}

export interface AnalysisView extends AnalysisDraft {
  readonly id: string;
  readonly actor: ActorName;
  /** Whether an answer has a number below ten. */
  readonly hasSmallNumber: boolean;
  readonly revision: number;
}

/** Which analyses are listed; what is absent restricts nothing. */
export interface AnalysisFilter {
  /** The code of an actor. */
  readonly actor?: string | null;
  /** A code of the vocabulary. */
  readonly territory?: string | null;
}

const LONGEST_NAME = 200;
const LONGEST_TEXT = 4_000;
const MOST_USES = 20;

/** Gender-sensitive conflict analyses, as far as they are shared with the viewer. */
@Injectable()
export class AnalysisService {
  constructor(
    private readonly database: Database,
    private readonly standings: Standings,
    private readonly actors: ActorReader,
  ) {}

  /** In the order in which they were written down. */
  async list(
    viewer: Viewer,
    { actor, territory }: AnalysisFilter,
    page: ListPage,
  ): Promise<ListResult<AnalysisView>> {
    const { manager } = this.database;
    const ids = actor
      ? (await manager.findBy(ActorEntity, { code: actor })).map(({ id }) => id)
      : null;
    const shared = sharedWith<AnalysisEntity>(await this.standings.of(viewer), ids);
    const where = shared.map((each) => ({ ...each, ...(territory ? { territory } : {}) }));
    const result = await listPage(manager.getRepository(AnalysisEntity), 'id', { where }, page);
    return { ...result, items: await this.views(result.items) };
  }

  /** @throws NotFoundError, NotPermittedError */
  async byId(viewer: Viewer, id: string): Promise<AnalysisView> {
    const shared = sharedWith<AnalysisEntity>(await this.standings.of(viewer));
    const found = await this.database.manager.findOneBy(
      AnalysisEntity,
      shared.map((each) => ({ ...each, id })),
    );
    if (!found) throw hidden(viewer, 'analysis');
    const [view] = await this.views([found]);
    return view!;
  }

  /**
   * Writes an analysis of an actor down, or changes one.
   *
   * @param code of the actor
   * @param seen the one that is changed; null for a new one
   * @throws NotFoundError, NotPermittedError, ConflictError, InvalidInputError
   */
  async save(
    viewer: Viewer,
    code: string,
    seen: Seen | null,
    draft: AnalysisDraft,
  ): Promise<AnalysisView> {
    const id = await this.database.transaction(async (tx) => {
      const { id: actorId } = await editedActor(tx, viewer, code);
      checkAnalysis(draft);
      const held = await lockedRow(tx, viewer, AnalysisEntity, 'analysis', seen, { actorId });
      const { after, record } = await writeRow(tx, AnalysisEntity, 'wps-analysis', held, {
        ...draft,
        answers: { ...draft.answers },
        usedIn: [...draft.usedIn],
        actorId,
      });
      await recordAudit(tx, viewer, [record]);
      return after.id;
    });
    return this.byId(viewer, id);
  }

  private async views(analyses: readonly AnalysisEntity[]): Promise<AnalysisView[]> {
    const names = await this.actors.names(analyses.map(({ actorId }) => actorId));
    return analyses.map(({ actorId, ...analysis }) => ({
      ...analysis,
      actor: names.get(actorId)!,
      hasSmallNumber: hasSmallNumber(Object.values(analysis.answers)),
    }));
  }
}

/** @throws InvalidInputError with every problem by field path */
function checkAnalysis(draft: AnalysisDraft): void {
  const checks = new Checks();
  checks.oneOf('language', draft.language, LOCALES);
  checks.text('title', draft.title, LONGEST_NAME, true);
  const isPlace = isArea(draft.territory);
  checks.unless(isPlace, 'territory', 'UNKNOWN', refusal('wps.noPlace'));
  checks.day('doneOn', draft.doneOn);
  checks.text('method', draft.method, LONGEST_TEXT, true);
  checks.oneOf('timing', draft.timing, ANALYSIS_TIMINGS);
  checks.text('office', draft.office, LONGEST_NAME, true);
  for (const question of ANALYSIS_QUESTIONS) {
    checks.text(`answers.${question}`, draft.answers[question] ?? '', LONGEST_TEXT);
  }
  if (checks.atMost('usedIn', draft.usedIn, MOST_USES)) {
    for (const [i, { kind, text }] of draft.usedIn.entries()) {
      checks.oneOf(`usedIn.${i}.kind`, kind, ANALYSIS_USES);
      checks.text(`usedIn.${i}.text`, text, LONGEST_NAME, true);
    }
  }
  checks.oneOf('sharing', draft.sharing, SHARINGS);
  checks.done();
}
