import type { YearsBand } from '#vocabulary';
import { ageBand, yearsBand } from './bands.js';
import {
  availability,
  choice,
  code,
  codes,
  column,
  experience,
  flag,
  LONGEST,
  name,
  names,
  number,
  pastDay,
  skills,
  text,
  texts,
  year,
  type FieldDefinition,
  type Shown,
} from './field-types.js';
import { WORKING_MODES } from './field-values.js';

/**
 * Every field of the profile, in the order in which fields are shown, compared and recorded. Statements, columns,
 * checks, projection, import, the GraphQL types, search texts and her data export follow from it
 * (docs/adding-a-field.md). Who sees what is written a second time, by hand, in test/support/who-may-see.ts.
 */
export const PROFILE_FIELDS = {
  fullName: {
    type: name({ kept: true }),
    audience: 'VETTED',
    search: 'A',
    about: 'Her full name, as she or a network of hers states it',
    imported: column(
      'full_name',
      'Her full name. Required.',
      'noms|name|first name and surname|name and surname|full name of mediator|member name|mediator|nom|nom et prénom|prénom et nom|nom complet|nombre|nombre completo|nombre y apellidos|nome|nome completo|navn|jina|jina kamili|الاسم|الاسم الكامل|names|full names|surname and first name|surname and other names|surname first name|first and last name|first name and last name|name of member|name of mediator|name of the mediator|mediator name|name of woman mediator|names of women mediators|woman mediator|nom de la médiatrice|nombre de la mediadora|nome da mediadora|jina la msuluhishi|اسم الوسيطة|nom et prénoms|noms et prénoms|noms et prénom|prénoms et nom|prénoms et noms|nom prénom|nom prénoms|noms prénoms|apellidos y nombres|apellidos y nombre|nombres y apellidos|apellidos nombres|nome e sobrenome|nome e apelido|nome e apelidos|majina|majina kamili|jina la mwanachama|jina na ukoo|الاسم واللقب|الاسم الثلاثي|الاسم الرباعي|اسم العضوة',
    ),
  },
  displayName: {
    type: name({ kept: true }),
    // With a code name, or where she narrows it, the code name is shown in its place.
    views: { name: { audience: 'PUBLIC', pseudonymous: 'class', search: 'A' } },
    about: 'The name that is shown to the public',
    imported: column(
      'display_name',
      'Name shown to the public; her full name where it is empty.',
      'public name|shown name|preferred name|nom affiché|nom public|nombre público|nome público|jina la kuonyesha|اسم العرض',
    ),
  },
  nameVariants: {
    type: names(),
    audience: 'VETTED',
    search: 'A',
    about: 'Other spellings of her name, such as transliterations',
    imported: column(
      'name_variants',
      'Other spellings of her name; several.',
      'other names|also known as|aka|name in other scripts|autres noms|otros nombres|outros nomes|majina mengine|أسماء أخرى',
    ),
  },
  codeName: {
    type: name({ longest: LONGEST.codeName }),
    views: {},
    safety: true,
    about: 'The name that is shown in place of hers while she is pseudonymous',
    imported: column(
      'code_name',
      'Name shown instead of hers when she is pseudonymous.',
      'pseudonym|alias|nom de code|pseudonyme|nombre en clave|seudónimo|pseudónimo|jina la siri|اسم مستعار',
    ),
  },
  pseudonymous: {
    type: flag(),
    views: {},
    united: 'true-wins',
    safety: true,
    about: 'True if others see her by code name and regions only',
    stating: 'She is pseudonymous as long as any source says so.',
    imported: column(
      'pseudonymous',
      'yes or no: show her by code name and region only.',
      'anonymous|at risk|anonyme|anónima|anônima|siri|مجهولة',
    ),
  },
  nationalities: {
    type: codes('territory'),
    audience: 'VETTED',
    criteria: ['REGION', 'ORIGIN'],
    about: 'The territories whose nationality she has',
    imported: column(
      'nationality',
      'Countries she is a national of; several.',
      'nationalities|citizenship|citizenships|country of origin|countries of origin|origin country|home country|country of nationality|country of citizenship|nationalité|nationalités|citoyenneté|pays d’origine|pays de nationalité|pays de citoyenneté|nacionalidades|ciudadanía|país de origen|países de origen|país de nacionalidad|cidadania|país de origem|países de origem|país de nacionalidade|nacionalidad|nacionalidade|nasjonalitet|uraia|utaifa|nchi ya asili|nchi ya uraia|nchi anayotoka|الجنسية|الجنسيات|بلد المنشأ|بلد الأصل|البلد الأصلي|دولة المنشأ|الموطن الأصلي',
    ),
  },
  residence: {
    type: code('territory'),
    audience: 'VETTED',
    criteria: ['REGION', 'ORIGIN'],
    about: 'The territory in which she lives',
    imported: column(
      'residence',
      'Country she lives in.',
      'home country/region|home country region|mailing country|country/region|country of residence|lives in|based in|location|country|country of domicile|residence|current country|current country of residence|current location|country based in|place of residence|resides in|pays de résidence|pays de résidence actuel|pays de résidence actuelle|lieu de résidence|résidence actuelle|réside à|pays de domicile|résidence|país|país de residencia|país de residencia actual|lugar de residencia|residencia|reside en|país donde vive|país de residência|país de residência atual|residência|local de residência|reside em|país onde vive|bosted|nchi ya makazi|nchi anayoishi|nchi ya makazi ya sasa|anaishi|makazi|بلد الإقامة الحالي|مكان الإقامة|بلد السكن|مكان السكن|بلد الإقامة|البلد|الدولة|دولة الإقامة',
    ),
  },
  birthYear: {
    type: year(),
    views: {
      ageBand: {
        audience: 'VETTED',
        pseudonymous: 'class',
        of: (born: number | null, today: Date) => ageBand(born, today.getUTCFullYear()),
      },
    },
    about: 'Her year of birth. Others than her curators see an age band only',
    // The year of her date of birth, which is contact data.
    imported: null,
  },
  years: {
    type: number(0, 80, { unstated: 0 }),
    views: {
      yearsBand: {
        audience: 'PUBLIC',
        pseudonymous: 'class',
        criteria: ['YEARS'],
        of: (years: number): YearsBand => yearsBand(years),
      },
      years: { audience: 'VETTED', pseudonymous: 'class', criteria: ['YEARS'] },
    },
    found: { criterion: 'YEARS', filters: ['filter.minimumYears'] },
    about: 'Her years of mediation experience, as a whole number',
    imported: column(
      'years',
      'Whole years of mediation experience.',
      'years of experience|experience in years|experience (years)|expérience (années)|experiencia (años)|experiência (anos)|nombre d’années d’expérience|number of years of experience|years of mediation experience|années d’expérience|années|años de experiencia|anos de experiência|années d’expérience en médiation|años|anos|expérience en années|experiencia en años|experiência em anos|years exp|years of exp|yrs of experience|yrs of exp|yrs exp|experience (yrs)|exp (years)|års erfaring|miaka ya uzoefu|uzoefu (miaka)|سنوات الخبرة|عدد سنوات الخبرة|الخبرة (سنوات)',
    ),
  },
  tracks: {
    type: codes('track'),
    audience: 'PUBLIC',
    pseudonymous: 'class',
    criteria: ['TRACK'],
    found: { criterion: 'TRACK', filters: ['filter.tracks'] },
    about: 'The tracks of diplomacy that she has worked on',
    imported: column(
      'tracks',
      'Tracks she has worked on: 1, 1.5, 2, 3; several.',
      'track|mediation tracks|voies|voie|niveaux|vías|vía|vias|spor|njia|المسارات',
    ),
  },
  roles: {
    type: codes('role'),
    audience: 'PUBLIC',
    pseudonymous: 'class',
    criteria: ['ROLE'],
    search: 'B',
    found: { criterion: 'ROLE', filters: ['filter.roles'] },
    about: 'The roles that she takes in a process',
    imported: column(
      'roles',
      'Roles she takes; several.',
      'role|roles in mediation|rôle|rôles|papel|papeles|funciones|funções|papéis|roller|majukumu|الأدوار',
    ),
  },
  supports: {
    type: codes('support'),
    audience: 'PUBLIC',
    pseudonymous: 'class',
    about: 'The kinds of mediation support that she gives',
    imported: column(
      'supports',
      'Kinds of support she gives; several.',
      'support|types of support|kinds of support|types d’appui|appui|apoyos|tipos de apoyo|tipos de apoio|usaidizi|أنواع الدعم',
    ),
  },
  availability: {
    type: availability(),
    views: {
      availabilityBand: {
        audience: 'PUBLIC',
        pseudonymous: 'class',
        criteria: ['AVAILABILITY'],
      },
      available: {
        audience: 'VETTED',
        pseudonymous: 'class',
        criteria: ['AVAILABILITY'],
        withheld: null,
      },
    },
    found: { criterion: 'AVAILABILITY', filters: ['filter.availability'] },
    about: 'How available she is for an assignment',
    imported: column(
      'availability',
      'available, limited or unavailable; or the periods as "2026-01-01/2026-06-30; 2026-09-01/".',
      'available|available for missions|available for assignments|available for deployment|availability for deployment|disponibilité|disponible pour missions|disponible pour des missions|disponibilité pour des missions|disponível|disponível para missões|disponible para misiones|disponibilidad para misiones|disponibilidade para missões|disponible|disponibilidad|disponibilidade|tilgjengelig|upatikanaji|التوفر',
    ),
  },
  noticeDays: {
    type: number(0, 3_650, { check: 'mediator_notice_range' }),
    audience: 'PUBLIC',
    pseudonymous: 'class',
    criteria: ['NOTICE'],
    about: 'How many days of notice she needs before an assignment',
    imported: column(
      'notice_days',
      'Days of notice she needs.',
      'notice|notice period|notice required|notice needed|days of notice|notice (days)|préavis|délai de préavis|préavis (jours)|preaviso|días de preaviso|plazo de preaviso|aviso prévio|prazo de aviso|dias de aviso prévio|varsel|notisi|مدة الإشعار',
    ),
  },
  workingMode: {
    type: choice(WORKING_MODES),
    audience: 'PUBLIC',
    pseudonymous: 'class',
    criteria: ['WORKING_MODE'],
    about: 'Whether she works in person, remotely or both',
    imported: column(
      'remote',
      'yes, no or both: whether she works from afar.',
      'remote work|works remotely|online|à distance|a distancia|à distância|kwa mbali|عن بعد',
    ),
  },
  biography: {
    type: texts(),
    audience: 'PUBLIC',
    criteria: ['TEXT'],
    search: 'C',
    found: { criterion: 'TEXT', filters: ['search'] },
    about: 'The texts about her, in every language in which there is one',
    stating: 'The list replaces the texts in all languages.',
    imported: column(
      'biography',
      'Text about her; a column for each language as "biography:fr".',
      'bio|profile|short bio|short biography|brief bio|brief biography|biographical note|about|about her|profile summary|biographie|courte biographie|brève biographie|notice biographique|présentation|biografía|breve biografía|reseña biográfica|semblanza|biografia|breve biografia|nota biográfica|wasifu|wasifu mfupi|السيرة الذاتية|نبذة|نبذة تعريفية|نبذة مختصرة|نبذة شخصية',
    ),
  },
  education: {
    type: text(),
    audience: 'VETTED',
    criteria: ['TEXT'],
    search: 'C',
    about: 'Her education in free text',
    imported: column(
      'education',
      'Education.',
      'degrees|education level|academic background|educational background|qualifications|academic qualifications|formation|formation académique|études|niveau d’études|diplômes|estudios|formación académica|nivel de estudios|títulos académicos|formação|formação académica|formação acadêmica|habilitações literárias|escolaridade|utdanning|elimu|kiwango cha elimu|التعليم|المؤهل العلمي|المؤهلات|المؤهلات العلمية|التحصيل العلمي',
    ),
  },
  publications: {
    type: text(),
    audience: 'VETTED',
    criteria: ['TEXT'],
    search: 'C',
    about: 'Her publications in free text',
    imported: column(
      'publications',
      'Publications.',
      'publicaciones|publicações|publikasjoner|machapisho|منشورات',
    ),
  },
  training: {
    type: text(),
    audience: 'VETTED',
    criteria: ['TEXT'],
    search: 'C',
    about: 'Her mediation training in free text',
    imported: column(
      'training',
      'Mediation training she had.',
      'trainings|training received|trainings attended|mediation training|mediation trainings|training in mediation|formations suivies|formations en médiation|formation en médiation|capacitación|formación en mediación|capacitaciones|capacitações|kurs|mafunzo|التدريب',
    ),
  },
  ruledOut: {
    type: codes('territory'),
    // She may widen it so far that verified organizers' rankings honour it, and no more: it could tell where she is
    // in danger. No search document holds it.
    audience: 'CURATOR',
    widest: 'VETTED',
    pseudonymous: 'own',
    withheld: null,
    united: 'all',
    safety: true,
    about: 'Territories to which she must not be sent',
    stating: 'A territory stays ruled out as long as any source says so.',
    imported: column(
      'ruled_out',
      'Countries she must not be sent to; several. Used by matching only.',
      'countries to avoid|countries she must not work in|no-go countries|restricted countries|pays à éviter|pays interdits|países a evitar|países que debe evitar|países que deve evitar|nchi za kuepuka|بلدان يجب تجنبها|دول يجب تجنبها|دول ممنوعة|excluded countries|no deployment to|not to|pays exclus|países excluidos|países excluídos|nchi zisizofaa|بلدان مستبعدة',
    ),
  },
  confirmedOn: {
    type: pastDay(),
    audience: 'PUBLIC',
    pseudonymous: 'class',
    criteria: ['FRESHNESS'],
    united: 'latest',
    found: { criterion: 'FRESHNESS', filters: [] },
    about: 'The day on which she last confirmed her profile',
    stating: 'The latest of all sources counts.',
    reading: 'If she is pseudonymous, the first day of a year in or after which she did.',
    imported: column(
      'confirmed_on',
      'Date she last confirmed her profile.',
      'last confirmed|last update|last updated|date of last update|updated|updated on|mis à jour|dernière mise à jour|actualizado|atualizado|oppdatert|ilisasishwa|آخر تحديث',
    ),
  },
  languages: {
    type: skills('language', 'mediator_language'),
    audience: 'PUBLIC',
    pseudonymous: 'class',
    criteria: ['LANGUAGE'],
    search: 'B',
    found: { criterion: 'LANGUAGE', filters: ['filter.languages', 'search'] },
    about: 'The languages that she works in, with her levels',
    imported: column(
      'languages',
      'Languages with their level, such as "English (C1); French (B2)"; several.',
      'language|languages spoken|language skills|working languages|UN languages|langue|langues|langues parlées|langues maîtrisées|langues de travail|spoken languages|languages known|other languages|autres langues|otros idiomas|otras lenguas|outras línguas|outros idiomas|lugha nyingine|لغات أخرى|languages and level|languages and levels|langues parlées et niveau|langues et niveau|idioma|idiomas|idiomas hablados|idiomas que habla|idiomas y nivel|lengua|lenguas|língua|línguas|línguas faladas|línguas que fala|språk|lugha|lugha anazozungumza|lugha zinazozungumzwa|لغات|اللغة|اللغات|اللغات المتحدثة|اللغات التي تتحدثها',
    ),
  },
  territories: {
    type: codes('territory', 'mediator_territory'),
    audience: 'PUBLIC',
    pseudonymous: 'class',
    criteria: ['REGION'],
    search: 'B',
    found: { criterion: 'REGION', filters: ['filter.territories', 'search'] },
    about: 'Territories that she knows from her work',
    reading: 'M49 regions if she is pseudonymous.',
    imported: column(
      'territories',
      'Countries she knows from her work; several.',
      'territory|countries of expertise|countries of experience|countries of work|countries of intervention|countries of operation|countries covered|countries of deployment|country experience|countries worked|countries|country expertise|geographic expertise|geographical expertise|geographic experience|geographic focus|geographical focus|geographic area|geographical area|geographic areas|geographical areas|geographic coverage|regional expertise|regions of expertise|pays|pays d’expertise|pays d’expérience|pays d’intervention|pays couverts|pays de travail|zone d’intervention|zones d’intervention|zone géographique|zones géographiques|couverture géographique|territoires|países|países de experiencia|países de experiência|países de especialidade|territorios|territórios|land|nchi|nchi za utaalamu|nchi alizofanya kazi|nchi za kazi|nchi za uzoefu|countries worked in|países de intervención|países de trabajo|países donde ha trabajado|zona de intervención|zonas de intervención|áreas geográficas|cobertura geográfica|países onde trabalhou|zonas de intervenção|países de atuação|países de intervenção|بلدان الخبرة|بلدان العمل|مناطق العمل|دول العمل|الدول|الدول التي عملت فيها',
    ),
  },
  expertise: {
    type: skills('expertise', 'mediator_expertise'),
    audience: 'PUBLIC',
    pseudonymous: 'class',
    criteria: ['EXPERTISE'],
    search: 'B',
    found: { criterion: 'EXPERTISE', filters: ['filter.expertise', 'search'] },
    about: 'Her fields of expertise, with her levels',
    imported: column(
      'expertise',
      'Fields of expertise, with a level (familiar, practitioner, expert) or as practitioner; several.',
      'áreas de trabalho|áreas de trabajo|domaines de travail|areas of work|areas of expertise|area of expertise|area of specialization|area of specialisation|areas of specialization|areas of specialisation|expertise areas|field of expertise|fields of expertise|thematic expertise|thematic areas|thematic area|topic|mediation topics|topics|themes|specialisation|specialization|domaines d’expertise|domaines de compétence|domaines d’intervention|domaine d’intervention|domaine d’expertise|domaine|domaines|expertises|expertise thématique|thématiques|thématique|thèmes|spécialités|spécialité|spécialisation|áreas de experiencia|áreas de especialización|áreas de especialização|áreas de especialidade|áreas de atuação|área de atuação|áreas de actuação|área de actuação|áreas temáticas|áreas|área de especialización|temas|especialidad|especialidades|especialidade|especialização|fagområder|kompetanse|utaalamu|utaalam|maeneo ya utaalamu|ujuzi|maeneo ya ujuzi|مجالات الخبرة|مجال الخبرة|مجالات التخصص|التخصص|التخصصات',
    ),
  },
  experience: {
    type: experience('experience'),
    audience: 'VETTED',
    criteria: ['REGION', 'EXPERTISE', 'ROLE', 'PROCESS', 'TEXT'],
    search: 'C',
    found: { criterion: 'PROCESS', filters: [] },
    about: 'Her deployments in peace processes',
    imported: column(
      'deployments',
      'Processes she worked in, one on a line: process | type | phase | role | track | territory | from | to.',
      'experience|deployments and processes|missions|mission experience|processes|déploiements|misiones|missões|oppdrag|uzoefu|kazi zilizofanywa|المهام',
    ),
  },
} as const satisfies Record<string, FieldDefinition>;

/** The networks that list her: shown as a field is, and stated by nobody, for each network knows it. */
export const NETWORKS = {
  audience: 'PUBLIC',
  pseudonymous: 'class',
  criteria: ['NETWORK', 'MENTOR'],
  search: 'B',
} as const satisfies Shown;
