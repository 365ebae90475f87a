import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { authorise, recordAudit, type Viewer } from '#identity';
import { NotFoundError, throwIfProblems } from '#kernel';
import { translator } from '#messages';
import type { Locale } from '#vocabulary';
import { purposeProblems } from '../contact/check-contact.js';
import { LISTED_CONTACT_FIELDS, type Contact } from '../contact/contact.js';
import type { AccessPurpose } from '../contact/contact-purpose.js';
import { ContactService } from '../contact/contact.service.js';
import { addToCopy, issueCopy } from '../copies/issue-copy.js';
import { readStatedAfter, type Stated } from '../import/apply/stated.js';
import {
  CONTACT_COLUMNS,
  IMPORT_COLUMNS,
  isHidden,
  isTexts,
  NAME_PARTS,
  PROFILE_COLUMNS,
  type ImportField,
} from '../import/columns/fields.js';
import { versionsOfConsents } from '../import/row/consent-versions.js';
import { cellTexts } from './cell-texts.js';
import { fileOf, type ExportFormat } from './list-files.js';

const BATCH = 500;

export interface ExportRequest {
  /** Slug. */
  readonly network: string;
  readonly format: ExportFormat;
  /** Of headers and labels. */
  readonly language: Locale;
  /** Why contact data is wanted; without it the columns of contact data are left out. */
  readonly access?: AccessPurpose;
}

type WrittenField = Exclude<
  ImportField,
  (typeof NAME_PARTS)[number] | 'language_level' | 'expertise_level' | 'emergency_contact'
>;

/** Columns that say nothing that others do not say, and whom to call in an emergency, which two read together. */
const NOT_WRITTEN: ReadonlySet<ImportField> = new Set<Exclude<ImportField, WrittenField>>([
  ...NAME_PARTS,
  'language_level',
  'expertise_level',
  'emergency_contact',
]);
/** Fields of a text in each language. */
const TEXTS = PROFILE_COLUMNS.filter(({ type }) => type.kind === 'texts');

/** A network's list as a file: what the network itself states of each woman, in the columns of an import. */
@Injectable()
export class ExportService {
  constructor(
    private readonly database: Database,
    private readonly contacts: ContactService,
  ) {}

  /**
   * The bytes of the file, as they are made. Importing it again changes nothing. The columns of contact data are there
   * for who may read it and says why; each access is kept for the woman to read.
   *
   * @throws NotPermittedError, NotFoundError, InvalidInputError before the first byte
   */
  async export(viewer: Viewer, request: ExportRequest): Promise<AsyncIterable<string | Buffer>> {
    const { network: slug, format, language, access } = request;
    const [network] = await this.database.query<{ id: string }>(
      'SELECT id FROM network WHERE slug = $1',
      [slug],
    );
    const networkId = network?.id ?? null;
    authorise(viewer, 'import', {
      kind: 'profile',
      mediatorId: null,
      networkIds: networkId === null ? [] : [networkId],
    });
    if (networkId === null) throw new NotFoundError('network');
    if (access) {
      // Of no woman in particular: who asks must be a coordinator of the network.
      authorise(viewer, 'read', { kind: 'contact', mediatorId: '', networkId });
      throwIfProblems(purposeProblems(access));
    }
    const columns = await this.columns(networkId, access !== undefined);
    const copyId = await this.database.transaction(async (tx) => {
      const copy = await issueCopy(tx, viewer, {
        kind: 'network-list',
        format,
        networkId,
        ...(access && { contactPurpose: access.purpose }),
        mediatorIds: [],
      });
      await recordAudit(tx, viewer, [
        {
          action: 'network.export',
          subjectKind: 'network',
          subjectId: networkId,
          beforeHash: null,
          afterHash: null,
          ...(access && { purpose: access.purpose }),
        },
      ]);
      return copy;
    });
    const t = translator('import', language);
    const headers = columns.map((column) => {
      const [field = '', inLanguage] = column.split(':');
      const header = t(`column.${field as WrittenField}`);
      return inLanguage === undefined ? header : `${header} (${inLanguage})`;
    });
    return fileOf(format, {
      columns,
      headers,
      rows: this.rows(viewer, { networkId, copyId }, request),
      isMarked: true,
    });
  }

  /** In the order of the docs; texts have a column for each language that somebody uses. */
  private async columns(networkId: string, withContact: boolean): Promise<string[]> {
    const languages = await this.database.query<{ field: string; language: string }>(
      `SELECT DISTINCT e.key AS field, l.language FROM affiliation a, jsonb_each(a.asserted) e,
         jsonb_object_keys(e.value) AS l(language)
       WHERE a.network_id = $1 AND a.status <> 'ended' AND e.key = ANY($2) AND jsonb_typeof(e.value) = 'object'
       ORDER BY 1, 2`,
      [networkId, TEXTS.map(({ field }) => field)],
    );
    return IMPORT_COLUMNS.flatMap(({ name }) => {
      const field = name as ImportField;
      if (NOT_WRITTEN.has(field) || (isHidden(field) && !withContact)) return [];
      if (!isTexts(field)) return [field];
      const stated = TEXTS.find(({ column }) => column === field)?.field;
      return languages.flatMap((one) => (one.field === stated ? [`${field}:${one.language}`] : []));
    });
  }

  private async *rows(
    viewer: Viewer,
    { networkId, copyId }: { readonly networkId: string; readonly copyId: string },
    { language, access }: ExportRequest,
  ): AsyncGenerator<Map<string, string>> {
    let after = '';
    while (true) {
      const from = after;
      const batch = await this.database.transaction(async (tx) => {
        const stated = await readStatedAfter(tx, networkId, from, BATCH);
        const ids = stated.map(({ mediatorId }) => mediatorId);
        const contacts = access
          ? await this.contacts.viewMany(tx, viewer, ids, networkId, access)
          : null;
        await addToCopy(tx, copyId, ids);
        return stated.map((one) => ({ one, contact: contacts?.get(one.mediatorId)?.contact }));
      });
      for (const { one, contact } of batch) yield rowOf(one, contact, language);
      if (batch.length < BATCH) return;
      after = batch.at(-1)?.one.externalId ?? '';
    }
  }
}

function rowOf(
  stated: Stated,
  contact: Contact | undefined,
  language: Locale,
): Map<string, string> {
  const { consents, statement } = stated;
  const own = consents.filter(({ isOwn }) => isOwn);
  const [first] = own;
  const isOneDay = own.every(({ givenOn }) => givenOn === first?.givenOn);
  const row = new Map<string, string>([
    ['external_id', stated.externalId],
    ...cellTexts(statement, language),
    ['network_role', stated.role],
    ['member_since', stated.since ?? ''],
    ['consent', consents.map(({ purpose }) => purpose).join('; ')],
    ['consent_text_version', versionsOfConsents(own)],
    // An import without a day leaves the days that are recorded.
    ['consent_on', isOneDay ? (first?.givenOn ?? '') : ''],
  ]);
  for (const field of LISTED_CONTACT_FIELDS) {
    const column = CONTACT_COLUMNS[field];
    if (contact && !NOT_WRITTEN.has(column)) row.set(column, contact[field] ?? '');
  }
  return row;
}
