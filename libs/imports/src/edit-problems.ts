import {
  checkedMapping,
  holdsContact,
  ImportRefusedError,
  isImportField,
  isOfMany,
  type Mapping,
  type RowPlace,
} from '#directory';
import { InvalidInputError, textProblems, type InputProblem } from '#kernel';
import { refusal } from '#messages';
import type { CellFix, ColumnChange, ColumnDefault, ValueFix } from './edits.js';

/** Cells, values, rows or columns of one call. */
const MOST_AT_ONCE = 500;
const LONGEST_TEXT = 10_000;
const LONGEST_VALUE = 1_000;

/** A mapping that a mapping file could say. @throws InvalidInputError */
export function checked(mapping: Mapping, path: string): Mapping {
  const { columns, defaults, naMeans, dateOrder, headerRow, values } = mapping;
  const file = {
    columns,
    defaults,
    ...(naMeans && { 'na-means': naMeans }),
    ...(dateOrder && { 'date-order': dateOrder }),
    ...(headerRow !== undefined && { 'header-row': headerRow }),
    values: values ?? {},
  };
  try {
    return checkedMapping(file, '');
  } catch (error) {
    if (!(error instanceof ImportRefusedError)) throw error;
    throw new InvalidInputError([{ path, code: 'UNKNOWN', message: error.problem }]);
  }
}

export function tooManyOf(path: string, most: number): InputProblem {
  return { path, code: 'TOO_MANY', message: refusal('imports.most', { most }) };
}

export function tooMany(path: string, list: readonly unknown[]): InputProblem[] {
  if (list.length >= 1 && list.length <= MOST_AT_ONCE) return [];
  return [
    { path, code: 'TOO_MANY', message: refusal('imports.sendOneTo', { most: MOST_AT_ONCE }) },
  ];
}

export function columnProblems(columns: readonly ColumnChange[]): InputProblem[] {
  const seen = new Set<string>();
  const problems = columns.flatMap(({ header, column }, i) => {
    const path = `columns.${i}`;
    const name = header.trim().toLowerCase();
    const isDoubled = seen.has(name);
    seen.add(name);
    return [
      ...rememberedProblems(`${path}.header`, header, true),
      ...(column === null ? [] : rememberedProblems(`${path}.column`, column, true)),
      ...(isDoubled
        ? [
            {
              path: `${path}.header`,
              code: 'CONTRADICTION' as const,
              message: refusal('imports.headerTwice'),
            },
          ]
        : []),
    ];
  });
  return [...(columns.length === 0 ? [] : tooMany('columns', columns)), ...problems];
}

export function sheetProblems(sheets: readonly string[]): InputProblem[] {
  return [
    ...(sheets.length === 0 ? [] : tooMany('sheets', sheets)),
    ...sheets.flatMap((name, i) => textProblems(`sheets.${i}`, name, LONGEST_VALUE, true)),
  ];
}

export function defaultProblems(defaults: readonly ColumnDefault[]): InputProblem[] {
  return defaults.flatMap(({ column, text }, i) => {
    const path = `defaults.${i}`;
    return [
      ...ofManyProblems(`${path}.column`, column),
      ...rememberedProblems(`${path}.text`, text, true),
    ];
  });
}

export function valueProblems({ field, value, means }: ValueFix, i: number): InputProblem[] {
  const path = `fixes.${i}`;
  return [
    ...ofManyProblems(`${path}.field`, field),
    ...rememberedProblems(`${path}.value`, value, true),
    ...(means === null ? [] : rememberedProblems(`${path}.means`, means, false)),
  ];
}

export function cellProblems({ header, nth, text, ...place }: CellFix, i: number): InputProblem[] {
  const path = `fixes.${i}`;
  return [
    ...placeProblems(path, place),
    ...countProblems(`${path}.nth`, nth),
    ...textProblems(`${path}.column`, header, LONGEST_VALUE, true),
    ...(text === null ? [] : textProblems(`${path}.text`, text, LONGEST_TEXT, false)),
  ];
}

export function placeProblems(path: string, { row, sheet = '' }: RowPlace): InputProblem[] {
  return [
    ...countProblems(`${path}.row`, row),
    ...textProblems(`${path}.sheet`, sheet, LONGEST_VALUE, false),
  ];
}

function countProblems(path: string, value: number): InputProblem[] {
  if (Number.isInteger(value) && value >= 1) return [];
  return [{ path, code: 'OUT_OF_RANGE', message: refusal('numbers.fromOne') }];
}

/** What is said once for many women is none of her own, and is remembered in the clear. */
function ofManyProblems(path: string, column: string): InputProblem[] {
  if (!isImportField(column)) {
    const message = refusal('imports.noColumn');
    return [{ path, code: 'UNKNOWN', message }];
  }
  if (isOfMany(column)) return [];
  const message = refusal('imports.cellByCell');
  return [{ path, code: 'NOT_PERMITTED', message }];
}

function rememberedProblems(path: string, text: string, required: boolean): InputProblem[] {
  const problems = textProblems(path, text, LONGEST_VALUE, required);
  if (problems.length > 0 || !holdsContact(text)) return problems;
  const message = refusal('imports.looksLikeContact');
  return [{ path, code: 'NOT_PERMITTED', message }];
}
