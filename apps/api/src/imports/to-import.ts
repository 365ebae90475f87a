import { CONTACT_COLUMNS, sayRemark, type Remark } from '#directory';
import { type ImportCounts as Counts, type ImportView, type RowView } from '#imports';
import { alternatives, say } from '#messages';
import type { Locale } from '#vocabulary';
import { globalId } from '../graphql/global-id.js';
import type { ImportRow } from './import-row.type.js';
import type { Import, ImportColumn, ImportCounts, ImportReport } from './import.type.js';

/** How sure it is what a column is, by how it was found out. */
const CONFIDENCE: Readonly<Record<string, number>> = {
  mapping: 1,
  name: 1,
  group: 0.9,
  form: 0.9,
  values: 0.7,
};

export function toImport(view: ImportView, locale: Locale): Import {
  const {
    id,
    shape,
    problem,
    counts,
    mapping: _,
    networkId: __,
    values: ___,
    remarks: ____,
    isOwn,
    ...rest
  } = view;
  return {
    __typename: 'Import',
    ...rest,
    id: globalId('Import', id),
    own: isOwn,
    problem: problem && say(problem, locale),
    counts: counts && toCounts(counts),
    availableSheets: shape.sheets,
    headers: shape.headerRows,
    columns: shape.columns.map(({ isPrivate: _private, ...column }): ImportColumn => ({
      ...column,
      confidence: column.evidence === null ? 0 : (CONFIDENCE[column.evidence] ?? 0),
    })),
  };
}

function toCounts({ rows, byStatus, publishes, endsConsent }: Counts): ImportCounts {
  return {
    rows,
    new: byStatus.new ?? 0,
    changed: byStatus.changed ?? 0,
    unchanged: byStatus.unchanged ?? 0,
    rejected: byStatus.rejected ?? 0,
    skipped: byStatus.skipped ?? 0,
    joined: byStatus.joined ?? 0,
    created: byStatus.created ?? 0,
    updated: byStatus.updated ?? 0,
    conflicts: byStatus.conflict ?? 0,
    undone: byStatus.undone ?? 0,
    kept: byStatus.kept ?? 0,
    published: publishes,
    endingConsent: endsConsent,
  };
}

export function toImportReport(view: ImportView, locale: Locale): ImportReport {
  const { id, counts, remarks, values } = view;
  const sentences = (fate: Remark['fate']) =>
    remarks.filter((remark) => remark.fate === fate).map((remark) => sayRemark(remark, locale));
  return {
    importId: globalId('Import', id),
    counts: counts && toCounts(counts),
    leftOut: sentences('left out'),
    noted: sentences('noted'),
    unknownValues: values.map(({ field, column, value, reason, suggestion, rows }) => ({
      field,
      column: say(column, locale),
      value,
      reason: say(reason, locale),
      suggestion: suggestion === null ? '' : say(suggestion, locale),
      suggestions: suggestion === null ? [] : alternatives(suggestion, locale),
      rows,
    })),
  };
}

export function toImportRow(view: RowView): ImportRow {
  return {
    sheet: view.sheet ?? null,
    row: view.row,
    status: view.status,
    cells: view.cells.map(({ isPrivate, ...cell }) => ({ ...cell, private: isPrivate })),
    problems: view.problems,
    changes: view.changes,
    contactChanges: view.contactChanges.map((field) => CONTACT_COLUMNS[field]),
    consentsGiven: view.consentsGiven,
    consentsEnding: view.consentsEnding,
    stateBefore: view.stateBefore,
    stateAfter: view.stateAfter,
    unpublishedBecause: view.reasons,
    profileId: view.mediatorId && globalId('Profile', view.mediatorId),
  };
}
