import { refusal } from '#messages';
import { Database, type Transaction } from '#database';
import type { ChangeRecord } from '#identity';
import { REPORTED_METRICS } from '#metrics';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { LONGEST_SOURCE } from '../actor/actor-draft.js';
import { CONCEPT_CODES } from '../indicator/concepts.js';
import { FrameworkEntity } from '../indicator/framework.entity.js';
import type { WordsWritten, Written } from '../indicator/framework-keeper.js';
import { IndicatorEntity } from '../indicator/indicator.entity.js';
import { Checks, type Texts } from '../records/checks.js';
import { writeRow } from '../records/write-row.js';
import { FormEntity, type FormSection } from './form.entity.js';
import { CELL_KINDS, RECORD_LISTS, RHYTHMS, type CellKind, type Rhythm } from './lists.js';
import { ReportEntity } from './report.entity.js';
import { checkStated, heldAfter, type StatedCheck } from '../records/wording-check.js';

/** A form as a file states it. */
export interface FormDraft {
  readonly code: string;
  readonly version: number;
  readonly title: Texts;
  readonly publisher: string;
  readonly rhythm: Rhythm;
  readonly source: string;
  readonly checked: StatedCheck;
  readonly sections: readonly FormSection[];
}

const LONGEST_NAME = 200;
const LONGEST_TEXT = 1_000;
const MOST_SECTIONS = 30;
const MOST_CELLS = 100;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/u;

/** Keeps forms, as files state them. */
@Injectable()
export class FormKeeper {
  constructor(private readonly database: Database) {}

  /** Finds everything that is wrong with forms of a file. @param indicators of the same file, as `un-1325/11a` */
  async check(
    forms: readonly FormDraft[],
    fileIndicators: readonly string[],
    checks: Checks,
  ): Promise<void> {
    if (forms.length === 0) return;
    const { manager } = this.database;
    const held = await manager.find(IndicatorEntity, { relations: { framework: true } });
    const indicators = new Set([
      ...fileIndicators,
      ...held.map(({ framework, code }) => `${framework.code}/${code}`),
    ]);
    const frameworks = new Set([
      ...(await manager.find(FrameworkEntity)).map(({ code }) => code),
      ...[...indicators].map((each) => each.slice(0, each.indexOf('/'))),
    ]);
    const known: Readonly<Record<CellKind, ReadonlySet<string> | null>> = {
      indicator: indicators,
      framework: frameworks,
      concept: new Set(CONCEPT_CODES),
      records: new Set(RECORD_LISTS),
      metric: new Set(REPORTED_METRICS.map(({ code }) => code)),
      scarcity: null,
      narrative: null,
    };
    for (const [i, form] of forms.entries()) {
      const of = checks.at(`forms.${i}.`);
      const isSlug = SLUG.test(form.code) && form.code.length <= 64;
      of.unless(isSlug, 'code', 'MALFORMED', refusal('wps.slug'));
      const isVersion = Number.isInteger(form.version) && form.version > 0;
      of.unless(isVersion, 'version', 'OUT_OF_RANGE', refusal('numbers.fromOne'));
      const same = forms.findIndex(
        ({ code, version }) => code === form.code && version === form.version,
      );
      of.unless(same === i, 'code', 'DUPLICATE', refusal('list.twice'));
      of.texts('title', form.title, LONGEST_NAME, true);
      of.text('publisher', form.publisher, LONGEST_NAME, true);
      of.oneOf('rhythm', form.rhythm, RHYTHMS);
      of.text('source', form.source, LONGEST_SOURCE, true);
      checkStated(form.checked, of.at('checked.'));
      checkSections(form.sections, known, of);
    }
  }

  /** Writes forms that were checked; gives whether each was new or changed. */
  async write(
    tx: Transaction,
    forms: readonly FormDraft[],
    dryRun: boolean,
    records: ChangeRecord[],
  ): Promise<(Written & WordsWritten)[]> {
    const checks = new Checks();
    const written: (Written & WordsWritten)[] = [];
    for (const [i, { code, version, checked, ...draft }] of forms.entries()) {
      const held = await tx.manager.findOneBy(FormEntity, { code, version });
      const columns = { code, version, ...draft, sections: [...draft.sections] };
      const isHeld = ([key, value]: [string, unknown]) =>
        isDeepStrictEqual(held?.[key as keyof FormEntity], value);
      const isSame = held !== null && Object.entries(columns).every(isHeld);
      const check = heldAfter(checked, held, isSame);
      const changes = !isSame || !Object.entries(check).every(isHeld);
      const unchecked = check.checked ? null : `${code} ${version}`;
      written.push({ held: held !== null, changes, unchecked });
      if (!changes) continue;
      // A report that was cleared or submitted by this version must stay what it was. That its words were compared changes none.
      const isUsed =
        held !== null && !isSame && (await tx.manager.existsBy(ReportEntity, { formId: held.id }));
      const message = refusal('wps.nextVersion');
      checks.unless(!isUsed, `forms.${i}.version`, 'CONTRADICTION', message);
      if (dryRun || isUsed) continue;
      const { record } = await writeRow(tx, FormEntity, 'wps-form', held, {
        ...columns,
        ...check,
      });
      records.push(record);
    }
    checks.done();
    return written;
  }
}

function checkSections(
  sections: readonly FormSection[],
  known: Readonly<Record<CellKind, ReadonlySet<string> | null>>,
  checks: Checks,
): void {
  const many = refusal('wps.entriesFromOne', { most: MOST_SECTIONS });
  const isFew = sections.length > 0 && sections.length <= MOST_SECTIONS;
  checks.unless(isFew, 'sections', 'OUT_OF_RANGE', many);
  const cells = sections.flatMap((section) => section.cells);
  const isBearable = cells.length > 0 && cells.length <= MOST_CELLS;
  checks.unless(
    isBearable,
    'sections',
    'OUT_OF_RANGE',
    refusal('wps.mostCells', { most: MOST_CELLS }),
  );
  if (!isFew || !isBearable) return;
  const codes = new Set<string>();
  for (const [i, section] of sections.entries()) {
    checks.texts(`sections.${i}.title`, section.title, LONGEST_NAME, true);
    for (const [j, cell] of section.cells.entries()) {
      const of = checks.at(`sections.${i}.cells.${j}.`);
      of.text('code', cell.code, LONGEST_NAME, true);
      of.unless(!codes.has(cell.code), 'code', 'DUPLICATE', refusal('wps.twoCells'));
      codes.add(cell.code);
      of.oneOf('kind', cell.kind, CELL_KINDS);
      of.texts('label', cell.label, LONGEST_TEXT, cell.kind === 'narrative');
      of.texts('note', cell.note, LONGEST_TEXT);
      const subjects = known[cell.kind] ?? null;
      const isKnown = subjects ? subjects.has(cell.of ?? '') : cell.of === null;
      of.unless(isKnown, 'of', 'UNKNOWN', refusal('wps.cellsKnowNot'));
    }
  }
}
