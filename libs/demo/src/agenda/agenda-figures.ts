import { addDays } from '#kernel';
import type { ObservationDraft, ObservationStatus, Sharing } from '#wps';
import { type AgendaActor, MADE_UP } from './agenda-actors.js';

/** Observations of one indicator by one actor, in the order in which they were entered. */
export interface FigureStory {
  readonly of: AgendaActor;
  readonly framework: string;
  readonly indicator: string;
  readonly sharing: Sharing;
  /** Texts for what is no number; numbers as decimal texts. */
  readonly values: readonly Figure[];
}

interface Figure {
  readonly from: string;
  readonly until: string;
  readonly value: string;
  /** Of how many it is a share. */
  readonly counted?: readonly [numerator: string, denominator: string];
  /** Of whom it is told, where not of the whole. */
  readonly part?: string;
  /** It corrects the one before it. */
  readonly corrects?: boolean;
}

/** Two years of observations: of whole half-years before a year, or of whole years. */
export function agendaFigures(year: number): FigureStory[] {
  const halves = [year - 2, year - 1].flatMap((each) => [
    { from: `${each}-01-01`, until: `${each}-06-30` },
    { from: `${each}-07-01`, until: `${each}-12-31` },
  ]);
  const years = [year - 2, year - 1].map((each) => ({
    from: `${each}-01-01`,
    until: `${each}-12-31`,
  }));
  const of = (
    actor: AgendaActor,
    indicator: string,
    sharing: Sharing,
    values: readonly Figure[],
  ): FigureStory => {
    const [framework = '', code = ''] = indicator.split(' ');
    return { of: actor, framework, indicator: code, sharing, values };
  };
  const byHalf = (...values: readonly string[]): Figure[] =>
    values.map((value, i) => ({ ...halves[i]!, value }));
  const byYear = (...values: readonly string[]): Figure[] =>
    values.map((value, i) => ({ ...years[i]!, value }));
  return [
    of('state', 'un-1325 12a', 'public', [
      { ...halves[0]!, value: '0.21', counted: ['42', '200'] },
      { ...halves[1]!, value: '0.21', counted: ['42', '200'] },
      { ...halves[2]!, value: '0.245', counted: ['49', '200'] },
      { ...halves[3]!, value: '0.26', counted: ['52', '200'] },
      { ...halves[3]!, value: '0.265', counted: ['53', '200'], corrects: true },
    ]),
    of('state', 'un-1325 16', 'public', [
      ...byHalf('0.18', '0.185', '0.19', '0.2'),
      { ...halves[3]!, value: '0.14', part: 'Police' },
      { ...halves[3]!, value: '0.31', part: 'Judges' },
    ]),
    of('state', 'un-1325 11a', 'region', byHalf('0.12', '0.12', '0.17', '0.2')),
    of('state', 'un-1325 20', 'network', byHalf('140', '180', '260', '310')),
    of('state', 'un-1325 22a', 'public', byYear('0.06', '0.09')),
    of('state', 'un-1325 23a', 'public', byYear('0.012', '0.02')),
    of('state', 'un-1325 19', 'own', byYear('0.22', '0.27')),
    of(
      'state',
      'un-1325 15',
      'public',
      byYear('A bill that defines the crime was written.', 'The bill is in its second reading.'),
    ),
    of('state', 'sdg 16.7.1', 'public', byHalf('0.27', '0.27', '0.29', '0.3')),
    of('state', 'sdg 5.c.1', 'public', byYear('No', 'In part: half of the ministries')),
    of('neighbour', 'un-1325 12a', 'public', byHalf('0.17', '0.17', '0.17', '0.19')),
    of('neighbour', 'un-1325 16', 'region', byYear('0.11', '0.12')),
    of('region', 'un-1325 7', 'public', byHalf('0.25', '0.25', '0.33', '0.375')),
    of('region', 'un-1325 10', 'network', byYear('0.4', '0.6')),
  ];
}

/** An observation as it was entered, sixty days after its last day: what is older has been verified. */
export function observationOf(
  { sharing }: FigureStory,
  { from, until, value, counted, part }: Figure,
  isNumber: boolean,
  today: string,
): ObservationDraft {
  const status: ObservationStatus = until < addDays(today, -600) ? 'verified' : 'reported';
  return {
    from,
    until,
    value: isNumber ? value : null,
    text: isNumber ? null : value,
    numerator: counted?.[0] ?? null,
    denominator: counted?.[1] ?? null,
    part: part ?? null,
    status,
    source: MADE_UP,
    methodNote: null,
    url: null,
    sharing,
  };
}
