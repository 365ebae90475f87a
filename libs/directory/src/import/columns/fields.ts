import { column, type FieldType, type ImportColumn } from '../../fields/field-types.js';
import type { ListedContact } from '../../contact/contact.js';
import type { PROFILE_FIELDS } from '../../fields/profile-fields.js';
import { DEFINITIONS, type StatedField } from '../../fields/stated.js';

interface Column extends ImportColumn {
  /** Contact and security data: its values are never repeated anywhere. */
  readonly hidden?: true;
}

const hidden = <const Name extends string>(name: Name, meaning: string, aliases: string) =>
  ({ ...column(name, meaning, aliases), hidden: true }) as const;

/** What an import says of a woman beside her profile: contact data, her membership and her consents. */
const OTHER_COLUMNS = [
  column(
    'external_id',
    'Her number in the network’s own list. Required; it finds her again in the next import.',
    'id|record id|person id|unique id|member id|member no|member number|membership number|index no|index number|reference|ref|code|no|nr|number|numéro|numéro de membre|identifiant|número|número de miembro|número de membro|medlemsnummer|nambari|namba|namba ya mwanachama|nambari ya mwanachama|namba ya uanachama|nambari ya uanachama|رقم العضوية|الرقم|م|contact id|member code|membership id|id no|s/n|sn|serial no|serial number|sr no|matricule|numéro d’adhérente|n° d’adhérente|n° de membre|n° membre|nº de membro|nº de miembro|nº de socia|número de socia|nº de sócia|número de sócia|numéro d’ordre|n° d’ordre|código|kodi|na|n°|nº|n.º|n|núm|num|individual id|contact number id|response id|ت|التسلسل|الرقم التسلسلي|رقم تسلسلي|#',
  ),
  column(
    'given_name',
    'Her first name, where the list has first and last name apart; the two make her full name.',
    'first name|given name|given names|first names|forename|prénom|prénoms|prénom(s)|nombre de pila|nombres|primer nombre|primeiro nome|nome próprio|fornavn|förnamn|jina la kwanza|الاسم الأول|الاسم الشخصي',
  ),
  column(
    'middle_name',
    'Her middle name, where the list has the parts of names apart.',
    'middle name|middle names|additional name|deuxième prénom|autres prénoms|segundo nombre|nome do meio|jina la kati|الاسم الأوسط',
  ),
  column(
    'family_name',
    'Her last name, where the list has first and last name apart.',
    'last name|surname|family name|last names|first surname|nom de famille|apellido|apellidos|primer apellido|apellido paterno|primeiro apelido|primeiro sobrenome|sobrenome|apelido|último nome|etternavn|efternamn|jina la ukoo|jina la familia|اسم العائلة|اللقب|الاسم العائلي|الكنية',
  ),
  column(
    'second_family_name',
    'Her second last name, where the list has two.',
    'second surname|second last name|postnom|post-nom|postnoms|segundo apellido|apellido materno|segundo apelido|segundo sobrenome',
  ),
  hidden(
    'email',
    'E-mail address.',
    'e-mail|mail|email id|e-mail 1 - value|email 1 - value|primary email|email address|e-mail address|courriel|email 1|personal email|contact email|work email|adresse électronique|adresse courriel|adresse de messagerie|messagerie|adresse e-mail|adresse email|adresse mail|correo|correo electrónico|correo electronico personal|email de contacto|dirección de correo electrónico|dirección de correo|correo-e|correio eletrónico|correio eletrônico|endereço de e-mail|barua pepe|anwani ya barua pepe|epost|البريد الإلكتروني|عنوان البريد الإلكتروني|الإيميل|الايميل|إيميل',
  ),
  hidden(
    'telephone',
    'Telephone number.',
    'phone|phone number|phone 1 - value|primary phone|phone no|phone numbers|phone contact|contact no|contact number|contact phone|telephone no|telephone numbers|tel number|telephone number|mobile|mobile number|mobile phone|mobile no|cell|cell phone|cellphone|tel|tel no|whatsapp|whatsapp number|phone/whatsapp|telephone/whatsapp|téléphone|tél|téléphones|n° tél|n° de tél|contact téléphonique|contacts téléphoniques|téléphone portable|portable|numéro whatsapp|numéro de téléphone|n° de téléphone|téléphone/whatsapp|teléfono|teléfonos|número de teléfono|número de celular|teléfono celular|teléfono de contacto|teléfono móvil|celular|móvil|telefone|telefones|telefone celular|contacto telefónico|contato telefônico|telemóvel|número de telefone|telefon|simu|nambari ya simu|namba za simu|simu ya mkononi|namba ya simu|هاتف|الهاتف|رقم الهاتف|الجوال|رقم الجوال|الموبايل|رقم الموبايل',
  ),
  hidden(
    'postal_address',
    'Postal address.',
    'address|home address|street address|mailing address|physical address|contact address|residential address|adresse|adresse postale|adresse physique|domicile|dirección|dirección postal|domicilio|endereço|endereço postal|morada|anwani|anwani ya posta|sanduku la posta|العنوان|العنوان البريدي|عنوان السكن',
  ),
  hidden(
    'emergency_contact',
    'Whom to call in an emergency.',
    'contact person|contact d’urgence|contacto de emergencia|contacto de emergência|mawasiliano ya dharura|جهة اتصال للطوارئ',
  ),
  hidden(
    'security_notes',
    'What her network must know to keep her safe.',
    'security|security remarks|notes de sécurité|notas de seguridad|notas de segurança|maelezo ya usalama|ملاحظات أمنية',
  ),
  hidden(
    'date_of_birth',
    'Date of birth (YYYY-MM-DD).',
    'dob|d.o.b.|birth date|birthdate|birthday|born|born on|date de naissance|née le|fecha de nacimiento|data de nascimento|fødselsdato|tarehe ya kuzaliwa|تاريخ الميلاد',
  ),
  column(
    'language_level',
    'Level of languages that have none of their own.',
    'level of languages|language level|level|proficiency|language proficiency|fluency|maîtrise de la langue|dominio del idioma|domínio da língua|niveau de langue|niveau|nivel de idioma|nivel|nível de língua|nível|kiwango cha lugha|kiwango|مستوى اللغة|المستوى',
  ),
  column(
    'expertise_level',
    'Level of fields of expertise that have none of their own; practitioner where it is empty.',
    'level of expertise|expertise level|niveau d’expertise|nivel de experiencia|nivel de especialización|nível de especialização|nível de especialidade|kiwango cha utaalamu|مستوى الخبرة',
  ),
  column(
    'network_role',
    'member, mentor or young-member.',
    'membership|member type|type of membership|statut|tipo de miembro|tipo de membro|aina ya uanachama|نوع العضوية',
  ),
  column(
    'member_since',
    'Date she joined.',
    'joined|joined on|since|date joined|date of joining|joining date|join date|membership date|member from|date of membership|membre depuis|date d’adhésion|date d’entrée|date d’inscription|miembro desde|fecha de ingreso|fecha de afiliación|fecha de adhesión|membro desde|data de adesão|data de ingresso|data de filiação|medlem siden|mwanachama tangu|tarehe ya kujiunga|عضو منذ|عضوة منذ|تاريخ الانضمام|تاريخ الانتساب|تاريخ العضوية',
  ),
  column(
    'consent',
    'Purposes she has consented to: LISTED, MATCHED, CONTACTED, PUBLISHED_ABROAD, STATISTICS, LINKED; several. Without LISTED nobody sees her.',
    'consents|consent given|consentement|consentimiento|consentimento|samtykke|idhini|الموافقة|موافقة',
  ),
  column(
    'consent_text_version',
    'Version of the text she consented to; "unstated" where it is empty.',
    'consent version|version of consent|version du consentement|versión del consentimiento|versão do consentimento|toleo la idhini|نسخة الموافقة',
  ),
  column(
    'consent_on',
    'Date of her consent; the day of the import where it is empty.',
    'consent date|date of consent|date du consentement|fecha del consentimiento|data do consentimento|tarehe ya idhini|تاريخ الموافقة',
  ),
] as const;

/** The columns of contact and security data. */
export const CONTACT_COLUMNS = {
  email: 'email',
  telephone: 'telephone',
  postalAddress: 'postal_address',
  emergencyContact: 'emergency_contact',
  securityNotes: 'security_notes',
  dateOfBirth: 'date_of_birth',
} as const satisfies Record<keyof ListedContact, (typeof OTHER_COLUMNS)[number]['name']>;

/** The columns that make her full name, in their order in it. */
export const NAME_PARTS = [
  'given_name',
  'middle_name',
  'family_name',
  'second_family_name',
] as const;

/** Columns of levels, and the columns whose values have these levels where they name none themselves. */
const LEVELED: ReadonlyMap<ImportField, ImportField> = new Map([
  ['language_level', 'languages'],
  ['expertise_level', 'expertise'],
]);
const LEVELS: ReadonlyMap<ImportField, ImportField> = new Map(
  Array.from(LEVELED, ([level, field]) => [field, level]),
);

/** The column whose values have the levels of this one; null where this one holds no levels. */
export function leveledBy(level: ImportField): ImportField | null {
  return LEVELED.get(level) ?? null;
}

/** The column of the levels of what stands in this one; null where there is none. */
export function levelsOf(field: ImportField): ImportField | null {
  return LEVELS.get(field) ?? null;
}

type ProfileColumn = {
  [K in keyof typeof PROFILE_FIELDS]: (typeof PROFILE_FIELDS)[K]['imported'] extends ImportColumn<
    infer Name
  >
    ? Name
    : never;
}[keyof typeof PROFILE_FIELDS];

/** Something an import can say of a mediator, by the canonical name of its column. */
export type ImportField = ProfileColumn | (typeof OTHER_COLUMNS)[number]['name'];

/** A field of the profile and the column that states it. */
export interface FieldOfColumn {
  readonly field: StatedField;
  readonly type: FieldType;
  readonly column: ImportField;
  readonly safety: boolean;
}

/** The fields of the profile that an import states. */
export const PROFILE_COLUMNS: readonly FieldOfColumn[] = DEFINITIONS.flatMap(
  ([field, { type, imported, safety = false }]) =>
    imported ? [{ field, type, column: imported.name as ImportField, safety }] : [],
);

/** The canonical names of the columns that state fields of some types. */
export function columnsOf(matches: (field: FieldOfColumn) => boolean): ImportField[] {
  return PROFILE_COLUMNS.filter(matches).map((one) => one.column);
}

const [NUMBER, ...OTHERS] = OTHER_COLUMNS;
const PROFILE = DEFINITIONS.flatMap(([, { imported }]) => imported ?? []);

/** Every column an import understands, with the names that networks give it. */
export const IMPORT_COLUMNS: readonly Column[] = [NUMBER, ...PROFILE, ...OTHERS];

const BY_NAME: ReadonlyMap<string, Column> = new Map(IMPORT_COLUMNS.map((one) => [one.name, one]));

export function isImportField(name: string): name is ImportField {
  return BY_NAME.has(name);
}

/** Whether values of this field may not be repeated in a report. */
export function isHidden(field: ImportField): boolean {
  return BY_NAME.get(field)?.hidden === true;
}

/** Of texts that each woman has for herself. */
const HER_OWN: ReadonlySet<string> = new Set<FieldType['kind']>([
  'name',
  'names',
  'text',
  'texts',
  'experience',
]);
const OTHERS_OF_MANY: ReadonlySet<ImportField> = new Set<ImportField>([
  'language_level',
  'expertise_level',
  'network_role',
  'member_since',
  'consent',
  'consent_text_version',
  'consent_on',
]);
const OF_MANY: ReadonlySet<ImportField> = new Set([
  ...columnsOf(({ type }) => !HER_OWN.has(type.kind)),
  ...OTHERS_OF_MANY,
]);

/** Whether one value may stand in the rows of many women: neither her name or number nor a text or contact data of hers. */
export function isOfMany(field: ImportField): boolean {
  return OF_MANY.has(field);
}

/** Whether a column holds a text in one language, with others for other languages. */
export function isTexts(field: ImportField): boolean {
  return TEXTS.has(field);
}

const TEXTS: ReadonlySet<ImportField> = new Set(columnsOf(({ type }) => type.kind === 'texts'));

/** The table of columns as Markdown, for `docs/import.md`. */
export function columnsTable(): string {
  const rows = IMPORT_COLUMNS.map(
    ({ name, meaning, aliases }) => `| \`${name}\` | ${meaning} | ${aliases.join(', ')} |`,
  );
  return ['| column | meaning | also called |', '| --- | --- | --- |', ...rows].join('\n');
}
