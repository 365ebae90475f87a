/**
 * Migrations up to this one are of 0.1.0: no database of an earlier release has to take them while others work. At a release,
 * `docs/releasing.md` moves it on.
 */
const LAST_OF_RELEASE = 1767000000000;

/** Tables that grow with the directory and its use. A statement that reads or writes all of one takes minutes. */
const LARGE = new Set(
  `affiliation audience_consent audit_entry consent contact_access contact_change experience exposure mail_message mediator
   mediator_contact mediator_expertise mediator_language mediator_territory profile_evidence profile_field_change
   profile_import profile_revision profile_step search_pending shortlist_entry staged_row`.split(
    /\s+/,
  ),
);

/** Also one with a schema, or one that the source puts in (`${table}`). */
const NAME = String.raw`(?:ONLY\s+)?(?:public\.)?"?((?:[\w.]|\$\{\w+\})+)"?`;

/** What holds up everybody who writes to a large table, or reads it, until it is done. */
const LOCKS = [
  [
    new RegExp(String.raw`CREATE\s+(?:UNIQUE\s+)?INDEX\s+\w+\s+ON\s+${NAME}`, 'gi'),
    'an index of a large table keeps everybody from writing until it is built',
  ],
  [
    new RegExp(
      String.raw`ALTER\s+TABLE\s+${NAME}[^;]*\bADD\s+CONSTRAINT\s+\w+\s+(?:CHECK|FOREIGN\s+KEY)(?![^;]*NOT\s+VALID)`,
      'gi',
    ),
    'a constraint is checked for all rows under a lock: add it NOT VALID, and validate it in a migration of its own',
  ],
  [
    new RegExp(String.raw`ALTER\s+TABLE\s+${NAME}[^;]*\bSET\s+NOT\s+NULL`, 'gi'),
    'SET NOT NULL reads all rows under a lock: validate a CHECK first',
  ],
  [
    new RegExp(
      String.raw`ALTER\s+TABLE\s+${NAME}[^;]*\bADD\s+COLUMN\b[^;]*(?:GENERATED|DEFAULT\s+\w+\()`,
      'gi',
    ),
    'a column whose value is computed writes all rows under a lock',
  ],
  [
    new RegExp(String.raw`\bUPDATE\s+${NAME}\s+SET\b(?![^;]*\bWHERE\b)`, 'gi'),
    'an UPDATE of all rows belongs to a job that does some of them at a time',
  ],
];

/** What the version before cannot work with, although its processes go on until they are replaced. */
const BREAKS = [
  [new RegExp(String.raw`\bDROP\s+TABLE\s+(?:IF\s+EXISTS\s+)?${NAME}`, 'gi'), 'drops a table'],
  [new RegExp(String.raw`ALTER\s+TABLE\s+${NAME}[^;]*\bDROP\s+COLUMN\b`, 'gi'), 'drops a column'],
  [new RegExp(String.raw`ALTER\s+TABLE\s+${NAME}[^;]*\bRENAME\b`, 'gi'), 'renames'],
  [
    new RegExp(String.raw`ALTER\s+TABLE\s+${NAME}[^;]*\bTYPE\b`, 'gi'),
    'changes the type of a column',
  ],
  [
    new RegExp(
      String.raw`ALTER\s+TABLE\s+${NAME}[^;]*\bADD\s+COLUMN\b[^;,]*\bNOT\s+NULL\b(?![^;,]*\bDEFAULT\b)`,
      'gi',
    ),
    'adds a column that the version before does not fill',
  ],
  [
    new RegExp(String.raw`ALTER\s+TABLE\s+${NAME}[^;]*\bSET\s+NOT\s+NULL`, 'gi'),
    'SET NOT NULL refuses what the version before may leave empty',
  ],
  [
    new RegExp(String.raw`ALTER\s+TABLE\s+${NAME}[^;]*\bDROP\s+DEFAULT`, 'gi'),
    'takes a default away, which the version before may rely on',
  ],
  [
    new RegExp(String.raw`ALTER\s+TABLE\s+${NAME}[^;]*\bENABLE\s+ROW\s+LEVEL\s+SECURITY`, 'gi'),
    'hides rows from the version before',
  ],
  [
    /\bDROP\s+(?:FUNCTION|PROCEDURE|VIEW|MATERIALIZED\s+VIEW|SEQUENCE|TYPE|DOMAIN)\s+(?:IF\s+EXISTS\s+)?"?(\w+)"?/gi,
    'drops what the version before may call',
  ],
  [
    new RegExp(String.raw`\bREVOKE\b[^;]*?\bON\s+(?:TABLE\s+)?${NAME}[^;]*\bbaraza_app\b`, 'gi'),
    'takes a right away that the version before may use',
  ],
];

/** Rules for rows to come: nothing to the version before where they are about columns that it does not know. */
const RULES = [
  [
    new RegExp(
      String.raw`ALTER\s+TABLE\s+${NAME}[^;]*?\bADD\s+CONSTRAINT\s+\w+\s+(?:CHECK|UNIQUE|EXCLUDE|FOREIGN|PRIMARY)([^;]*)`,
      'gi',
    ),
    'a constraint refuses what the version before may write',
  ],
  [
    new RegExp(String.raw`CREATE\s+UNIQUE\s+INDEX\s+\w+\s+ON\s+${NAME}([^;]*)`, 'gi'),
    'a unique index refuses what the version before may write',
  ],
];

/**
 * What a migration does to those who work while it runs, as sentences. A comment `-- locks: reason` or `-- breaks: reason` in
 * its SQL says that somebody has thought of it.
 *
 * @param {string} file such as `1767000000001-name.ts`
 * @param {string} source
 * @returns {string[]}
 */
export function migrationProblems(file, source) {
  if (Number.parseInt(file, 10) <= LAST_OF_RELEASE) return [];
  const up = upOf(source);
  return [
    ...(/-- locks: \S/.test(up)
      ? []
      : found(up, LOCKS).flatMap(({ table, sentence }) =>
          LARGE.has(table) ? [`${table}: ${sentence}.`] : [],
        )),
    ...(/-- breaks: \S/.test(up) ? [] : migrationBreaks(source)),
  ];
}

/**
 * What the version before cannot work with after a migration, whether somebody has thought of it or not.
 *
 * @param {string} source
 * @returns {string[]}
 */
export function migrationBreaks(source) {
  const up = upOf(source);
  const added = [...up.matchAll(/\bADD\s+COLUMN\s+(?:IF\s+NOT\s+EXISTS\s+)?"?(\w+)"?/gi)];
  const isAdded = new RegExp(String.raw`\b(?:${added.map(([, name]) => name).join('|')})\b`);
  return [
    ...found(up, BREAKS),
    ...found(up, RULES).filter(({ body }) => added.length === 0 || !isAdded.test(body)),
  ].map(({ table, sentence }) => `${table}: ${sentence}.`);
}

function upOf(source) {
  const [up = ''] = source.split(/\basync down\(/);
  return up;
}

/** What rules find about that which was there before. A function may be dropped and made again; a table then is another one. */
function found(up, rules) {
  const made = placesOf(up, 'TABLE');
  const callable = placesOf(up, '(?:FUNCTION|VIEW)');
  return rules.flatMap(([pattern, sentence]) =>
    [...up.matchAll(pattern)]
      .filter(({ 1: name, index }) => !(made.get(name) < index) && !callable.has(name))
      .map(([, table, body = '']) => ({ table, sentence, body })),
  );
}

/** Where things of a kind are made, by their names. */
function placesOf(up, kind) {
  const create = String.raw`CREATE\s+(?:OR\s+REPLACE\s+)?${kind}\s+(?:IF\s+NOT\s+EXISTS\s+)?${NAME}`;
  return new Map(
    [...up.matchAll(new RegExp(create, 'gi'))].map(({ 1: name, index }) => [name, index]),
  );
}
