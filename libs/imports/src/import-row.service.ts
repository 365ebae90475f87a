import { Database } from '#database';
import {
  cellTexts,
  CONTACT_COLUMNS,
  LISTED_CONTACT_FIELDS,
  columnOf,
  ColumnMap,
  draftStatement,
  fileOf,
  holdsContact,
  isHidden,
  sayReject,
  shownText,
  type ConsentTexts,
  type ListedContact,
  type DraftReason,
  type Effect,
  type ImportField,
  type ProfileDraft,
  type Reject,
  type RowPlace,
  type SaidOfHer,
} from '#directory';
import type { Viewer } from '#identity';
import {
  pageFrom,
  pageResult,
  textProblems,
  throwIfProblems,
  type ListPage,
  type ListResult,
} from '#kernel';
import { alternatives, problem, say, translator, type Problem } from '#messages';
import { Vault } from '#vault';
import type { Locale } from '#vocabulary';
import { Injectable } from '@nestjs/common';
import type { RowStatus } from './import-steps.js';
import { openImport } from './import-content.js';
import { PlaceKeys } from './place-keys.js';
import { openSealed } from './sealed.js';
import type { StagedImportEntity } from './staged-import.entity.js';
import { visibleImport } from './visible-import.js';
import {
  unpacked,
  type KeptCell,
  type PackedContent,
  type StagedContent,
  type UndoContent,
} from './staged-content.js';

/** A cell as it stands in the file and as it was read. */
export interface CellView {
  readonly column: string;
  /** Which of the columns of that header, from 1. */
  readonly nth: number;
  /** The canonical name of the column; null for one that is not read. */
  readonly field: ImportField | null;
  /** Contact or security data. */
  readonly isPrivate: boolean;
  /** What stands in the file; null where the viewer did not bring the file and it is contact data. */
  readonly raw: string | null;
  /** What it was mended to; null where it was not. */
  readonly fixed: string | null;
  /** What it was understood to say; null where it was not. */
  readonly read: string | null;
  readonly problem: string | null;
  readonly suggestions: readonly string[];
}

/** What a network says of a woman in one column, before and after. */
export interface RowChange {
  readonly field: ImportField;
  readonly before: string;
  readonly after: string;
}

export interface RowView extends RowPlace {
  /** Place in the order of the file, from 1; what pages are counted by. */
  readonly ordinal: string;
  readonly status: RowStatus;
  readonly cells: readonly CellView[];
  /** What is wrong with the row as a whole, why it was not applied, or why it was not undone. */
  readonly problems: readonly string[];
  readonly changes: readonly RowChange[];
  readonly contactChanges: readonly (keyof ListedContact)[];
  readonly consentsGiven: readonly string[];
  readonly consentsEnding: readonly string[];
  readonly stateBefore: Effect['state']['before'];
  readonly stateAfter: Effect['state']['before'];
  /** Why the profile is not published. */
  readonly reasons: readonly string[];
  readonly mediatorId: string | null;
}

/** Which rows are wanted; what is absent does not matter. */
export interface RowFilter {
  readonly statuses?: readonly RowStatus[];
  readonly publishes?: boolean;
  readonly endsConsent?: boolean;
  /** Rows in which something is wrong with this column. */
  readonly field?: string;
  readonly sheet?: string;
}

interface Row {
  readonly id: string;
  readonly ordinal: number;
  /** As `PlaceKeys` has it. */
  readonly sheet: string;
  readonly row: number;
  readonly status: RowStatus;
  readonly mediatorId: string | null;
  readonly keyId: number | null;
  readonly sealed: Buffer | null;
  readonly rejects: Buffer | null;
  readonly problem: Problem | null;
}

type SealedRow = Pick<Row, 'id' | 'keyId' | 'rejects'>;
type OpenRow = Omit<Row, 'rejects'> & { readonly rejects: readonly Reject[] };

/** Digits of a key of a page: more than a file has rows. */
const DIGITS = 9;
const BATCH = 500;
const LONGEST_NAME = 1_000;

/** The rows of an import, for coordinators of its network. */
@Injectable()
export class ImportRowService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /**
   * Rows of an import that has been read, in the order of the file.
   *
   * @throws NotPermittedError, NotFoundError, InvalidInputError
   */
  async list(
    viewer: Viewer,
    importId: string,
    filter: RowFilter,
    page: ListPage,
    locale: Locale,
  ): Promise<ListResult<RowView>> {
    const staged = await visibleImport(this.database.manager, viewer, importId);
    // While a file is read its rows come and go.
    if (staged.state === 'uploaded' || staged.state === 'mapped') {
      return { items: [], totalCount: 0, hasNextPage: false, hasPreviousPage: false };
    }
    throwIfProblems([
      ...textProblems('filter.problemIn', filter.field ?? '', LONGEST_NAME, false),
      ...textProblems('filter.sheet', filter.sheet ?? '', LONGEST_NAME, false),
    ]);
    const requested = pageFrom(page);
    const { forward, size, from } = requested;
    const parameters = [
      importId,
      filter.statuses ?? null,
      filter.publishes ?? null,
      filter.endsConsent ?? null,
      filter.field ?? null,
      filter.sheet === undefined ? null : new PlaceKeys(this.vault, importId).sheet(filter.sheet),
    ];
    const at = from === null ? null : Number(from);
    const [rows, [behind], [total]] = await Promise.all([
      this.database.query<Row>(
        `SELECT id, ordinal, sheet, row, status, mediator_id AS "mediatorId", key_id AS "keyId", sealed, rejects, problem
         FROM staged_row WHERE ${WANTED} AND ($7::int IS NULL OR ordinal ${forward ? '>' : '<'} $7)
         ORDER BY ordinal ${forward ? 'ASC' : 'DESC'} LIMIT $8`,
        [...parameters, at, size + 1],
      ),
      this.database.query<{ found: boolean }>(
        `SELECT EXISTS (SELECT FROM staged_row WHERE ${WANTED} AND ordinal ${forward ? '<=' : '>='} $7) AS found`,
        [...parameters, at],
      ),
      this.database.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM staged_row WHERE ${WANTED}`,
        parameters,
      ),
    ]);
    const result = pageResult(requested, rows, total?.count ?? 0, behind?.found ?? false);
    const items = await this.views(viewer, staged, result.items, locale);
    return { ...result, items };
  }

  /**
   * What was not accepted, as a file in the reader's language.
   *
   * @throws NotPermittedError, NotFoundError
   */
  async rejects(
    viewer: Viewer,
    importId: string,
    format: 'csv' | 'xlsx',
    locale: Locale,
  ): Promise<AsyncIterable<string | Buffer>> {
    const { id } = await visibleImport(this.database.manager, viewer, importId);
    const t = translator('import', locale);
    const columns = ['sheet', 'row', 'column', 'value', 'reason', 'suggestion'] as const;
    const headers = columns.map((name) =>
      name === 'sheet' ? t('part.sheet') : t(`heading.${name}`),
    );
    return fileOf(format, { columns, headers, rows: this.rejectRows(id, locale) });
  }

  private async *rejectRows(
    importId: string,
    locale: Locale,
  ): AsyncGenerator<ReadonlyMap<string, string>> {
    let after = -1;
    for (;;) {
      const rows = await this.database.query<SealedRow & { readonly ordinal: number }>(
        `SELECT id, ordinal, key_id AS "keyId", rejects FROM staged_row
         WHERE import_id = $1 AND status = 'rejected' AND ordinal > $2 ORDER BY ordinal LIMIT $3`,
        [importId, after, BATCH],
      );
      for (const found of rows) {
        for (const reject of await this.rejectsOf(found)) {
          const { sheet = '', row, column, value, reason, suggestion } = sayReject(reject, locale);
          yield new Map(
            Object.entries({ sheet, row: String(row), column, value, reason, suggestion }),
          );
        }
      }
      if (rows.length < BATCH) return;
      after = rows.at(-1)?.ordinal ?? after;
    }
  }

  private async views(
    viewer: Viewer,
    staged: StagedImportEntity,
    rows: readonly Row[],
    locale: Locale,
  ): Promise<RowView[]> {
    const { reading, shape } = await openImport(this.vault, staged);
    const columns = new ColumnMap(reading.mapping);
    const keys = new PlaceKeys(this.vault, staged.id);
    const names = (shape?.headerRows ?? []).flatMap(({ sheet }) => sheet ?? []);
    const sheets = new Map(names.map((name) => [keys.sheet(name), name]));
    const isOwn = staged.uploadedBy === viewer.name;
    return Promise.all(
      rows.map(async (row) => {
        const content = await openSealed<PackedContent | UndoContent>(
          this.vault,
          'staged_row',
          row,
        );
        const kept = content && 'cells' in content ? unpacked(content) : NOTHING;
        const rejects = await this.rejectsOf(row);
        const sheet = sheets.get(row.sheet) ?? '';
        return rowView({ ...row, sheet, rejects }, kept, { columns, isOwn, locale });
      }),
    );
  }

  private async rejectsOf({ id, keyId, rejects }: SealedRow): Promise<readonly Reject[]> {
    const row = { id, keyId, sealed: rejects };
    return (await openSealed<readonly Reject[]>(this.vault, 'staged_row', row, 'rejects')) ?? [];
  }
}

const WANTED = `import_id = $1 AND ($2::text[] IS NULL OR status = ANY($2)) AND ($3::boolean IS NULL OR publishes = $3)
  AND ($4::boolean IS NULL OR ends_consent = $4)
  AND ($5::text IS NULL OR $5 = ANY(wrong_fields))
  AND ($6::text IS NULL OR sheet = $6)`;

interface Showing {
  readonly columns: ColumnMap;
  /** The viewer brought the file. */
  readonly isOwn: boolean;
  readonly locale: Locale;
}

/** Of a row that was applied, or of which nothing is kept. */
const NOTHING: StagedContent = { cells: [], read: null, effect: null };

function rowView(row: OpenRow, content: StagedContent, showing: Showing): RowView {
  const { locale } = showing;
  const { cells, read, effect } = content;
  const texts = read ? textsOf(read, locale) : new Map<string, string>();
  const seen = new Map<string, number>();
  const views = cells.map((cell) => {
    const nth = (seen.get(cell.header) ?? 0) + 1;
    seen.set(cell.header, nth);
    return cellView(cell, nth, { texts, rejects: row.rejects, ...showing });
  });
  const ofCells = new Set(views.flatMap(({ field }) => field ?? []));
  const whole = row.rejects.filter(({ field }) => field === undefined || !ofCells.has(field));
  const sentences = whole.map((reject) => {
    const { column, reason, suggestion } = sayReject(reject, locale);
    return [column && `${column}: `, reason, suggestion && ` ${suggestion}`].join('');
  });
  return {
    ordinal: String(row.ordinal).padStart(DIGITS, '0'),
    row: row.row,
    ...(row.sheet === '' ? {} : { sheet: row.sheet }),
    status: row.status,
    cells: views,
    problems: row.problem ? [...sentences, say(row.problem, locale)] : sentences,
    changes: effect && read ? changesOf(effect, read, showing) : [],
    contactChanges: effect?.contact ?? [],
    consentsGiven: effect?.consents.given ?? [],
    consentsEnding: effect?.consents.ended ?? [],
    stateBefore: effect?.state.before ?? null,
    stateAfter: effect?.state.after ?? null,
    reasons: (effect?.reasons ?? []).map((reason) => say(REASONS[reason], locale)),
    mediatorId: row.mediatorId,
  };
}

const REASONS: Readonly<Record<DraftReason, Problem>> = {
  unlisted: problem('draft.unlisted'),
  objects: problem('draft.objects'),
  incomplete: problem('draft.incomplete'),
  fourEyes: problem('draft.fourEyes'),
  out: problem('draft.out'),
  stale: problem('draft.stale'),
};

function cellView(
  cell: KeptCell,
  nth: number,
  {
    columns,
    texts,
    rejects,
    isOwn,
    locale,
  }: Showing & {
    readonly texts: ReadonlyMap<string, string>;
    readonly rejects: readonly Reject[];
  },
): CellView {
  const column = columnOf(cell, columns);
  const field = column?.field ?? null;
  const isPrivate = field === null || isHidden(field);
  const isMended = cell.original !== undefined;
  const isShown = isOwn || !(isPrivate || [cell.original, cell.text].some(hasContact));
  const own = rejects.filter((reject) => field !== null && reject.field === field);
  const said = own.map((reject) => sayReject(reject, locale));
  const key = column?.language ? `${field}:${column.language}` : (field ?? '');
  return {
    column: isOwn ? cell.header : say(shownText(cell.header), locale),
    nth,
    field,
    isPrivate,
    raw: isShown ? (cell.original ?? cell.text) : null,
    fixed: isMended && isShown ? cell.text : null,
    read: isShown && own.length === 0 ? (texts.get(key) ?? null) : null,
    problem: said.map(({ reason }) => reason).join(' ') || null,
    suggestions: isShown ? own.flatMap((reject) => textsInstead(cell.text, reject, locale)) : [],
  };
}

/** What the cell would say if what is not understood in it were what was perhaps meant. */
function textsInstead(text: string, { value, part, suggestion }: Reject, locale: Locale): string[] {
  const wrong = part ?? value;
  if (suggestion === null || typeof wrong !== 'string' || !text.includes(wrong)) return [];
  return alternatives(suggestion, locale).map((instead) => text.replace(wrong, () => instead));
}

/** What a row was understood to say, by column. */
function textsOf(draft: ProfileDraft, locale: Locale): Map<string, string> {
  const { statement, role, since } = saidIn(draft);
  const texts = new Map<string, string>([
    ['external_id', draft.externalId],
    ...cellTexts(statement, locale),
    ['network_role', role],
    ['member_since', since ?? ''],
    ['consent', draft.consents.join('; ')],
    ['consent_text_version', draft.consentTextVersion],
    ['consent_on', draft.consentOn ?? ''],
  ]);
  for (const field of LISTED_CONTACT_FIELDS) {
    texts.set(CONTACT_COLUMNS[field], draft.contact[field] ?? '');
  }
  return texts;
}

function saidIn(draft: ProfileDraft): SaidOfHer {
  return {
    role: draft.networkRole,
    since: draft.memberSince,
    statement: draftStatement(draft),
  };
}

const hasContact = (text: string | undefined): boolean => text !== undefined && holdsContact(text);

/** What the file says is shown as it is to who brought it; a colleague may read only what holds no contact data. */
function changesOf(
  { before, consents: { renewed } }: Effect,
  read: ProfileDraft,
  { isOwn, locale }: Showing,
): RowChange[] {
  const was = new Map([
    ...(before ? textsSaid(before, locale) : []),
    ...consentTexts(renewed?.before),
  ]);
  const is = new Map([...textsSaid(saidIn(read), locale), ...consentTexts(renewed?.after)]);
  const shown = (text: string) => (isOwn ? text : say(shownText(text), locale));
  const fields = new Set([...was.keys(), ...is.keys()]);
  return [...fields].flatMap((field) => {
    const [from, to] = [was.get(field) ?? '', is.get(field) ?? ''];
    return from === to ? [] : [{ field: field as ImportField, before: from, after: shown(to) }];
  });
}

function consentTexts(said: ConsentTexts | undefined): [string, string][] {
  if (!said) return [];
  return [
    ['consent_text_version', said.version],
    ['consent_on', said.on],
  ];
}

function textsSaid({ statement, role, since }: SaidOfHer, locale: Locale): Map<string, string> {
  return new Map([
    ...cellTexts(statement, locale),
    ['network_role', role],
    ['member_since', since ?? ''],
  ]);
}
