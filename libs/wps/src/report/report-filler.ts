import { Database } from '#database';
import { translator, type Texts } from '#messages';
import { LOCALES } from '#vocabulary';
import { Injectable } from '@nestjs/common';
import { And, In, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { Standings } from '../access/standing.js';
import { ActorEntity } from '../actor/actor.entity.js';
import { FocalPointEntity } from '../actor/focal-point.entity.js';
import { officeOn } from '../actor/office-on.js';
import type { ActorName } from '../actor/views.js';
import { IndicatorEntity } from '../indicator/indicator.entity.js';
import { ObservationEntity } from '../indicator/observation.entity.js';
import { toObservationViews } from '../indicator/observation.service.js';
import { sheetRows, type SheetRow } from '../indicator/sheet.js';
import type { IndicatorView, ObservationView } from '../indicator/views.js';
import { ActorReader } from '../network/actor-reader.js';
import { SHARINGS } from '../records/lists.js';
import { hasSmallNumber } from '../records/small-numbers.js';
import { answerFor, CommentEntity } from './comment.entity.js';
import {
  isGap,
  isUnchecked,
  type ContentCell,
  type FigureRow,
  type ReportContent,
} from './content.js';
import type { FormCell } from './form.entity.js';
import { MetricTables } from './metric-tables.js';
import { RecordTables } from './record-tables.js';
import type { CellKind, RecordList } from './lists.js';
import type { ReportScope } from './report-scope.js';
import { ScarcityTable } from './scarcity-table.js';
import { ConsultedEntity, type ReportEntity } from './report.entity.js';

/** The list of records beside which words are about sexual violence. */
const AGAINST_VIOLENCE = 'sexual-violence-measures' satisfies RecordList;

/** Cells that observations fill. */
const FIGURE_KINDS: ReadonlySet<CellKind> = new Set(['indicator', 'framework', 'concept']);

/** What fills the places of a report. */
interface Sources {
  readonly scope: ReportScope;
  readonly indicators: readonly IndicatorView[];
  readonly observations: readonly ObservationView[];
  readonly answers: ReportEntity['answers'];
}

/**
 * Puts reports together. A report holds records that are shared at least as widely as itself, whoever reads it: so its readers
 * see one and the same, and it tells nobody what its actor does not share with her.
 */
@Injectable()
export class ReportFiller {
  constructor(
    private readonly database: Database,
    private readonly standings: Standings,
    private readonly actors: ActorReader,
    private readonly records: RecordTables,
    private readonly metrics: MetricTables,
    private readonly scarcity: ScarcityTable,
  ) {}

  /** The content of a report as of now, with the comments that were written for as many. @param report with its form */
  async fill(report: ReportEntity): Promise<ReportContent> {
    const { manager } = this.database;
    const { form, actorId, from, until } = report;
    const scope = scopeOf(report);
    const actor = await manager.findOneByOrFail(ActorEntity, { id: actorId });
    const cells = form.sections.flatMap((section) => section.cells);
    const sources = await this.sources(scope, cells, report.answers);
    const sections = [];
    for (const { title, cells: own } of form.sections) {
      const filled: ContentCell[] = [];
      const isAgainst = own.some(({ of }) => of === AGAINST_VIOLENCE);
      for (const cell of own) filled.push(await this.cell(cell, isAgainst, sources));
      sections.push({ title, cells: filled });
    }
    const comments = await manager.find(CommentEntity, {
      where: { reportId: report.id, sharing: In(scope.sharings) },
      order: { id: 'ASC' },
    });
    const consulted = await manager.findBy(ConsultedEntity, { reportId: report.id });
    const names = await this.actors.names([
      actorId,
      ...[...comments, ...consulted].map((one) => one.actorId),
    ]);
    const named = (id: string) => shortName(names.get(id)!);
    const { code, version, title, publisher, rhythm, source } = form;
    const { checked, checkedAgainst, checkedOn } = form;
    const check = { checked, checkedAgainst, checkedOn };
    const told = { code, version, title, publisher, rhythm, source, ...check };
    return {
      form: told,
      ...(isUnchecked({ form: told, sections }) ? { mark: MARK } : {}),
      actor: named(actorId),
      fictional: actor.fictional,
      from,
      until,
      preparedOn: this.standings.today(),
      owedBy: await this.office(scope),
      sections,
      consulted: consulted
        .map((one) => named(one.actorId))
        .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
      comments: comments.map((comment) => ({
        by: named(comment.actorId),
        cell: comment.cell,
        words: comment.words,
        answer: answerFor(comment, scope.sharings).answer,
      })),
    };
  }

  /**
   * Of some cells the indicators (as `un-1325/11a`) and concepts that would be printed as missing, in the order of the cells, and the
   * office that owes them.
   */
  async missing(
    scope: ReportScope,
    cells: readonly FormCell[],
  ): Promise<{ readonly names: readonly string[]; readonly owedBy: string | null }> {
    const figures = cells.filter(({ kind }) => FIGURE_KINDS.has(kind));
    const sources = await this.sources(scope, figures, {});
    const filled = await Promise.all(figures.map((cell) => this.cell(cell, false, sources)));
    const rows = filled.flatMap((cell) => (cell.kind === 'figures' ? cell.rows : []));
    return {
      names: rows.filter(isGap).map((row) => row.of),
      owedBy: await this.office(scope),
    };
  }

  private async sources(
    scope: ReportScope,
    cells: readonly FormCell[],
    answers: ReportEntity['answers'],
  ): Promise<Sources> {
    const indicators = await this.indicators(cells);
    const observations = await this.observations(scope, cells, indicators);
    return { scope, indicators, observations, answers };
  }

  /** @param isAgainst whether it stands beside measures against sexual violence */
  private async cell(cell: FormCell, isAgainst: boolean, sources: Sources): Promise<ContentCell> {
    const { code, label, note, of } = cell;
    const head = { code, of, label, note };
    switch (cell.kind) {
      case 'narrative': {
        const texts = sources.answers[code] ?? {};
        const small = isAgainst && hasSmallNumber(Object.values(texts));
        return { ...head, kind: 'narrative', texts, ...(small ? { small } : {}) };
      }
      case 'records': {
        const table = await this.records.table(of!, sources.scope);
        return { ...head, kind: 'table', ...table };
      }
      case 'metric': {
        const table = await this.metrics.table(of!, sources.scope);
        return { ...head, kind: 'table', ...table };
      }
      case 'scarcity': {
        const table = await this.scarcity.table(sources.scope);
        return { ...head, kind: 'table', ...table };
      }
      case 'concept':
        return { ...head, kind: 'figures', rows: conceptRows(of!, sources) };
      default: {
        const asked = sources.indicators.filter((one) =>
          cell.kind === 'framework' ? one.framework.code === of : nameOf(one) === of,
        );
        const rows = sheetRows(asked, sources.observations).map(toFigureRow);
        return { ...head, kind: 'figures', rows };
      }
    }
  }

  /** Those of the frameworks that the cells name, in their order. */
  private async indicators(cells: readonly FormCell[]): Promise<IndicatorView[]> {
    const frameworks = cells.flatMap(({ kind, of }) => {
      if (kind === 'framework') return [of!];
      return kind === 'indicator' ? [of!.slice(0, of!.indexOf('/'))] : [];
    });
    if (frameworks.length === 0) return [];
    return this.database.manager.find(IndicatorEntity, {
      where: { framework: { code: In([...new Set(frameworks)]) } },
      relations: { framework: true },
      order: { place: 'ASC', code: 'ASC' },
    });
  }

  private async observations(
    { actorId, from, until, sharings }: ReportScope,
    cells: readonly FormCell[],
    indicators: readonly IndicatorView[],
  ): Promise<ObservationView[]> {
    const concepts = new Set<string>(indicators.map(({ concept }) => concept));
    for (const { kind, of } of cells) if (kind === 'concept') concepts.add(of!);
    if (concepts.size === 0) return [];
    const found = await this.database.manager.find(ObservationEntity, {
      where: {
        actorId,
        sharing: In([...sharings]),
        superseded: false,
        until: And(MoreThanOrEqual(from), LessThanOrEqual(until)),
        indicator: { concept: In([...concepts]) },
      },
      relations: { indicator: { framework: true } },
      order: { id: 'ASC' },
    });
    return toObservationViews(found, await this.actors.names([actorId]));
  }

  /** The office of the focal point of the last day; the latest where there was none. */
  private async office({ actorId, until, sharings }: ReportScope): Promise<string | null> {
    const terms = await this.database.manager.find(FocalPointEntity, {
      where: { actorId, sharing: In([...sharings]) },
      order: { from: 'ASC', id: 'ASC' },
    });
    return officeOn(terms, until) ?? terms.at(-1)?.office ?? null;
  }
}

/** What a report may hold: of its period, and shared at least as widely as itself. */
export function scopeOf({ actorId, from, until, sharing }: ReportEntity): ReportScope {
  return { actorId, from, until, sharings: SHARINGS.slice(SHARINGS.indexOf(sharing)) };
}

function shortName({ code, kind, names }: ActorName): Pick<ActorName, 'code' | 'kind' | 'names'> {
  return { code, kind, names };
}

function nameOf({ framework, code }: IndicatorView): string {
  return `${framework.code}/${code}`;
}

function toFigureRow({ indicator, observation, caveats }: SheetRow): FigureRow {
  return {
    of: nameOf(indicator),
    text: indicator.text,
    unit: observation?.indicator.unit ?? indicator.unit,
    ...valueOf(observation),
    caveats: caveats.map(({ indicator: one, fit, note }) => ({ of: nameOf(one), fit, note })),
    ...marksOf(indicator, observation),
  };
}

/** What answers a concept: the observation that comes first among all of its indicators, with what differs in it. */
function conceptRows(concept: string, { observations }: Sources): FigureRow[] {
  const known = observations.filter(({ indicator }) => indicator.concept === concept);
  const fits = known.map(({ indicator }) => indicator);
  // A stand-in that no observation was made by: every one is compared by its fit, and none comes first as its own.
  const [first] = fits;
  const asked = first && { ...first, id: '', fit: 'same' as const, fitNote: null };
  const [row] = asked ? sheetRows([asked], known) : [];
  const observation = row?.observation ?? null;
  const caveats = row?.caveats ?? [];
  return [
    {
      of: concept,
      text: observation?.indicator.text ?? {},
      unit: observation?.indicator.unit ?? null,
      ...valueOf(observation),
      caveats: caveats.map(({ indicator, fit, note }) => ({ of: nameOf(indicator), fit, note })),
      ...marksOf(observation?.indicator ?? null, observation),
    },
  ];
}

/** That words were not compared with their document, in each language. */
const MARK: Texts = Object.fromEntries(
  LOCALES.map((locale) => [locale, translator('wps', locale)('report.mark')]),
);

/** What is told of a figure beside its value. */
function marksOf(
  indicator: IndicatorView | null,
  observation: ObservationView | null,
): Pick<FigureRow, 'unchecked' | 'small'> {
  return {
    ...(indicator?.checked === false ? { unchecked: true } : {}),
    ...(observation?.hasSmallNumber ? { small: true } : {}),
  };
}

function valueOf(observation: ObservationView | null) {
  return {
    value: observation?.value ?? null,
    words: observation?.text ?? null,
    from: observation?.from ?? null,
    until: observation?.until ?? null,
    status: observation?.status ?? null,
    source: observation?.source ?? null,
  };
}
