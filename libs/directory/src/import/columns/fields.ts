/** Something an import can say of a mediator. */
export interface FieldDefinition {
  /** What it is, for the coordinators' table. */
  readonly meaning: string;
  /** Contact and security data: its values are never repeated anywhere. */
  readonly hidden?: true;
  /** Header names that mean it, in any of six languages; the canonical name always does. */
  readonly aliases: readonly string[];
}

const visible = (meaning: string, aliases: string): FieldDefinition => ({
  meaning,
  aliases: aliases.split('|'),
});
const hidden = (meaning: string, aliases: string): FieldDefinition => ({
  ...visible(meaning, aliases),
  hidden: true,
});

/** Every column an import understands, with the names that networks give it. */
export const IMPORT_FIELDS = {
  external_id: visible(
    'Her number in the network’s own list. Required; it finds her again in the next import.',
    'id|member id|member no|member number|membership number|reference|ref|code|no|nr|number|numéro|numéro de membre|identifiant|número|número de miembro|número de membro|medlemsnummer|nambari|namba ya mwanachama|رقم العضوية|الرقم',
  ),
  full_name: visible(
    'Her full name. Required.',
    'name|first name and surname|name and surname|full name of mediator|member name|mediator|nom|nom et prénom|prénom et nom|nom complet|nombre|nombre completo|nombre y apellidos|nome|nome completo|navn|jina|jina kamili|الاسم|الاسم الكامل',
  ),
  display_name: visible(
    'Name shown to the public; her full name where it is empty.',
    'public name|shown name|preferred name|nom affiché|nom public|nombre público|nome público|jina la kuonyesha|اسم العرض',
  ),
  name_variants: visible(
    'Other spellings of her name; several.',
    'other names|also known as|aka|name in other scripts|autres noms|otros nombres|outros nomes|majina mengine|أسماء أخرى',
  ),
  code_name: visible(
    'Name shown instead of hers when she is pseudonymous.',
    'pseudonym|alias|nom de code|pseudonyme|nombre en clave|seudónimo|pseudónimo|jina la siri|اسم مستعار',
  ),
  pseudonymous: visible(
    'yes or no: show her by code name and region only.',
    'anonymous|at risk|anonyme|anónima|anônima|siri|مجهولة',
  ),
  email: hidden(
    'E-mail address.',
    'e-mail|mail|email address|e-mail address|courriel|adresse électronique|correo|correo electrónico|correio eletrónico|barua pepe|epost|البريد الإلكتروني',
  ),
  telephone: hidden(
    'Telephone number.',
    'phone|phone number|mobile|tel|whatsapp|téléphone|tél|teléfono|telefone|telefon|simu|namba ya simu|هاتف|رقم الهاتف',
  ),
  postal_address: hidden(
    'Postal address.',
    'address|home address|adresse|adresse postale|dirección|endereço|anwani|العنوان',
  ),
  emergency_contact: hidden(
    'Whom to call in an emergency.',
    'contact person|contact d’urgence|contacto de emergencia|contacto de emergência|mawasiliano ya dharura|جهة اتصال للطوارئ',
  ),
  security_notes: hidden(
    'What her network must know to keep her safe.',
    'security|security remarks|notes de sécurité|notas de seguridad|notas de segurança|maelezo ya usalama|ملاحظات أمنية',
  ),
  date_of_birth: hidden(
    'Date of birth (YYYY-MM-DD).',
    'dob|birth date|birthday|born|date de naissance|fecha de nacimiento|data de nascimento|fødselsdato|tarehe ya kuzaliwa|تاريخ الميلاد',
  ),
  nationality: visible(
    'Countries she is a national of; several.',
    'nationalities|citizenship|nationalité|nacionalidad|nacionalidade|nasjonalitet|uraia|utaifa|الجنسية',
  ),
  residence: visible(
    'Country she lives in.',
    'country of residence|lives in|based in|location|country|pays de résidence|résidence|país de residencia|país de residência|bosted|nchi ya makazi|makazi|بلد الإقامة',
  ),
  languages: visible(
    'Languages with their level, such as "English (C1); French (B2)"; several.',
    'language|languages spoken|language skills|working languages|langue|langues|langues parlées|idiomas|lenguas|línguas|språk|lugha|اللغات',
  ),
  language_level: visible(
    'Level of languages that have none of their own.',
    'level of languages|niveau de langue|nivel de idioma|nível de língua|kiwango cha lugha|مستوى اللغة',
  ),
  territories: visible(
    'Countries she knows from her work; several.',
    'territory|countries of expertise|countries|country expertise|geographic expertise|regional expertise|regions of expertise|pays|pays d’expertise|territoires|países|países de experiencia|territorios|territórios|land|nchi|nchi za utaalamu|بلدان الخبرة|الدول',
  ),
  expertise: visible(
    'Fields of expertise, with a level (familiar, practitioner, expert) or as practitioner; several.',
    'areas of expertise|fields of expertise|thematic expertise|topics|themes|domaines d’expertise|domaines|expertises|thèmes|áreas de experiencia|áreas de especialización|áreas de especialidade|fagområder|kompetanse|utaalamu|maeneo ya utaalamu|مجالات الخبرة',
  ),
  tracks: visible(
    'Tracks she has worked on: 1, 1.5, 2, 3; several.',
    'track|mediation tracks|voies|voie|niveaux|vías|vía|vias|spor|njia|المسارات',
  ),
  roles: visible(
    'Roles she takes; several.',
    'role|roles in mediation|rôle|rôles|papel|funciones|funções|papéis|roller|majukumu|الأدوار',
  ),
  supports: visible(
    'Kinds of support she gives; several.',
    'support|types of support|kinds of support|types d’appui|appui|apoyos|tipos de apoyo|tipos de apoio|usaidizi|أنواع الدعم',
  ),
  years: visible(
    'Whole years of mediation experience.',
    'years of experience|experience in years|years of mediation experience|années d’expérience|années|años de experiencia|anos de experiência|års erfaring|miaka ya uzoefu|سنوات الخبرة',
  ),
  biography: visible(
    'Text about her; a column for each language as "biography:fr".',
    'bio|profile|short bio|about|biographie|biografía|biografia|wasifu|السيرة الذاتية|نبذة',
  ),
  availability: visible(
    'available, limited or unavailable; or the periods as "2026-01-01/2026-06-30; 2026-09-01/".',
    'available|disponibilité|disponible|disponibilidad|disponibilidade|tilgjengelig|upatikanaji|التوفر',
  ),
  notice_days: visible(
    'Days of notice she needs.',
    'notice|notice period|préavis|preaviso|aviso prévio|varsel|notisi|مدة الإشعار',
  ),
  remote: visible(
    'yes, no or both: whether she works from afar.',
    'remote work|works remotely|online|à distance|a distancia|à distância|kwa mbali|عن بعد',
  ),
  education: visible('Education.', 'degrees|formation|estudios|formação|utdanning|elimu|التعليم'),
  publications: visible(
    'Publications.',
    'publicaciones|publicações|publikasjoner|machapisho|منشورات',
  ),
  training: visible(
    'Mediation training she had.',
    'trainings|training received|mediation training|formations suivies|capacitación|capacitações|kurs|mafunzo|التدريب',
  ),
  ruled_out: visible(
    'Countries she must not be sent to; several. Used by matching only.',
    'excluded countries|no deployment to|not to|pays exclus|países excluidos|países excluídos|nchi zisizofaa|بلدان مستبعدة',
  ),
  deployments: visible(
    'Processes she worked in, one on a line: process | type | phase | role | track | territory | from | to.',
    'experience|deployments and processes|missions|mission experience|processes|déploiements|misiones|missões|oppdrag|uzoefu|المهام',
  ),
  network_role: visible(
    'member, mentor or young-member.',
    'membership|member type|type of membership|statut|tipo de miembro|tipo de membro|aina ya uanachama|نوع العضوية',
  ),
  member_since: visible(
    'Date she joined.',
    'joined|joined on|since|membre depuis|miembro desde|membro desde|medlem siden|mwanachama tangu|عضو منذ',
  ),
  confirmed_on: visible(
    'Date she last confirmed her profile.',
    'last confirmed|last update|updated|updated on|mis à jour|dernière mise à jour|actualizado|atualizado|oppdatert|ilisasishwa|آخر تحديث',
  ),
  consent: visible(
    'Purposes she has consented to: LISTED, MATCHED, CONTACTED, PUBLISHED_ABROAD, STATISTICS; several. Without LISTED nobody sees her.',
    'consents|consent given|consentement|consentimiento|consentimento|samtykke|idhini|الموافقة',
  ),
  consent_text_version: visible(
    'Version of the text she consented to; "unstated" where it is empty.',
    'consent version|version of consent|version du consentement|versión del consentimiento|versão do consentimento|toleo la idhini|نسخة الموافقة',
  ),
  consent_on: visible(
    'Date of her consent; the day of the import where it is empty.',
    'consent date|date of consent|date du consentement|fecha del consentimiento|data do consentimento|tarehe ya idhini|تاريخ الموافقة',
  ),
} as const satisfies Record<string, FieldDefinition>;

export type ImportField = keyof typeof IMPORT_FIELDS;

/** Whether values of this field may not be repeated in a report. */
export function isHidden(field: ImportField): boolean {
  return 'hidden' in IMPORT_FIELDS[field];
}

/** The table of columns as Markdown, for `docs/import.md`. */
export function columnsTable(): string {
  const rows = Object.entries(IMPORT_FIELDS).map(
    ([name, { meaning, aliases }]) => `| \`${name}\` | ${meaning} | ${aliases.join(', ')} |`,
  );
  return ['| column | meaning | also called |', '| --- | --- | --- |', ...rows].join('\n');
}
