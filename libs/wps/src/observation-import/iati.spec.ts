import { describe, expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import { readIatiActivities, type IatiAmounts } from './iati-activities.js';
import { iatiYears } from './iati-years.js';

const marker = (significance: string, more = '') =>
  `<policy-marker code="1" significance="${significance}" ${more}/>`;
const commitment = (value: string, day = '2025-03-01', more = '') =>
  `<transaction><transaction-type code="2"/><transaction-date iso-date="${day}"/><value value-date="${day}">${value}</value>${more}</transaction>`;
const KENYA = '<recipient-country code="KE"/>';
const activity = (id: string, ...parts: string[]) =>
  `<iati-activity default-currency="USD"><iati-identifier>${id}</iati-identifier>${parts.join('')}</iati-activity>`;
const file = (...activities: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03">\n${activities.join('\n')}\n</iati-activities>`;

const read = (text: string | Buffer, amounts: IatiAmounts = 'commitments') =>
  readIatiActivities(Readable.from([Buffer.from(text)]), amounts);
const years = async (text: string, amounts: IatiAmounts = 'commitments') =>
  iatiYears(await read(text, amounts), { edition: 'a test', amounts, sharing: 'public' });
/** By indicator and part: value, numerator, denominator and what stands beside it. */
const told = async (text: string, amounts?: IatiAmounts) => {
  const { lines } = await years(text, amounts);
  return Object.fromEntries(
    lines.map(
      ({
        cells: { actor, from, indicator, part, value, numerator, denominator, text: beside },
      }) => [
        [actor, from!.slice(0, 4), indicator, part].filter(Boolean).join(' '),
        [value, `${numerator}/${denominator}`, beside].filter(Boolean).join(' · '),
      ],
    ),
  );
};

describe('activities of IATI', () => {
  it('count money without a marker in no share, never as 0, and say beside each share how much was screened', async () => {
    const all = file(
      activity('A', KENYA, marker('2'), commitment('100')),
      activity('B', KENYA, marker('1'), commitment('100')),
      activity('C', KENYA, marker('0'), commitment('200')),
      activity('D', KENYA, commitment('400')),
      // A marker of the reporting organization is none of the OECD; neither is another policy.
      activity(
        'E',
        KENYA,
        marker('2', 'vocabulary="99"'),
        '<policy-marker code="2" significance="2"/>',
        commitment('200'),
      ),
    );
    expect(await told(all)).toEqual({
      'KE 2025 coverage': '0.4 · 400/1000',
      'KE 2025 gender-share': '0.5 · 200/400 · coverage 40%',
      'KE 2025 gender-share principal objective': '0.25 · 100/400 · coverage 40%',
    });
    expect(await told(file(activity('D', KENYA, commitment('400'))))).toEqual({
      'KE 2025 coverage': '0 · 0/400',
    });
  });

  it('tell what civil society carries out, of what tells who does', async () => {
    const by = (type: string, role = '4') =>
      `<participating-org role="${role}" type="${type}" ref="XM-1"><narrative>A name</narrative></participating-org>`;
    const all = file(
      activity('A', KENYA, marker('1'), by('22'), by('24'), by('10', '1'), commitment('100')),
      activity('B', KENYA, marker('2'), by('40'), commitment('200')),
      activity('C', KENYA, marker('0'), by('21'), commitment('100')),
      // Of several kinds, of no kind, of a kind that is not told, and of a funder alone.
      activity('D', KENYA, marker('1'), by('22'), by('70'), commitment('300')),
      activity('E', KENYA, marker('1'), commitment('50')),
      activity('F', KENYA, marker('1'), by(''), commitment('50')),
      activity('G', KENYA, marker('1'), by('22', '1'), commitment('200')),
      // It was not screened, whoever carries it out.
      activity('H', KENYA, by('22'), commitment('1000')),
    );
    expect(await told(all)).toEqual({
      'KE 2025 coverage': '0.5 · 1000/2000',
      'KE 2025 gender-share': '0.9 · 900/1000 · coverage 50%',
      'KE 2025 gender-share principal objective': '0.2 · 200/1000 · coverage 50%',
      'KE 2025 gender-share carried out by civil society': '0.25 · 100/400 · coverage 20%',
    });
    const { untold, lines } = await years(all);
    expect(untold).toBe(4);
    expect(JSON.stringify(lines)).not.toContain('A name');
    const { rejects } = await years(file(activity('A', KENYA, by('22', '5'), commitment('1'))));
    expect(rejects).toMatchObject([{ line: 3, column: 'participating-org' }]);
    const given = file(
      activity('A', KENYA, marker('1'), by('22'), commitment('-5')),
      activity('B', KENYA, marker('1'), commitment('10')),
    );
    expect(await told(given)).not.toHaveProperty(
      'KE 2025 gender-share carried out by civil society',
    );
    expect((await years(given)).rejects).toMatchObject([{ column: 'participating-org' }]);
  });

  it('share money among countries exactly, by year and currency', async () => {
    const both =
      '<recipient-country code="KE" percentage="33.3"/><recipient-country code="ML" percentage="66.7"/>';
    expect(
      await told(
        file(
          activity('A', both, marker('1'), commitment('0.1'), commitment('0.2', '2026-01-01')),
          activity(
            'B',
            KENYA,
            marker('0'),
            commitment('1', '2026-01-01', '<recipient-country code="ML"/>'),
          ),
        ),
      ),
    ).toEqual({
      'KE 2025 coverage': '1 · 0.03/0.03',
      'KE 2025 gender-share': '1 · 0.03/0.03 · coverage 100%',
      'KE 2025 gender-share principal objective': '0 · 0/0.03 · coverage 100%',
      'KE 2026 coverage': '1 · 0.07/0.07',
      'KE 2026 gender-share': '1 · 0.07/0.07 · coverage 100%',
      'KE 2026 gender-share principal objective': '0 · 0/0.07 · coverage 100%',
      'ML 2025 coverage': '1 · 0.07/0.07',
      'ML 2025 gender-share': '1 · 0.07/0.07 · coverage 100%',
      'ML 2025 gender-share principal objective': '0 · 0/0.07 · coverage 100%',
      'ML 2026 coverage': '1 · 1.13/1.13',
      'ML 2026 gender-share': '0.11769896 · 0.13/1.13 · coverage 100%',
      'ML 2026 gender-share principal objective': '0 · 0/1.13 · coverage 100%',
    });
    const euros = commitment('5').replace('<value', '<value currency="EUR"');
    const mixed = await told(file(activity('A', KENYA, marker('1'), commitment('5'), euros)));
    expect(Object.keys(mixed)).toContain('KE 2025 gender-share principal objective, EUR');
    expect(Object.keys(mixed)).toContain('KE 2025 coverage USD');
  });

  it('take budgets as they were revised, and spending of both kinds', async () => {
    const budget = (type: string, value: string, day = '2025-07-01') =>
      `<budget type="${type}"><period-start iso-date="${day}"/><period-end iso-date="2026-06-30"/><value>${value}</value></budget>`;
    const spent = (type: string) => commitment('7').replace('code="2"', `code="${type}"`);
    const all = file(
      activity(
        'A',
        KENYA,
        marker('2'),
        budget('1', '10'),
        budget('2', '30'),
        budget('1', '5', '2025-01-01'),
        spent('3'),
        spent('4'),
        spent('1'),
      ),
    );
    expect(await told(all, 'budgets')).toMatchObject({ 'KE 2025 coverage': '1 · 35/35' });
    expect(await told(all, 'spending')).toMatchObject({ 'KE 2025 coverage': '1 · 14/14' });
    expect(await told(all)).toEqual({});
  });

  it('are refused one by one where something is not exactly understood', async () => {
    const wrong: [string, string][] = [
      [activity('', KENYA), 'iati-identifier'],
      [activity('B', KENYA, marker('3')), 'policy-marker'],
      [activity('C', KENYA, marker('1'), marker('2')), 'policy-marker'],
      [activity('D', KENYA, commitment('1,000')), 'transaction'],
      [activity('E', KENYA, commitment('1', '2025-02-30')), 'transaction'],
      [activity('F', '<recipient-country code="Kenya"/>', commitment('1')), 'transaction'],
      [
        activity('G', KENYA, '<recipient-country code="ML"/>', commitment('1')),
        'recipient-country',
      ],
      [
        activity('H', '<recipient-country code="ML" percentage="101"/>', commitment('1')),
        'recipient-country',
      ],
      [
        activity('I', KENYA, commitment('1').replace('<value', '<value currency="dollars"')),
        'transaction',
      ],
      [activity('A', KENYA), 'iati-identifier'],
      [
        activity('J', KENYA, '<related-activity type="1" ref="A"/>', commitment('1')),
        'related-activity',
      ],
      [activity('K', '<recipient-country code="TD"/>', commitment('-1')), 'commitments'],
    ];
    const { rejects, lines, elsewhere } = await years(
      file(
        activity('A', KENYA, commitment('1')),
        ...wrong.map(([each]) => each),
        activity('Z', '<recipient-region code="289"/>', commitment('1')),
      ),
    );
    expect(rejects.map(({ line, column }) => [line, column])).toEqual(
      wrong.map(([, column], i) => [i + 4, column]),
    );
    expect(lines).toHaveLength(1);
    expect(elsewhere).toBe(1);
  });

  it('are refused as a file that is another, declares anything, or is too large', async () => {
    const bomb = `<!DOCTYPE a [<!ENTITY x "xxxx">]>${file()}`.replace(
      /^(<!DOC.*\]>)(<\?xml.*\?>)/u,
      '$2$1',
    );
    for (const [text, message] of [
      ['{}', 'no valid XML'],
      ['<iati-organisations version="2.03"/>', 'no file of activities'],
      ['<iati-activities version="1.05"/>', 'no file of activities'],
      [bomb, 'document type'],
      [file(activity('&x;')), 'no valid XML'],
      [file().replace('UTF-8', 'ISO-8859-1'), 'not in UTF-8'],
      [
        Buffer.from(`<iati-activities version="2.03">\xe9</iati-activities>`, 'latin1'),
        'not in UTF-8',
      ],
      [file(activity('A'.repeat(2_000))), 'unreasonable size'],
      [file(`<a>${'<b>'.repeat(40)}${'</b>'.repeat(40)}</a>`), 'nested too deeply'],
      [file(activity('A')).slice(0, -5), 'no valid XML'],
    ] as const) {
      await expect(read(text)).rejects.toMatchObject({
        message: expect.stringContaining(message),
      });
    }
  });
});
