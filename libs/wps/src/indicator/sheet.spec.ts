import { describe, expect, it } from '@jest/globals';
import { sheetRows } from './sheet.js';
import type { IndicatorView, ObservationView } from './views.js';

const indicator = (id: string, more: Partial<IndicatorView> = {}): IndicatorView => ({
  id,
  framework: { code: id.slice(0, 2), title: {}, source: 'A report' },
  code: id,
  text: { en: id },
  unit: 'share',
  direction: 'up',
  level: 'national',
  concept: 'women-in-parliament',
  fit: 'same',
  fitNote: null,
  checked: true,
  checkedAgainst: null,
  checkedOn: null,
  ...more,
});

const UN = indicator('un', { fit: 'broader', fitNote: 'Ministers, too.' });
const SDG = indicator('sdg');
const AU = indicator('au', { fit: 'narrower', fitNote: 'The lower house alone.' });

let entered = 0;
const observation = (
  by: IndicatorView,
  value: string,
  more: Partial<ObservationView> = {},
): ObservationView => ({
  id: `id-${(entered += 1)}`,
  actor: { id: 'actor', code: 'reed-coast', kind: 'state', names: {} },
  indicator: by,
  from: '2026-01-01',
  until: '2026-12-31',
  value,
  text: null,
  numerator: null,
  denominator: null,
  part: null,
  status: 'reported',
  source: 'A list',
  methodNote: null,
  url: null,
  sharing: 'own',
  supersedesId: null,
  superseded: false,
  hasSmallNumber: false,
  enteredAt: '2026-12-31T00:00:00.000Z',
  ...more,
});

const valueBy = (of: IndicatorView, observations: readonly ObservationView[]) =>
  sheetRows([of], observations)[0]!.observation?.value ?? null;

describe('a report by the indicators of a framework', () => {
  it('prints one observation alike in two forms, with what differs', () => {
    const seats = observation(SDG, '0.3');
    expect(sheetRows([SDG], [seats])).toEqual([
      { indicator: SDG, observation: seats, caveats: [] },
    ]);
    expect(sheetRows([UN], [seats])).toEqual([
      {
        indicator: UN,
        observation: seats,
        caveats: [{ indicator: UN, fit: 'broader', note: 'Ministers, too.' }],
      },
    ]);
    expect(sheetRows([UN], [observation(AU, '0.2')])[0]!.caveats).toMatchObject([
      { indicator: AU, fit: 'narrower' },
      { indicator: UN, fit: 'broader' },
    ]);
  });

  it('prefers its own indicator, then the closest fit, the later day, the surer and the later entry', () => {
    const own = observation(UN, 'own', { until: '2020-12-31', status: 'estimated' });
    const same = observation(SDG, 'same');
    const narrower = observation(AU, 'narrower', { until: '2027-12-31', status: 'verified' });
    expect(valueBy(UN, [narrower, same, own])).toBe('own');
    expect(valueBy(UN, [narrower, same])).toBe('same');
    expect(valueBy(SDG, [observation(SDG, 'early', { until: '2025-12-31' }), same])).toBe('same');
    const verified = observation(SDG, 'verified', { status: 'verified' });
    expect(valueBy(SDG, [verified, observation(SDG, 'estimated', { status: 'estimated' })])).toBe(
      'verified',
    );
    const [first, second] = ['1', '2'].map((n) => observation(SDG, n, { id: `same-${n}` }));
    expect(valueBy(SDG, [second!, first!])).toBe('2');
    expect(valueBy(SDG, [first!, second!])).toBe('2');
  });

  it('shows a gap as a gap, and takes no part for the whole', () => {
    expect(valueBy(SDG, [])).toBeNull();
    expect(valueBy(SDG, [observation(SDG, '0.9', { part: 'under 40' })])).toBeNull();
    const other = indicator('other', { concept: 'women-ministers' });
    expect(valueBy(SDG, [observation(other, '0.1')])).toBeNull();
  });
});
