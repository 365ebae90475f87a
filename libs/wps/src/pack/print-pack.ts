import { textIn, translator } from '#messages';
import type { Locale } from '#vocabulary';
import { actorNameIn } from '../actor/actor-name.js';
import {
  printReport,
  type PrintedCell,
  type PrintedReport,
} from '../report/print/printed-report.js';
import type { MeetingPack } from './meeting-pack.service.js';

/** The papers for a meeting in words of a language: the meeting, commitments, and the sheet of each participant. */
export function printPack(pack: MeetingPack, locale: Locale): PrintedReport {
  const t = translator('wps', locale);
  const { meeting, previous, sharing, commitments, leftOut, sheets, withoutSheet, preparedOn } =
    pack;
  const { place, from, until, theme, documents, hosts, grouping } = meeting;
  const named = (list: MeetingPack['withoutSheet']) =>
    list.map((one) => actorNameIn(one, locale)).join('; ');
  const part = (column: string, value: string | null) =>
    value === null || value === '' ? [] : [t('report.part', { column, value })];
  const cell = (code: string, title: string, rest: Partial<PrintedCell>): PrintedCell => ({
    code,
    title,
    notes: [],
    lines: [],
    table: null,
    ...rest,
  });
  return {
    locale,
    title: `${t('report.pack')} · ${actorNameIn(grouping, locale)}, ${place}`,
    head: [
      t('report.period', { from, until }),
      t('report.packPrepared', { day: preparedOn }),
      sharing === 'network' ? t('report.packOfNetwork') : t('report.packOfAll'),
    ],
    sections: [
      {
        title: t('report.packMeeting'),
        cells: [
          cell('meeting', place, {
            lines: [
              ...part(t('report.packTheme'), textIn(theme, locale)),
              ...part(t('report.packHosts'), named(hosts)),
              ...part(t('report.packParticipants'), named(meeting.participants)),
              ...documents.map(({ title, symbol, url }) =>
                [title, symbol, url].filter((one) => one !== null).join(' · '),
              ),
            ],
          }),
        ],
      },
      {
        title: t('report.packCommitments'),
        cells: [
          cell(
            'commitments',
            previous === null
              ? t('report.packOpen')
              : t('report.packSince', { place: previous.place, day: previous.until }),
            commitments.length === 0
              ? { lines: [t('report.packNone')] }
              : {
                  lines: leftOut > 0 ? [t('report.packLeftOut', { count: leftOut })] : [],
                  table: {
                    columns: (
                      ['who', 'commitment', 'owed-to', 'due', 'state', 'evidence'] as const
                    ).map((column) => t(`column.${column}`)),
                    rows: commitments.map(({ actor, text, owedTo, due, state, evidence }) => [
                      actorNameIn(actor, locale),
                      textIn(text, locale) ?? '',
                      owedTo ?? '',
                      due ?? '',
                      t(`commitment-state.${state}`),
                      evidence ?? '',
                    ]),
                  },
                },
          ),
        ],
      },
      ...sheets.map(({ view, content }) => ({
        title: actorNameIn(view.actor, locale),
        cells: printReport(content, view, locale).sections.flatMap(({ cells }) => cells),
      })),
      ...(withoutSheet.length === 0
        ? []
        : [
            {
              title: t('report.packSheets'),
              cells: [
                cell('without-sheet', t('report.packWithout'), { lines: [named(withoutSheet)] }),
              ],
            },
          ]),
    ],
    comments: { title: '', lines: [] },
  };
}
