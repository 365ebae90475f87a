import { describe, expect, it } from '@jest/globals';
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

  it('in two languages, with values in both', async () => {
    const { drafts, rejects, remarks } = await read(
      'bilingue.csv',
      lines(
        'No / N°;Name / Nom;Nationality / Nationalité;Country / Pays;Languages / Langues;Areas of expertise / Domaines d’expertise;Email / Courriel',
        '1;Ada Lado;South Sudanese / Sud-soudanaise;Uganda / Ouganda;English / Anglais (C1);Mediation / Médiation;ada@example.org',
      ),
    );
    expect(remarks).toEqual([]);
    expect(rejects.map(({ column, value }) => [column, value])).toEqual([
      ['Languages / Langues', 'English'],
    ]);
    expect(drafts).toEqual([]);
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
