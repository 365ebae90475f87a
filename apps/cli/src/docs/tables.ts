import { INTRODUCTION_STEPS, SHOWN_STEPS } from '#introductions';
import { APPLICATION_STEPS, CALL_STEPS } from '#applications';
import { settingsTable } from '#config';
import { retentionTable, TABLE_OWNERS } from '#database';
import { baselineTable, CareerReport, careerSet, networksTable } from '#demo';
import { DAYS_BEFORE_START, DEPLOYMENT_STEPS, LINE_KINDS, lineKind } from '#deployments';
import { columnsTable, completenessTable, stepsTable } from '#directory';
import { FEEDBACK_REASONS, goesWith, NEED_STEPS, VERDICTS } from '#engagement';
import { LINK_PURPOSES, LINK_RULES, policyTable } from '#identity';
import {
  CRITERIA,
  type Criterion,
  FINDINGS,
  type FindingCode,
  LATER_CRITERIA,
  MODEL,
  MODEL_2,
  PRESET_CODES,
  PRESETS,
  presetText,
} from '#matching';
import { pattern } from '#messages';
import { entries, sources, type VocabularyEntry, type VocabularyKind } from '#vocabulary';

/** The report on the second judged set, measured once. */
let report: Promise<CareerReport> | null = null;
const careers = () => (report ??= CareerReport.of(careerSet()));

/** Tenths as a number. */
const inTenths = (tenths: number) => (tenths / 10).toFixed(1);

/** What only model 2 knows has the same weight in every preset. */
const EARLIER: readonly Criterion[] = CRITERIA.slice(0, -LATER_CRITERIA.length);

/** The parts of the pages under docs/ that are made from the program itself, by name. */
export const TABLES: Readonly<Record<string, () => string | Promise<string>>> = {
  settings: settingsTable,
  policies: policyTable,
  retention: retentionTable,
  'import-columns': columnsTable,
  'profile-steps': stepsTable,
  completeness: completenessTable,
  'evaluation-baseline': baselineTable,
  'evaluation-networks': networksTable,
  'careers-quality': async () => (await careers()).quality(),
  'careers-second': async () => (await careers()).qualityBySecond(),
  'careers-rounds': async () => (await careers()).rounds(),
  'careers-added': async () => (await careers()).added(),
  'careers-briefs': async () => (await careers()).briefs(),
  'careers-kinds': async () => (await careers()).kinds(),
  'careers-kinds-added': async () => (await careers()).kindsOfAdded(),
  'careers-fairness': async () => (await careers()).fairness(),
  'careers-agreement': async () => (await careers()).agreement(),
  'table-owners': () =>
    Object.entries(TABLE_OWNERS)
      .map(([owner, tables]) => `- **${owner}**: ${tables.map((name) => `\`${name}\``).join(', ')}`)
      .join('\n'),
  'link-rules': () =>
    table(
      ['link', 'works', 'ends with her address', 'ends with her account', 'also ends when'],
      LINK_PURPOSES.map((purpose) => {
        const { works, boundToAddress, endsWithAccount, alsoEnds } = LINK_RULES[purpose];
        const said = (it: boolean) => (it ? 'yes' : '');
        return [`\`${purpose}\``, works, said(boundToAddress), said(endsWithAccount), alsoEnds];
      }),
    ),
  'need-steps': () => steps(NEED_STEPS),
  'introduction-steps': () => steps(INTRODUCTION_STEPS),
  'introduction-shown-steps': () => steps(SHOWN_STEPS),
  'call-steps': () => steps(CALL_STEPS, 'call'),
  'application-steps': () => steps(APPLICATION_STEPS, 'application'),
  'deployment-steps': () => steps(DEPLOYMENT_STEPS),
  'clearance-lines': () =>
    table(
      ['line', 'from', 'owner', 'due', 'guards her', 'tells of her'],
      LINE_KINDS.map(({ code, from, owner, due }) => [
        `\`${code}\``,
        from,
        owner,
        `${DAYS_BEFORE_START[due]} days before`,
        lineKind(code).protects ? 'yes' : '',
        lineKind(code).personal ? 'yes' : '',
      ]),
    ),
  'need-presets': () =>
    table(
      ['preset', ...EARLIER, 'why'],
      PRESET_CODES.map((code) => {
        const { title, reason } = presetText(code, 'en');
        const weights = EARLIER.map((criterion) => String(PRESETS[code].weights[criterion]));
        return [`\`${code}\`: ${title}`, ...weights, reason];
      }),
    ),
  'later-weights': () =>
    table(
      ['criterion', 'model 1', 'model 2'],
      CRITERIA.map((criterion) => [
        criterion,
        EARLIER.includes(criterion) ? String(MODEL.weights[criterion]) : '',
        String(MODEL_2.weights[criterion]),
      ]),
    ),
  'later-unstated': () =>
    table(
      ['criterion', 'value'],
      Object.entries(MODEL_2.unstated).map(([criterion, tenths]) => [criterion, inTenths(tenths)]),
    ),
  'later-credits': () =>
    table(
      ['what', 'model 1', 'model 2'],
      [
        ['REGION: a land neighbour', inTenths(7), inTenths(MODEL_2.region[7]!)],
        ['REGION: one regional community or sub-region', inTenths(5), inTenths(MODEL_2.region[5]!)],
        ['REGION: one continent', inTenths(2), inTenths(MODEL_2.region[2]!)],
        ['EXPERTISE: only the domain', inTenths(5), inTenths(MODEL_2.expertise[5]!)],
        ['EXPERTISE: another topic of the domain', inTenths(3), inTenths(MODEL_2.expertise[3]!)],
        ['a place that is listed', inTenths(10), inTenths(MODEL_2.listed.REGION)],
        ['a field that is listed', inTenths(10), inTenths(MODEL_2.listed.EXPERTISE)],
        ...MODEL_2.recency.map(({ years, tenths }) => [
          years === Infinity
            ? 'a deployment that ended earlier'
            : `a deployment that ended up to ${years} years ago`,
          '',
          inTenths(tenths),
        ]),
        ['a deployment without a year', '', inTenths(MODEL_2.undated)],
      ],
    ),
  'need-findings': () =>
    table(
      ['code', 'kind', 'what is said'],
      Object.entries(FINDINGS).map(([code, kind]) => [
        code,
        kind,
        pattern('findings', 'en', code as FindingCode).replaceAll(/\{(\w+)[^{}]*\}/g, '{$1}'),
      ]),
    ),
  'feedback-reasons': () =>
    table(
      ['reason', 'goes with'],
      FEEDBACK_REASONS.map((reason) => [
        `\`${reason}\``,
        VERDICTS.filter((verdict) => goesWith(reason, verdict)).join(', '),
      ]),
    ),
  'vocabulary-sources': () =>
    table(
      ['list', 'entries', 'source', 'as of'],
      sources().map(({ kind, source, asOf }) => [
        kind,
        String(entries(kind).filter((entry) => entry.source === source).length),
        source,
        asOf,
      ]),
    ),
  proficiency: () => listed('proficiency'),
  expertise: () =>
    table(
      ['code', 'label', 'meaning'],
      entries('expertise').map(({ code, labels, definition }) => [
        `\`${code}\``,
        labels.en,
        definition ?? '',
      ]),
    ),
  groupings: () =>
    table(
      ['code', 'label', 'members', 'source', 'as of'],
      entries('grouping').map(({ code, labels, members, source, asOf, verify }) => [
        `\`${code}\``,
        labels.en,
        `${members.length}`,
        `${source}${verify ? ' **(verify: published lists differ)**' : ''}`,
        asOf,
      ]),
    ),
  tracks: () => listed('track'),
  roles: () => listed('role'),
  phases: () => listed('phase'),
  'process-types': () => listed('process-type'),
};

/** The transitions of a life cycle: step, states before, state after. */
function steps<Name extends string>(
  machine: {
    readonly names: readonly Name[];
    transition(name: Name): { readonly from: readonly string[]; readonly to: string | null };
  },
  subject = '',
): string {
  return table(
    [`${subject} step`.trim(), 'from', 'to'],
    machine.names.map((name) => {
      const { from, to } = machine.transition(name);
      return [name, from.join(', '), to ?? 'the same'];
    }),
  );
}

function listed(kind: VocabularyKind): string {
  const spellings = ({ aliases }: VocabularyEntry) => aliases.join(', ');
  return table(
    ['code', 'label', 'meaning', 'also understood'],
    entries(kind).map((entry) => [
      `\`${entry.code}\``,
      entry.labels.en,
      entry.definition ?? '',
      spellings(entry),
    ]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
