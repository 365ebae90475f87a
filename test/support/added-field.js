/**
 * A program with one field more: `node added-field.js DATABASE_URL` adds a throwaway field to the table of fields
 * before any other module reads it, uses it in every way, and prints as JSON where it turned up. The modules are the
 * built ones, so that nothing of the tests' own process knows the field.
 */
import { PROFILE_FIELDS } from '../../dist/libs/directory/src/fields/profile-fields.js';
import { CATALOGUES } from '../../dist/libs/messages/src/catalogues.js';

PROFILE_FIELDS.mentoring = {
  type: { kind: 'text', longest: 50 },
  audience: 'VETTED',
  criteria: ['TEXT'],
  search: 'C',
  about: 'Her work as a mentor of other mediators',
  imported: {
    name: 'mentoring',
    meaning: 'Whom she has mentored.',
    aliases: ['tutorat', 'الإرشاد'],
  },
};
/** One more of each type that has a column, with what a row of an import says of it. */
const OTHERS = {
  addedName: [{ kind: 'name', longest: 30, kept: false }, 'Zahra Example'],
  addedNames: [{ kind: 'names', longest: 30 }, 'Zahra; Zara'],
  addedFlag: [{ kind: 'flag' }, 'yes'],
  addedCode: [{ kind: 'code', of: 'territory' }, 'Mali'],
  addedCodes: [{ kind: 'codes', of: 'track' }, '2; 1.5'],
  addedNumber: [{ kind: 'number', from: 1, to: 9, unstated: null }, '7'],
  addedYear: [{ kind: 'year' }, '1999'],
  addedChoice: [{ kind: 'choice', of: ['by-day', 'by-night'] }, 'by-night'],
  addedTexts: [{ kind: 'texts', longest: 30 }, 'Said in English'],
  addedDay: [{ kind: 'past-day' }, '2026-02-03'],
};
const columnOf = (field) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
for (const [field, [type]] of Object.entries(OTHERS)) {
  PROFILE_FIELDS[field] = {
    type,
    audience: 'VETTED',
    about: 'Something else that is stated of her',
    imported: { name: columnOf(field), meaning: 'Something else.', aliases: [] },
  };
}
for (const [locale, names] of Object.entries(CATALOGUES.fields)) {
  names.mentoring = `Mentoring (${locale})`;
}

const { loadSettings } = await import('#config');
const { Database } = await import('#database');
const directory = await import('#directory');
const { PUBLIC_VIEWER, OPERATOR, identityEntities } = await import('#identity');
const { toSearchDocument } = await import('#search');
const { Vault, vaultEntities } = await import('#vault');
const { schemaText } = await import('../../dist/apps/api/src/graphql/schema-text.js');
const { toMediator } = await import('../../dist/apps/api/src/mediators/to-mediator.js');
const { toProfile } = await import('../../dist/apps/api/src/curation/to-profile.js');
const { toChanges } = await import('../../dist/apps/api/src/curation/profile-changes.input.js');

const [databaseUrl] = process.argv.slice(2);
const TODAY = new Date('2026-11-01T12:00:00Z');
const database = await Database.open({ databaseUrl, dataDirectory: '', databasePool: 5 }, [
  ...vaultEntities,
  ...identityEntities,
  ...directory.directoryEntities,
]);
const vault = await Vault.open(database, loadSettings(process.env));
const network = await new directory.NetworkService(database).create(OPERATOR, {
  slug: 'acacia',
  names: { en: 'Acacia' },
});

/** What a row with this text under this header comes to. */
async function importRow(header, text) {
  const rejects = [];
  const report = await directory.importProfiles(
    { database, vault },
    {
      by: OPERATOR,
      rows: directory.rowsFromRecords([
        {
          external_id: 'A-1',
          full_name: 'Awa Example',
          languages: 'French (C1)',
          territories: 'Mali',
          expertise: 'mediation',
          consent: 'LISTED; MATCHED',
          [header]: text,
          ...Object.fromEntries(
            Object.entries(OTHERS).map(([field, [, said]]) => [columnOf(field), said]),
          ),
        },
      ]),
      columns: new directory.ColumnMap(),
      network: 'acacia',
      today: TODAY,
      onRejects: (found) =>
        void rejects.push(...found.map((reject) => directory.sayReject(reject, 'en'))),
    },
  );
  return { report, rejects };
}

const tooLong = await importRow('tutorat', 'x'.repeat(51));
await importRow('الإرشاد', 'Guided obsidian circles');
const [record] = await new directory.ProfileReader(database).after(null, 10);
const profiles = new directory.ProfileService(database, () => TODAY);
const view = (clearance) => directory.projectProfile(record, clearance, TODAY);

const herself = {
  ...PUBLIC_VIEWER,
  name: 'user:herself',
  userId: record.id,
  grants: ['anyone', 'user', 'mediator'],
  mediatorId: record.id,
};
const curation = new directory.CurationService(database, vault, () => TODAY);
const refused = await curation
  .edit(herself, record.id, record.revision, toChanges({ mentoring: 'x'.repeat(51) }))
  .then(
    () => null,
    (error) => error.problems,
  );
await curation.edit(herself, record.id, record.revision, toChanges({ mentoring: 'Her own words' }));
const whole = await profiles.whole(herself, record.id);
const changes = await database.query(
  "SELECT before, after FROM profile_field_change WHERE field = 'mentoring' ORDER BY id",
);
const [part] = directory.directoryParts(vault);
const held = await database.transaction(async (tx) => part.read(tx, herself, record.id));

process.stdout.write(
  JSON.stringify({
    entityDrift: await database.schemaDrift(),
    columnsTable: directory.columnsTable(),
    tooLong: tooLong.rejects,
    held: record.mentoring,
    seen: Object.fromEntries(
      ['PUBLIC', 'VETTED', 'CURATOR'].map((one) => [one, view(one).mentoring]),
    ),
    narrowed: directory.projectProfile(
      { ...record, audience: { mentoring: 'CURATOR' } },
      'VETTED',
      TODAY,
    ).mentoring,
    pseudonymous: directory.projectProfile({ ...record, pseudonymous: true }, 'VETTED', TODAY)
      .mentoring,
    documents: (await profiles.byIds([record.id]))
      .map(toSearchDocument)
      .map(({ clearance, texts }) => [clearance, texts.mentoring ?? null]),
    criteria: directory.fieldsOf('TEXT'),
    refused,
    edited: whole.mentoring,
    sources: whole.sourcesOf.mentoring,
    conflicts: whole.conflicts,
    changes,
    network: network.id,
    audiences: await new directory.AudienceService(database).list(herself, record.id),
    mediator: toMediator(view('VETTED'), 'en').mentoring,
    mediatorOfPublic: toMediator(view('PUBLIC'), 'en').mentoring,
    profile: toProfile(whole, 'en').mentoring,
    personalData: held.mentoring,
    label: directory.personalDataLabel('mentoring', 'fr'),
    others: Object.fromEntries(
      Object.keys(OTHERS).map((field) => [
        field,
        [record[field], view('PUBLIC')[field], toMediator(view('VETTED'), 'en')[field]],
      ]),
    ),
    schema: await schemaText(),
  }),
);
await database.close();
