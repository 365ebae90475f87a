import { IMPORT_STATES, type RowStatus, ROW_STATUSES } from '#imports';
import { graphEnum } from './graph-enum.js';

export const ImportStateEnum = graphEnum(
  'ImportState',
  'Where an uploaded list is on its way into the directory.',
  IMPORT_STATES.filter((state) => state !== 'receiving'),
  {
    meanings: {
      uploaded: 'The file waits to be checked, or something must be settled first: see `problem`.',
      mapped: 'The file was edited and waits to be checked.',
      checked: 'Every row has been read: see `importRows`. Nothing is written yet.',
      applying: 'The rows are being written.',
      applied: 'The rows are written. The import can be undone until it expires.',
      undoing: 'What was written is being put back.',
      undone: 'What was written was put back, but for the rows that say otherwise.',
      failed: 'The file cannot be read, or not all of it could be applied: see `problem`.',
    },
  },
);
const ROW_MEANINGS: Readonly<Record<RowStatus, string>> = {
  new: 'A woman who is not on the list of the network yet.',
  changed: 'Something new of a woman on the list.',
  unchanged: 'What the network says already.',
  rejected: 'Not accepted as it is.',
  skipped: 'Left out by the coordinator.',
  joined: 'About the woman in another row, with which it is put together.',
  created: 'Applied: a profile was made.',
  updated: 'Applied: a profile was changed.',
  conflict: 'Not applied, because somebody changed the profile after the preview.',
  undone: 'Applied, and put back afterwards.',
  kept: 'Applied and not undone, because somebody changed the profile after the import.',
};
export const ImportRowStatusEnum = graphEnum(
  'ImportRowStatus',
  'What a row of an uploaded list does, or has done.',
  ROW_STATUSES,
  { meanings: ROW_MEANINGS },
);
export const ColumnEvidenceEnum = graphEnum(
  'ColumnEvidence',
  'How it was found out what a column of an uploaded list is.',
  ['mapping', 'name', 'group', 'values', 'form', 'summary'],
  {
    meanings: {
      mapping: 'The coordinator said it.',
      name: 'Its header names it.',
      group: 'The header above a group of columns tells it.',
      values: 'The values in its cells tell it.',
      form: 'It is one of the columns that a form adds by itself.',
      summary: 'It repeats what other columns say value by value.',
    },
  },
);
export const NaMeansEnum = graphEnum('NaMeans', 'What "NA" is in a file.', ['Namibia', 'missing'], {
  meanings: { Namibia: 'The country Namibia.', missing: 'A mark for what is missing.' },
});
