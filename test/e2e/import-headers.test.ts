import { describe, expect, it } from '@jest/globals';
import type { Mapping } from '#directory';
import { read } from '../support/reading.js';

const lines = (...rows: string[]) => rows.join('\n');

/** Headers as networks write them, in six languages; each list is read without a mapping. */
describe('headers of lists', () => {
  it('of a French list in capitals, with a title above and Windows line ends', async () => {
    const { drafts, rejects, refused } = await read(
      'annuaire.csv',
      [
        'Annuaire des médiatrices;;;;;',
        "N°;NOM ET PRÉNOMS;Nationalité;Langues parlées et niveau;Domaines d'intervention;Expérience (années)",
        '1;DIALLO Aïssatou;Malienne;Français (courant), Bambara (langue maternelle);Médiation communautaire;12 ans',
      ].join('\r\n'),
    );
    expect([refused, rejects]).toEqual([null, []]);
    expect(drafts).toMatchObject([
      {
        fullName: 'DIALLO Aïssatou',
        nationalities: ['ML'],
        languages: [
          { code: 'bm', level: 'native' },
          { code: 'fr', level: 'C1' },
        ],
        years: 12,
      },
    ]);
  });

  it('of a register with a surname and the other names', async () => {
    const { drafts, rejects } = await read(
      'register.csv',
      lines(
        'S/N,Surname,Other names,Country,Languages spoken,Area of specialization,Yrs of exp.',
        '1,OKAFOR,Ngozi Grace,Nigeria,English (fluent),Security sector reform (SSR),15yrs',
      ),
    );
    expect(rejects).toEqual([]);
    expect(drafts).toMatchObject([
      {
        fullName: 'Ngozi Grace OKAFOR',
        years: 15,
        expertise: [{ code: 'security.security-sector-reform' }],
      },
    ]);
  });

  it('of other names beside first and last name, which stay other names', async () => {
    const { drafts } = await read(
      'register.csv',
      lines('No,First name,Surname,Other names', '1,Ngozi,OKAFOR,Grace Obi'),
    );
    expect(drafts).toMatchObject([{ fullName: 'Ngozi OKAFOR', nameVariants: ['Grace Obi'] }]);
  });

  it('of a Spanish form, and of a list with a row for each topic', async () => {
    const form = await read(
      'formulario.csv',
      lines(
        'ID,Dirección de correo electrónico,1. ¿Cuál es su nombre completo?,2. ¿Qué idiomas habla y con qué nivel?',
        '1,luz@example.org,Luz Peña,"Español (nativo), inglés (intermedio)"',
      ),
    );
    expect(form.drafts).toMatchObject([
      { contact: { email: 'luz@example.org' }, languages: [{ code: 'en' }, { code: 'es' }] },
    ]);
    const rows = await read(
      'topics.csv',
      lines(
        'No;Name;Language;Proficiency;Topic;Level of expertise',
        '1;Ada Example;English;C2;Elections;Expert',
      ),
    );
    expect(rows.remarks).toEqual([]);
    expect(rows.drafts).toMatchObject([
      {
        languages: [{ code: 'en', level: 'C2' }],
        expertise: [{ code: 'governance.elections', level: 3 }],
      },
    ]);
  });

  it('of a Swahili list', async () => {
    const { drafts, rejects, remarks } = await read(
      'orodha.csv',
      lines(
        'Na.,Jina kamili,Nchi,Lugha,Ujuzi,Uzoefu (miaka),Simu,Barua pepe,Idhini ya kuorodheshwa (LISTED)',
        '1,Rehema Juma,Tanzania,"Kiswahili (lugha mama), Kiingereza (vizuri)",usuluhishi,10,+255 700 000 001,rehema@example.org,Ndiyo',
      ),
    );
    expect([rejects, remarks]).toEqual([[], []]);
    expect(drafts).toMatchObject([
      { externalId: '1', territories: ['TZ'], years: 10, consents: ['LISTED'] },
    ]);
  });

  it('of a Spanish list with a column for each language and a consent that names its purpose', async () => {
    const { drafts, rejects } = await read(
      'lista.csv',
      lines(
        'ID;Apellidos y nombres;País;Inglés;Francés;Temas;Autoriza publicación (LISTED)',
        'C-01;Pérez Gómez María;Colombia;B2;;Justicia transicional;Sí',
        'C-02;Quispe Rosa;Bolivia;;A2;Mediación comunitaria;No',
      ),
    );
    expect(rejects).toEqual([]);
    expect(drafts).toMatchObject([
      { fullName: 'Pérez Gómez María', residence: 'CO', consents: ['LISTED'] },
      { fullName: 'Quispe Rosa', residence: 'BO', consents: [] },
    ]);
  });

  it('of an Arabic list, its numbers in any digits', async () => {
    const { drafts, rejects } = await read(
      'قائمة.csv',
      lines(
        'م,الاسم الثلاثي,الجنسية,البلد,اللغات,التخصص,عدد سنوات الخبرة,رقم الجوال',
        '١٢,سلمى أحمد الحسن,سورية,لبنان,العربية (اللغة الأم),الوساطة المجتمعية,١٢,+961 1 000 000',
      ),
    );
    expect(rejects).toEqual([]);
    expect(drafts).toMatchObject([
      { externalId: '12', nationalities: ['SY'], residence: 'LB', years: 12 },
    ]);
  });

  it('that say the level of all languages below them', async () => {
    const { drafts, rejects } = await read(
      'levels.csv',
      lines(
        'Ref,Names,Languages (Fluent),Languages: working,Langues (notions)',
        'A1,Ada Example,"English; Swahili (native)",French,Arabic',
      ),
    );
    expect(rejects).toEqual([]);
    expect(drafts[0]?.languages).toEqual([
      { code: 'ar', level: 'A2' },
      { code: 'en', level: 'C1' },
      { code: 'fr', level: 'B2' },
      { code: 'sw', level: 'native' },
    ]);
  });

  it('of a form that has all choices in one column, and each in one of its own', async () => {
    const { drafts, rejects, remarks } = await read(
      'kobo.csv',
      lines(
        '_id,person/full_name,topics/expertise,topics/expertise/elections,topics/expertise/mediation,consent/consent_listed',
        '1,Awa Ndiaye,elections mediation,1,1,yes',
        '2,Khady Fall,mediation,0,1,no',
      ),
    );
    expect(rejects).toEqual([]);
    expect(drafts.map(({ expertise, consents }) => [expertise.length, consents])).toEqual([
      [2, ['LISTED']],
      [1, []],
    ]);
    expect(remarks).toContainEqual(
      expect.objectContaining({
        name: 'topics/expertise',
        reason: 'each of its values has a column of its own, which was read',
      }),
    );
  });

  it('that are counted, each language with its level beside it', async () => {
    const { drafts, rejects, remarks } = await read(
      'counted.csv',
      lines(
        'Ref,First Name,Last Name,Language 1,Level 1,Language 2,Level 2,Expertise 1,Expertise 2',
        'A1,Ada,Obi,English,Fluent,French,B1,Mediation,Elections',
        'A2,Bea,Eze,Igbo (native),,,,Ceasefires,',
      ),
    );
    expect([rejects, remarks]).toEqual([[], []]);
    expect(drafts.map(({ languages, expertise }) => [languages, expertise.length])).toEqual([
      [
        [
          { code: 'en', level: 'C1' },
          { code: 'fr', level: 'B1' },
        ],
        2,
      ],
      [[{ code: 'ig', level: 'native' }], 1],
    ]);
  });

  it('of the mother tongue and of other languages', async () => {
    const { drafts, rejects } = await read(
      'langues.csv',
      lines(
        'Matricule;Nom;Prénom;Langue maternelle;Autres langues',
        'M1;Diop;Awa;Wolof;Français (courant), Anglais (moyen)',
      ),
    );
    expect(rejects).toEqual([]);
    expect(drafts[0]?.languages).toEqual([
      { code: 'en', level: 'B1' },
      { code: 'fr', level: 'C1' },
      { code: 'wo', level: 'native' },
    ]);
  });

  it.each([
    ['Nairobi, Kenya', 'Kenya'],
    ['Kenya (Nairobi)', 'Kenya'],
    ['Kinshasa - RDC', 'RDC'],
    ['Kenya, Uganda', ''],
    ['Springfield', ''],
  ])('suggest the country of a place below it: %s', async (place, country) => {
    const { rejects } = await read(
      'places.csv',
      `Ref,Name,Location,Languages\nA1,Ada Example,"${place}",English (C1)\n`,
    );
    expect(rejects.map(({ suggestion }) => suggestion)).toEqual([country]);
  });

  it.each([
    'Autoriza publicación solo con iniciales (LISTED)',
    'Does not agree to be listed (LISTED)',
    'Consent of her husband (LISTED)',
    'Agrees (LISTED, but later)',
    'Reason (LISTED)',
    'Accepted by the LISTED office',
  ])('that name a purpose and something else are no consent: %s', async (header) => {
    const { drafts, refused } = await read(
      'consent.csv',
      `Ref,Name,Languages,${header.includes(',') ? `"${header}"` : header}\nA1,Ada Example,English (C1),yes\n`,
    );
    expect(drafts.flatMap(({ consents }) => consents)).toEqual([]);
    // Where it may keep her from being shown, the file is refused.
    expect(refused === null || refused.includes(header.slice(0, 10))).toBe(true);
  });

  /** The same woman in lists of networks of six languages, each header in words of its own. */
  it.each([
    [
      'Membership Number,Full Names (as in passport),Nationality(ies),Current country of residence,Main thematic areas of expertise,Languages spoken (indicate level),No. of years of experience in mediation,Email Address (personal),Mobile/WhatsApp No.,Brief biography (max 200 words),Date of joining the network,Notice period (days)',
      'N-1,Ada Lado,Sudanese,Uganda,Mediation,English (fluent),12,ada@example.org,+256700000000,Text,2020-05-06,14',
      'en',
    ],
    [
      'Matricule,Nom et prénom(s),Pays d’origine,Pays de résidence actuelle,Domaine(s) d’expertise principal,"Langues de travail (lu, écrit, parlé)",Nbre d’années d’expérience en médiation,Adresse mail,N° de téléphone (WhatsApp),Biographie succincte,Date d’entrée dans le réseau,Délai de préavis',
      'N-1,Ada Lado,Soudanaise,Ouganda,Médiation,Anglais (courant),12 ans,ada@example.org,+256700000000,Text,2020-05-06,2 semaines',
      'fr',
    ],
    [
      'Código,Nombre y apellidos,País de origen,País de residencia actual,Área(s) temática(s) de especialización,Idiomas que domina y nivel,Nº de años de experiencia,Correo-e,Tel. celular,Semblanza,Fecha de ingreso a la red,Plazo de preaviso',
      'N-1,Ada Lado,Sudanesa,Uganda,Mediación,inglés (fluido),12 años,ada@example.org,+256700000000,Text,2020-05-06,14 días',
      'es',
    ],
    [
      'Nº de sócia,Nome completo,País de origem,País de residência atual,Principais áreas temáticas,Idiomas falados e nível,Anos de experiência em mediação,Correio eletrónico,Contacto telefónico,Nota biográfica,Data de adesão à rede,Prazo de aviso',
      'N-1,Ada Lado,Sudanesa,Uganda,Mediação,inglês (fluente),12 anos,ada@example.org,+256700000000,Text,2020-05-06,14 dias',
      'pt',
    ],
    [
      'رقم العضوية,الاسم الرباعي,بلد المنشأ,بلد الإقامة الحالي,مجالات الاختصاص,اللغات التي تتقنها (مع المستوى),عدد سنوات الخبرة في الوساطة,البريد الالكتروني,رقم الهاتف (واتساب),نبذة تعريفية,تاريخ الانضمام,مدة الإشعار',
      'N-1,Ada Lado,سودانية,أوغندا,الوساطة,الإنجليزية (بطلاقة),١٢ سنة,ada@example.org,+256700000000,Text,2020-05-06,١٤ يوم',
      'ar',
    ],
    [
      'Nambari ya mwanachama,Majina kamili,Nchi ya asili,Nchi anayoishi,Maeneo makuu ya utaalamu,Lugha anazozungumza na kiwango,Idadi ya miaka ya uzoefu katika upatanishi,Anwani ya barua pepe,Nambari ya simu,Wasifu mfupi,Tarehe ya kujiunga,Notisi',
      'N-1,Ada Lado,Msudani,Uganda,Upatanishi,Kiingereza (ufasaha),miaka 12,ada@example.org,+256700000000,Text,2020-05-06,wiki 2',
      'sw',
    ],
  ])('of a register: %s', async (header, row, language) => {
    const { drafts, rejects, remarks } = await read('register.csv', lines(header, row));
    expect([rejects, remarks]).toEqual([[], []]);
    expect(drafts).toMatchObject([
      {
        externalId: 'N-1',
        nationalities: ['SD'],
        residence: 'UG',
        expertise: [{ code: 'mediation' }],
        languages: [{ code: 'en', level: 'C1' }],
        years: 12,
        biography: { [language]: 'Text' },
        memberSince: '2020-05-06',
        noticeDays: 14,
        contact: { email: 'ada@example.org', telephone: '+256700000000' },
      },
    ]);
  });

  it('of a language as it is read, written and spoken: the mapping says which of them counts', async () => {
    const list = lines(
      'N°,Nom et prénom,Pays,Langues,Anglais lu,Anglais écrit,Anglais parlé',
      '1,Awa Ba,Sénégal,Français (courant),bien,notions,moyen',
      '2,Binta Sy,Mali,Français (courant),N,N,N',
    );
    const plain = await read('m.csv', list);
    expect(plain.drafts.map(({ languages }) => languages.map(({ code }) => code))).toEqual([
      ['fr'],
      ['fr'],
    ]);
    expect(plain.remarks.map(({ name }) => name)).toEqual([
      'Anglais lu',
      'Anglais écrit',
      'Anglais parlé',
    ]);
    const columns = { 'Anglais parlé': 'languages:anglais' };
    const { drafts, rejects } = await read('m.csv', list, { mapping: { columns, defaults: {} } });
    expect(rejects).toEqual([]);
    expect(drafts).toMatchObject([
      {
        languages: [
          { code: 'en', level: 'B1' },
          { code: 'fr', level: 'C1' },
        ],
      },
      { languages: [{ code: 'fr', level: 'C1' }] },
    ]);
  });

  it('of a roster of the United Nations, and of a Portuguese list of Africa', async () => {
    const un = await read(
      'roster.csv',
      lines(
        'Index No.,LAST NAME,First Name,Nationality,UN Languages,Areas of Expertise',
        '00123,DIALLO,Aminata,Guinean,"EN (fluent), FR (native)","DDR, SSR"',
      ),
    );
    expect(un.drafts).toMatchObject([
      { externalId: '00123', fullName: 'Aminata DIALLO', nationalities: ['GN'] },
    ]);
    expect(un.drafts[0]?.languages).toHaveLength(2);
    const palop = await read(
      'lista.csv',
      lines(
        'Nº,Nome completo,Nacionalidade,Línguas,Áreas de actuação',
        '1,Dra. MARIA LOPES,Guineense (Bissau),Português (fluente),Mediação comunitária',
      ),
    );
    expect(palop.drafts).toMatchObject([{ fullName: 'MARIA LOPES', nationalities: ['GW'] }]);
    expect(palop.drafts[0]?.expertise).toHaveLength(1);
  });

  it('in two languages, with values in both', async () => {
    const { drafts, rejects, remarks } = await read(
      'bilingue.csv',
      lines(
        'No / N°;Name / Nom;Nationality / Nationalité;Country / Pays;Languages / Langues;Areas of expertise / Domaines d’expertise;Email / Courriel',
        '1;Ada Lado;South Sudanese / Sud-soudanaise;Uganda / Ouganda;English / Anglais (C1);Mediation / Médiation;ada@example.org',
      ),
    );
    expect(remarks).toEqual([]);
    expect(rejects).toEqual([]);
    expect(drafts).toMatchObject([{ languages: [{ code: 'en', level: 'C1' }] }]);
  });

  it.each([';', '|', '؛'])('with %s between the columns', async (mark) => {
    const { drafts, rejects } = await read(
      'marks.csv',
      [
        ['م', 'الاسم', 'الجنسية', 'اللغات'],
        ['١', 'سلمى أحمد', 'سورية', 'العربية (اللغة الأم)، الإنجليزية (جيد جداً)'],
      ]
        .map((cells) => cells.join(mark))
        .join('\n'),
    );
    expect(rejects).toEqual([]);
    expect(drafts).toMatchObject([{ nationalities: ['SY'], languages: [{}, {}] }]);
  });

  it.each([
    ['2026-06-01', '', [{ from: '2026-06-01', to: null }], ''],
    ['12 mars 2026', '2026-12-31', [{ from: '2026-03-12', to: '2026-12-31' }], ''],
    ['immediately', '', [{ from: null, to: null }], ''],
    ['June 2026', '', null, '2026-06-01/'],
  ])(
    'of days from and until which she is available: %s, %s',
    async (from, until, periods, meant) => {
      const { drafts, rejects } = await read(
        'available.csv',
        lines('No,Name,Available from,Available until', `1,Ada Lado,${from},${until}`),
      );
      expect(drafts[0]?.availability?.periods ?? null).toEqual(periods);
      expect(rejects.map(({ suggestion }) => suggestion).join('')).toBe(meant);
    },
  );

  it('of marks alone, one topic of which is mediation', async () => {
    const { drafts, rejects } = await read(
      'marks.csv',
      lines('Nom;Prénom;Français;Anglais;Médiation', 'BA;Awa;C1;-;X', 'SY;Bintou;B2;aucun;-'),
      { mapping: { columns: {}, defaults: { external_id: '7' } } },
    );
    expect(rejects).toEqual([]);
    expect(drafts.map(({ languages, expertise }) => [languages, expertise?.length])).toEqual([
      [[{ code: 'fr', level: 'C1' }], 1],
      [[{ code: 'fr', level: 'B2' }], 0],
    ]);
  });

  it('of a form of Microsoft that asks for a name beside that of the account', async () => {
    const { drafts, rejects } = await read(
      'forms.csv',
      lines(
        'ID;Heure de début;Heure de fin;Adresse de messagerie;Nom;Nom2;Langues',
        '1;1/3/26;1/3/26;anonymous;;Fanta Traoré;"Français (C1);Autre : soninké (B1);"',
      ),
    );
    expect(rejects).toEqual([]);
    expect(drafts).toMatchObject([
      { fullName: 'Fanta Traoré', languages: [{ code: 'fr' }, { code: 'snk' }] },
    ]);
  });

  it('in two rows, of which the first holds the number over an empty cell', async () => {
    const { drafts, rejects } = await read(
      'annuaire.csv',
      lines(
        'N°;Identité;;Coordonnées;;Profil;',
        ';Nom;Prénoms;Téléphone;Email;Nationalité;Langues',
        '17;BA;Awa;+221 77 000 00 00;awa@example.org;Sénégalaise;Français (C1)',
      ),
    );
    expect(rejects).toEqual([]);
    expect(drafts).toMatchObject([
      { externalId: '17', fullName: 'Awa BA', nationalities: ['SN'], languages: [{ code: 'fr' }] },
    ]);
  });

  it('of several telephones, all of which are kept', async () => {
    const { drafts, rejects } = await read(
      'phones.csv',
      lines(
        'No,Name,Phone 1,Phone 2,WhatsApp',
        '1,Ada Lado,+256 700 000000,+256 700 000001,+256700000000',
      ),
    );
    expect(rejects).toEqual([]);
    expect(drafts[0]?.contact.telephone).toBe('+256700000000; +256 700 000001');
  });
});

/** What is read of a list: of each woman what the case is about, of each reject its row, column, value and suggestion. */
interface Wanted {
  readonly drafts?: readonly object[];
  readonly rejects?: readonly (readonly [
    row: number,
    column: string,
    value: string,
    suggestion?: string,
  ])[];
  readonly refused?: RegExp;
}

const B2: Mapping = { columns: {}, defaults: { language_level: 'B2' } };
const languages = (...codes: string[]) => codes.toSorted().map((code) => ({ code }));
const HERS = (header: string, ...values: string[]) =>
  lines(`No;Name;${header}`, ...values.map((value, i) => `${i + 1};Ada Lado;${value}`));
/** Letters of the cases below in MacRoman. */
const MACROMAN: Readonly<Record<string, number>> = { á: 0x87, í: 0x92, ñ: 0x96, ó: 0x97 };
const macRoman = (text: string) =>
  Buffer.from(Array.from(text, (letter) => MACROMAN[letter] ?? letter.charCodeAt(0)));

/** Lists as tools and networks write them, none of which was written for Baraza. */
describe('a list', () => {
  it.each<[name: string, content: string | Buffer, wanted: Wanted]>([
    [
      'of Kobo, with the codes of choices in one cell, a mark for another language, and the telephone of her kin',
      lines(
        'start,_id,_uuid,ident/full_name,ident/nationality,prof/languages_spoken,prof/languages_spoken/other,kin/phone',
        '2026-01-02T10:00:00.000+03:00,11,u-1,Awa Ndiaye,senegal,fr en ar,0,+221 70 000 0000',
        '2026-01-02T10:00:00.000+03:00,12,u-2,Mary Atim,south_sudan,english,1,+221 70 000 0001',
      ),
      {
        drafts: [
          {
            nationalities: ['SN'],
            languages: languages('ar', 'en', 'fr'),
            contact: { telephone: null },
          },
          { nationalities: ['SS'], languages: languages('en') },
        ],
      },
    ],
    [
      'of Kobo, where several choices are the words of one',
      lines('_id,_uuid,full_name,topics', '11,u-1,Awa Ndiaye,elections mediation'),
      { rejects: [[2, 'topics', 'elections mediation']] },
    ],
    [
      'of ODK Central',
      lines(
        'SubmissionDate,meta-instanceID,no,person-full_name,person-country,person-languages,KEY',
        '2026-02-03T10:00:00Z,uuid:1,4,Grace Akello,Uganda,en sw,uuid:1',
      ),
      { drafts: [{ fullName: 'Grace Akello', languages: languages('en', 'sw') }] },
    ],
    [
      'of LimeSurvey',
      lines(
        '"no","seed. Seed","Q1. Quel est votre nom complet ?","Q3[SQ001]. Quelles langues parlez-vous ? [Français]","Q3[SQ002]. Quelles langues parlez-vous ? [Anglais]"',
        '"5","123","Awa Ndiaye","Oui","Non"',
      ),
      { drafts: [{ fullName: 'Awa Ndiaye', languages: languages('fr') }] },
    ],
    [
      'of CiviCRM with fields of its own',
      lines(
        'Individual ID,Individual Prefix,First Name,Last Name,Languages spoken :: Profile',
        '12,Ms.,Amal,Haddad,"Arabic, French"',
      ),
      { drafts: [{ externalId: '12', languages: languages('ar', 'fr') }] },
    ],
    [
      'of Salesforce',
      lines(
        'Contact ID,First Name,Last Name,Mailing Country,Languages__c',
        '003G,Ada,Lado,Kenya,"English;French"',
      ),
      { drafts: [{ residence: 'KE', languages: languages('en', 'fr') }] },
    ],
    [
      'of a form with a grid of levels',
      lines(
        'No,Full name,Languages [English],Languages [Arabic]',
        '1,Ada Lado,Fluent,',
        '2,Bea Obi,Basic,Native',
      ),
      {
        drafts: [
          { languages: [{ code: 'en', level: 'C1' }] },
          {
            languages: [
              { code: 'ar', level: 'native' },
              { code: 'en', level: 'A2' },
            ],
          },
        ],
      },
    ],
    [
      'of a form in French, with a question of several choices',
      lines(
        'N°,Horodateur,Nom complet,Langues parlées (plusieurs choix possibles)',
        '1,12/01/2026,Awa Ndiaye,"Français, Wolof"',
      ),
      { drafts: [{ languages: languages('fr', 'wo') }] },
    ],
    [
      'with the level of each language beside it, under one name of the columns',
      lines('No,Name,Language,Level,Language,Level', '1,Ada Lado,English,C2,French,B1'),
      {
        drafts: [
          {
            languages: [
              { code: 'en', level: 'C2' },
              { code: 'fr', level: 'B1' },
            ],
          },
        ],
      },
    ],
    [
      'of the Congo, where names have three parts',
      lines('Code;Noms;Postnom;Prénom;Pays', 'RDC-1;Kabila;Mwamba;Jeanne;RDC'),
      { drafts: [{ fullName: 'Jeanne Kabila Mwamba', territories: ['CD'] }] },
    ],
    [
      'with a column ت of numbers',
      lines('ت,الاسم واللقب,الدولة', '١,سلمى أحمد,تونس'),
      { drafts: [{ externalId: '1', residence: 'TN' }] },
    ],
    [
      'with ticks, boxes and dots',
      lines('No,Name,English,French', '1,Ada Lado,☒,☐', '2,Bea Obi,√,○', '3,Cleo Eze,v,●'),
      {
        drafts: [
          { languages: languages('en') },
          { languages: languages('en') },
          { languages: languages('en', 'fr') },
        ],
      },
    ],
    [
      'in MacRoman, which may be Windows-1252 as well',
      macRoman(lines('N;Nombre;Apellidos;Idiomas', '1;Rocío;López;español')),
      { refused: /cannot be told in which/ },
    ],
    [
      'in MacRoman, which is none of Windows-1252',
      macRoman(lines('N;Nombre;Apellidos;Idiomas', '1;María;Sánchez;español')),
      { drafts: [{ fullName: 'María Sánchez' }] },
    ],
    [
      'that says itself what divides its cells',
      lines('sep=;', 'No;Name;Languages', '1;Lado, Ada;English'),
      { drafts: [{ fullName: 'Lado, Ada' }] },
    ],
    [
      'with a row of totals, vacant places, footnotes and two women in one row',
      lines(
        'No;Nom et prénom;Pays',
        '1;Awa Ba *;Mali',
        '2;Binta Sy (2);Mali',
        '3;À pourvoir;Mali',
        '4;Coumba Ly & Dado Sow;Mali',
        '5;Total membres;Mali',
        ';MALI;',
      ),
      {
        rejects: [
          [2, 'Nom et prénom', 'Awa Ba *', 'Awa Ba'],
          [3, 'Nom et prénom', 'Binta Sy (2)', 'Binta Sy'],
          [4, 'Nom et prénom', 'À pourvoir', ''],
          [5, 'Nom et prénom', 'Coumba Ly & Dado Sow', ''],
          [6, 'Nom et prénom', 'Total membres', ''],
          [7, '', '', ''],
        ],
      },
    ],
    [
      'with telephones and addresses as formulas',
      lines(
        'No;Name;Phone;E-mail',
        '1;Ada Lado;"=""+254700000000""";',
        "2;Bea Obi;'+254700000000;",
        '3;Cleo Eze;;"=HYPERLINK(""mailto:c@example.org"",""c@example.org"")"',
      ),
      {
        rejects: [
          [2, 'Phone', '(not shown)'],
          [3, 'Phone', '(not shown)'],
          [4, 'E-mail', '(not shown)'],
        ],
      },
    ],
    [
      'with women of two nations, one of which may be one of three',
      HERS(
        'Nationality',
        'franco-malienne',
        'Malian-American',
        'ivoiro-burkinabè',
        'luso-moçambicana',
        'double nationalité malienne et française',
        'Kenyan (and British)',
        'guinéo-malienne',
      ),
      {
        drafts: [
          { nationalities: ['FR', 'ML'] },
          { nationalities: ['ML', 'US'] },
          { nationalities: ['BF', 'CI'] },
          { nationalities: ['MZ', 'PT'] },
          { nationalities: ['FR', 'ML'] },
          { nationalities: ['GB', 'KE'] },
        ],
        rejects: [[8, 'Nationality', 'guinéo-malienne']],
      },
    ],
    [
      'whose values are divided by dashes, or go on',
      HERS('Territories', 'Mali - Niger', 'Mali, Niger, etc.', '"Mali; etc."', 'etc.'),
      {
        drafts: [
          { territories: ['ML', 'NE'] },
          { territories: ['ML', 'NE'] },
          { territories: ['ML'] },
        ],
        rejects: [[5, 'Territories', 'etc.', 'an empty cell']],
      },
    ],
    [
      'whose languages have two names, or "etc." behind them, which is the code of one',
      HERS(
        'Languages',
        'Peul/Fulfulde (maternelle)',
        '"French (C1), English, etc."',
        'Français (langue maternelle) Anglais (B1)',
      ),
      {
        drafts: [
          { languages: [{ code: 'ff', level: 'native' }] },
          { languages: languages('en', 'fr') },
          {
            languages: [
              { code: 'en', level: 'B1' },
              { code: 'fr', level: 'native' },
            ],
          },
        ],
      },
    ],
    [
      'with days as programs and people write them',
      HERS(
        'Joined',
        'le 1er févr. 2021',
        '12 janv. 2021',
        '12-Jan-21',
        '20210112',
        '44208',
        '12/01/2021 09:30',
      ),
      {
        drafts: [{ memberSince: '2021-02-01' }, { memberSince: '2021-01-12' }],
        rejects: [
          [4, 'Joined', '12-Jan-21', '2021-01-12'],
          [5, 'Joined', '20210112', '2021-01-12'],
          [6, 'Joined', '44208', '2021-01-12'],
          [7, 'Joined', '12/01/2021 09:30', '2021-01-12 or 2021-12-01'],
        ],
      },
    ],
    [
      'with the countries that she must avoid',
      HERS('Countries to avoid', 'Sudan'),
      { drafts: [{ ruledOut: ['SD'] }] },
    ],
    ...[
      'Where is it unsafe for her to go?',
      'Countries she cannot travel to',
      'Pays où elle ne peut pas aller',
      'Países a los que no puede viajar',
      'Nchi asizoweza kwenda',
      'البلدان التي لا يمكن أن تسافر إليها',
    ].map((header): [string, string, Wanted] => [
      `with a question where she must not go: ${header}`,
      HERS(header, 'Sudan'),
      { refused: /where she must not work/ },
    ]),
    [
      'without a column of names, of which the message says so',
      lines('No.,Name and Contact,Country,Languages', '1,Ada Lado,Kenya,English'),
      { refused: /none of them holds names/ },
    ],
  ])('%s', async (_, content, { drafts = [], rejects = [], refused = null }) => {
    const found = await read('m.csv', content, { mapping: B2 });
    if (refused === null) expect(found.refused).toBeNull();
    else expect(found.refused).toMatch(refused);
    const said = found.rejects.map(({ row, column, value, suggestion }, i) =>
      rejects[i]?.length === 3 ? [row, column, value] : [row, column, value, suggestion],
    );
    expect(said).toEqual(rejects);
    expect(found.drafts).toHaveLength(drafts.length);
    expect(found.drafts).toMatchObject(drafts);
  });
});
