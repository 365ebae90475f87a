import { refusal } from '#messages';
import { isExpertise, LOCALES } from '#vocabulary';
import { MINISTRIES, OFFICE_POSITIONS } from '../actor/lists.js';
import { Checks } from '../records/checks.js';
import { SHARINGS } from '../records/lists.js';
import {
  BUDGET_STATUSES,
  INVOLVED,
  INVOLVED_HOW,
  INVOLVED_NAMES,
  INVOLVED_STAGES,
  ITEM_KINDS,
  PILLARS,
  PLAN_FOCUSES,
  PLAN_LEVELS,
  PROGRESSES,
} from './lists.js';
import type { BudgetLineDraft, InvolvementDraft, PlanDraft, PlanItemDraft } from './views.js';

const LONGEST_NAME = 200;
const LONGEST_TITLE = 300;
const LONGEST_TEXT = 2_000;
const MOST_THEMES = 20;
const MOST_INDICATORS = 20;
const MOST_GENERATIONS = 20;

/** @throws InvalidInputError with every problem by field path */
export function checkPlan(draft: PlanDraft): void {
  const checks = new Checks();
  checks.oneOf('level', draft.level, PLAN_LEVELS);
  checks.oneOf('focus', draft.focus, PLAN_FOCUSES);
  checks.oneOf('budgetStatus', draft.budgetStatus, BUDGET_STATUSES);
  checks.oneOf('leadPosition', draft.leadPosition, OFFICE_POSITIONS);
  checks.oneOf('leadMinistry', draft.leadMinistry, MINISTRIES);
  checks.oneOf('sharing', draft.sharing, SHARINGS);
  checks.texts('title', draft.title, LONGEST_TITLE, true);
  if (checks.atMost('languages', draft.languages, LOCALES.length)) {
    for (const [i, language] of draft.languages.entries()) {
      checks.oneOf(`languages.${i}`, language, LOCALES);
    }
  }
  const { generation } = draft;
  const counted = Number.isInteger(generation) && generation >= 1 && generation <= MOST_GENERATIONS;
  const message = refusal('numbers.fromTo', { least: 1, most: MOST_GENERATIONS });
  checks.unless(counted, 'generation', 'OUT_OF_RANGE', message);
  checks.day('adopted', draft.adopted);
  checks.days(draft.from, draft.until);
  checks.text('leadOffice', draft.leadOffice, LONGEST_NAME);
  checks.text('coordinationBody', draft.coordinationBody, LONGEST_NAME);
  checks.text('mediatorNomination', draft.mediatorNomination, LONGEST_TEXT);
  checks.url('documentUrl', draft.documentUrl);
  checks.day('reportedOn', draft.reportedOn);
  checks.url('reportUrl', draft.reportUrl);
  checks.done();
}

/** @throws InvalidInputError with every problem by field path */
export function checkItem(draft: PlanItemDraft): void {
  const checks = new Checks();
  checks.oneOf('kind', draft.kind, ITEM_KINDS);
  checks.oneOf('pillar', draft.pillar, PILLARS);
  checks.oneOf('progress', draft.progress, PROGRESSES);
  checks.texts('text', draft.text, LONGEST_TEXT, true);
  checkThemes(draft.themes, checks);
  checks.text('responsible', draft.responsible, LONGEST_NAME);
  checks.text('progressNote', draft.progressNote, LONGEST_TEXT);
  checks.days(draft.from, draft.until);
  const { place, indicators } = draft;
  const placed = Number.isInteger(place) && place >= 0 && place <= 10_000;
  checks.unless(placed, 'place', 'OUT_OF_RANGE', refusal('wps.planNumber'));
  const fit = checks.atMost('indicators', indicators, MOST_INDICATORS);
  for (const [i, indicator] of fit ? indicators.entries() : []) {
    const of = checks.at(`indicators.${i}.`);
    of.text('text', indicator.text, LONGEST_TEXT, true);
    for (const field of ['baseline', 'target', 'source', 'alignedWith'] as const) {
      of.text(field, indicator[field], LONGEST_NAME);
    }
  }
  checks.done();
}

export function checkThemes(themes: readonly string[], checks: Checks): void {
  if (!checks.atMost('themes', themes, MOST_THEMES)) return;
  for (const [i, theme] of themes.entries()) {
    const path = `themes.${i}`;
    checks.unless(isExpertise(theme), path, 'UNKNOWN', refusal('wps.noTopic'));
    checks.unless(themes.indexOf(theme) === i, path, 'DUPLICATE', refusal('wps.topicOnce'));
  }
}

/** @throws InvalidInputError with every problem by field path */
export function checkBudgetLine(draft: BudgetLineDraft): void {
  const checks = new Checks();
  const { year, currency, marker } = draft;
  const isYear = Number.isInteger(year) && year >= 2000 && year <= 2100;
  checks.unless(isYear, 'year', 'OUT_OF_RANGE', refusal('wps.planYear'));
  const isCurrency = /^[A-Z]{3}$/u.test(currency);
  checks.unless(isCurrency, 'currency', 'MALFORMED', refusal('wps.currency'));
  const amounts = ['planned', 'allocated', 'spent'] as const;
  for (const field of amounts) {
    const amount = draft[field];
    checks.unless(
      amount === null || /^\d{1,16}(\.\d{1,2})?$/u.test(amount),
      field,
      'MALFORMED',
      refusal('wps.amount'),
    );
  }
  const stated = amounts.some((field) => draft[field] !== null);
  checks.unless(stated, 'planned', 'MISSING', refusal('wps.statePlanned'));
  const isMarker = marker === null || [0, 1, 2].includes(marker);
  checks.unless(isMarker, 'marker', 'OUT_OF_RANGE', refusal('wps.marker'));
  checks.text('source', draft.source, LONGEST_NAME);
  checks.done();
}

/** @throws InvalidInputError with every problem by field path */
export function checkInvolvement(draft: InvolvementDraft, actorIsKnown: boolean): void {
  const checks = new Checks();
  checks.oneOf('who', draft.who, INVOLVED);
  checks.oneOf('stage', draft.stage, INVOLVED_STAGES);
  checks.oneOf('how', draft.how, INVOLVED_HOW);
  checks.text('name', draft.name, LONGEST_NAME, true);
  checks.oneOf('named', draft.named, INVOLVED_NAMES);
  checks.day('agreedOn', draft.agreedOn);
  const isPerson = draft.named === 'person';
  const message = refusal('wps.personNamed');
  checks.unless(!isPerson || draft.agreedOn !== null, 'agreedOn', 'MISSING', message);
  const ofBody = refusal('wps.onlyPersonAgrees');
  checks.unless(isPerson || draft.agreedOn === null, 'agreedOn', 'CONTRADICTION', ofBody);
  const isBody = draft.actor === null || !isPerson;
  checks.unless(isBody, 'named', 'CONTRADICTION', refusal('wps.actorIsBody'));
  checks.text('evidence', draft.evidence, LONGEST_TEXT);
  checks.unless(actorIsKnown, 'actor', 'UNKNOWN', refusal('wps.noActor'));
  checks.done();
}
