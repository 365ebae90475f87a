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
});
