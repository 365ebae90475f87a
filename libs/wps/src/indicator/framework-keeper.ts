import { refusal } from '#messages';
import { Database, type Transaction } from '#database';
import type { ChangeRecord } from '#identity';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { LONGEST_SOURCE } from '../actor/actor-draft.js';
import { trimmedTexts, type Checks, type Texts } from '../records/checks.js';
import { writeRow } from '../records/write-row.js';
import { checkStated, heldAfter, type StatedCheck } from '../records/wording-check.js';
import { CONCEPT_CODES, type Concept } from './concepts.js';
import { FrameworkEntity } from './framework.entity.js';
import { IndicatorEntity } from './indicator.entity.js';
import {
  DIRECTIONS,
  FITS,
  INDICATOR_LEVELS,
  UNITS,
  type Direction,
  type Fit,
  type IndicatorLevel,
  type Unit,
} from './lists.js';

export interface FrameworkDraft {
  readonly code: string;
  readonly title: Texts;
  readonly publisher: string;
  readonly source: string;
}

export interface IndicatorDraft {
  /** The code of the framework. */
  readonly framework: string;
  readonly code: string;
  readonly text: Texts;
  readonly unit: Unit;
  readonly direction: Direction;
  readonly level: IndicatorLevel;
  readonly concept: Concept;
  readonly fit: Fit;
  readonly fitNote: string | null;
  /** Whether its wording was compared with the document of the framework. */
  readonly checked: StatedCheck;
}

const LONGEST_TEXT = 1_000;
const LONGEST_NAME = 200;

/** Keeps frameworks and their indicators, as files state them. */
@Injectable()
export class FrameworkKeeper {
  constructor(private readonly database: Database) {}

  /** Finds everything that is wrong with frameworks and indicators of a file. */
  async check(
    frameworks: readonly FrameworkDraft[],
    indicators: readonly IndicatorDraft[],
    checks: Checks,
  ): Promise<void> {
    for (const [i, { code, title, publisher, source }] of frameworks.entries()) {
      const of = checks.at(`frameworks.${i}.`);
      const isSlug = /^[a-z0-9]+(-[a-z0-9]+)*$/u.test(code) && code.length <= 64;
      of.unless(isSlug, 'code', 'MALFORMED', refusal('wps.slug'));
      const twice = frameworks.findIndex((other) => other.code === code) < i;
      of.unless(!twice, 'code', 'DUPLICATE', refusal('list.twice'));
      of.texts('title', title, LONGEST_NAME, true);
      of.text('publisher', publisher, LONGEST_NAME, true);
      of.text('source', source, LONGEST_SOURCE, true);
    }
    const held = await this.database.manager.find(FrameworkEntity);
    const known = new Set([...frameworks, ...held].map(({ code }) => code));
    for (const [i, one] of indicators.entries()) {
      const of = checks.at(`indicators.${i}.`);
      const missing = refusal('wps.noFramework');
      of.unless(known.has(one.framework), 'framework', 'UNKNOWN', missing);
      of.text('code', one.code, LONGEST_NAME, true);
      const twice = indicators.findIndex(
        ({ framework, code }) => framework === one.framework && code === one.code,
      );
      of.unless(twice === i, 'code', 'DUPLICATE', refusal('list.twice'));
      of.texts('text', one.text, LONGEST_TEXT, true);
      of.oneOf('unit', one.unit, UNITS);
      of.oneOf('direction', one.direction, DIRECTIONS);
      of.oneOf('level', one.level, INDICATOR_LEVELS);
      of.oneOf('concept', one.concept, CONCEPT_CODES);
      of.oneOf('fit', one.fit, FITS);
      of.text('fitNote', one.fitNote, LONGEST_TEXT, one.fit !== 'same');
      checkStated(one.checked, of.at('checked.'));
    }
  }

  /** Writes frameworks that were checked; gives whether each was new or changed. */
  async writeFrameworks(
    tx: Transaction,
    frameworks: readonly FrameworkDraft[],
    dryRun: boolean,
    records: ChangeRecord[],
  ): Promise<Written[]> {
    const written: Written[] = [];
    for (const { code, title, publisher, source } of frameworks) {
      const held = await tx.manager.findOneBy(FrameworkEntity, { code });
      const columns = { code, title: trimmedTexts(title), publisher, source };
      const changes = !held || !isDeepStrictEqual(pick(held, columns), columns);
      written.push({ held: held !== null, changes });
      if (dryRun || !changes) continue;
      const { record } = await writeRow(tx, FrameworkEntity, 'wps-framework', held, columns);
      records.push(record);
    }
    return written;
  }

  /** The same of indicators. Their places are those in the file. */
  async writeIndicators(
    tx: Transaction,
    indicators: readonly IndicatorDraft[],
    dryRun: boolean,
    records: ChangeRecord[],
  ): Promise<(Written & WordsWritten)[]> {
    const frameworks = await tx.manager.find(FrameworkEntity);
    const written: (Written & WordsWritten)[] = [];
    for (const [place, { framework, text: stated, checked, ...draft }] of indicators.entries()) {
      const frameworkId = frameworks.find(({ code }) => code === framework)?.id;
      const held = frameworkId
        ? await tx.manager.findOneBy(IndicatorEntity, { frameworkId, code: draft.code })
        : null;
      const text = trimmedTexts(stated);
      const check = heldAfter(checked, held, isDeepStrictEqual(held?.text, text));
      const columns = { ...draft, place, text, ...check };
      const changes = !held || !isDeepStrictEqual(pick(held, columns), columns);
      const unchecked = check.checked ? null : `${framework}/${draft.code}`;
      written.push({ held: held !== null, changes, unchecked });
      if (dryRun || !changes) continue;
      const { record } = await writeRow(tx, IndicatorEntity, 'wps-indicator', held, {
        ...columns,
        frameworkId: frameworkId!,
      });
      records.push(record);
    }
    return written;
  }
}

/** Whether there was a row, and whether it is another one now. */
export interface Written {
  readonly held: boolean;
  readonly changes: boolean;
}

/** Of what has a wording: its name if nobody has compared the wording with its document, otherwise null. */
export interface WordsWritten {
  readonly unchecked: string | null;
}

/** Of a row the columns that a draft has. */
function pick(row: object, draft: object): object {
  const columns = row as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.keys(draft).map((key) => [key, columns[key]]));
}
