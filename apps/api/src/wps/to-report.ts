import { textIn } from '#messages';
import type { Locale } from '#vocabulary';
import {
  gapsOf,
  gapsOfCell,
  printed,
  type CommentView,
  type FormView,
  type ReadReport,
  type ReportView,
} from '#wps';
import { globalId } from '../graphql/global-id.js';
import { toTexts } from '../graphql/texts.js';
import type { WpsForm, WpsReport, WpsReportComment, WpsReportContent } from './report.type.js';
import { toActorName } from './to-actor.js';

/** Where the page of a report is, by its global id; its files are there too, with the ending of their format. */
export const REPORTS_PATH = '/wps/reports';

export function toForm({ id, title, sections, ...columns }: FormView, locale: Locale): WpsForm {
  return {
    __typename: 'WpsForm',
    ...columns,
    id: globalId('WpsForm', id),
    title: textIn(title, locale) ?? '',
    sections: sections.map((section) => ({
      title: textIn(section.title, locale) ?? '',
      cells: section.cells.map(({ label, note, ...cell }) => ({
        ...cell,
        label: textIn(label, locale),
        note: textIn(note, locale),
      })),
    })),
  };
}

/** The graph's report: the service has decided that this viewer may see it. */
export function toReport(view: ReportView, locale: Locale): WpsReport {
  const { from, until, state, sharing, submittedTo, submittedAt, hash, revision } = view;
  const id = globalId('WpsReport', view.id);
  return {
    __typename: 'WpsReport',
    id,
    actor: toActorName(view.actor, locale),
    form: toForm(view.form, locale),
    from,
    until,
    state,
    answers: Object.entries(view.answers).map(([cell, texts]) => ({ cell, texts: toTexts(texts) })),
    sharing,
    consulted: view.consulted.map((one) => toActorName(one, locale)),
    submittedTo,
    submittedAt,
    hash,
    path: `${REPORTS_PATH}/${id}`,
    revision,
  };
}

export function toContent(read: ReadReport, locale: Locale): WpsReportContent {
  const { title, head, sections } = printed(read, locale);
  return {
    title,
    head,
    sections: sections.map((section, i) => ({
      ...section,
      cells: section.cells.map((cell, j) => ({
        ...cell,
        gaps: gapsOfCell(read.content.sections[i]!.cells[j]!),
      })),
    })),
    gaps: gapsOf(read.content),
  };
}

export function toComment(
  { id, reportId, by, cell, words, sharing, writtenAt, answer, revision }: CommentView,
  locale: Locale,
): WpsReportComment {
  return {
    __typename: 'WpsReportComment',
    id: globalId('WpsReportComment', id),
    reportId: globalId('WpsReport', reportId),
    by: toActorName(by, locale),
    cell,
    words,
    sharing,
    writtenAt,
    answer,
    revision,
  };
}
