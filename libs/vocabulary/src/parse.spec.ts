import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  entries,
  parseArea,
  parseAvailability,
  parseExpertise,
  parseExpertiseLevel,
  parseExpertiseSkill,
  parseLanguage,
  parseLanguageSkill,
  parsePhase,
  parseProcessType,
  parseProficiency,
  parseRole,
  parseSupport,
  parseTerritory,
  parseTrack,
  type Parsed,
  type VocabularyKind,
} from './index.js';

const valueOf = <T>(parsed: Parsed<T>): T | string =>
  parsed.ok ? parsed.value : parsed.problem.message;
const problemOf = (parsed: Parsed<unknown>) => (parsed.ok ? null : parsed.problem);

describe('languages', () => {
  it.each([
    ['Kiswahili', 'sw'],
    ['swahili', 'sw'],
    ['swa', 'sw'],
    ['swh', 'sw'],
    ['arabe', 'ar'],
    ['العربية', 'ar'],
    ['arb', 'ar'],
    ['ARABIC', 'ar'],
    ['Français', 'fr'],
    ['francais', 'fr'],
    ['fra', 'fr'],
    ['fre', 'fr'],
    ['FR', 'fr'],
    ['Moroccan Arabic', 'ary'],
    ['Darija', 'ary'],
    ['Hassaniya', 'mey'],
    ['Dari', 'prs'],
    ['Farsi', 'fa'],
    ['Tagalog', 'fil'],
    ['American Sign Language', 'ase'],
    ['ga', 'ga'],
    ['quc', 'quc'],
    // A code is a code first, whatever language has it for a name.
    ['som', 'so'],
    ['kur', 'ku'],
    ['fas', 'fa'],
    ['dan', 'da'],
    ['tha', 'th'],
    ['ger', 'de'],
    ['dut', 'nl'],
    ['per', 'fa'],
    ['chi', 'zh'],
    ['alb', 'sq'],
    // Codes that were given up.
    ['mo', 'ro'],
    ['mol', 'ro'],
    ['iw', 'he'],
  ])('%s is %s', (text, code) => {
    expect(valueOf(parseLanguage(text))).toBe(code);
  });

  it.each(['und', 'zxx', 'mul', 'mis', 'UND', 'Undetermined'])('%s names no language', (text) => {
    expect(problemOf(parseLanguage(text))).toMatchObject({
      reason: 'unknown',
      suggestions: [],
      message: expect.stringMatching(/^"[a-z]{3}" stands for .* names no language/),
    });
  });

  it.each([
    ['Ga', ['ga', 'gaa']],
    ['Ndebele', ['nd', 'nr']],
    ['Som', ['smc', 'so']],
    ['KUR', ['ku', 'kuv']],
    ['Fas', ['fa', 'fqs']],
    ['Dan', ['da', 'dnj']],
    ['Tha', ['th', 'thy']],
    ['Mo', ['ro', 'wkd']],
    ['Sara', ['mwm', 'myb', 'sba', 'sre']],
    ['Roma', ['rmm', 'rom']],
  ])('%s is ambiguous and said so', (text, codes) => {
    const problem = problemOf(parseLanguage(text));
    expect(problem?.reason).toBe('ambiguous');
    expect(problem?.suggestions.map(({ code }) => code).toSorted()).toEqual(codes);
  });

  it('answers a misspelling with what was perhaps meant', () => {
    expect(valueOf(parseLanguage('Swahilli'))).toBe(
      '"Swahilli" is no language that is known here. Did you mean Swahili (sw)?',
    );
  });

  it.each([
    ['English (C1)', 'en', 'C1'],
    ['Français (courant)', 'fr', 'C1'],
    ['arabe: B2', 'ar', 'B2'],
    ['English - mother tongue', 'en', 'native'],
    ['French C1', 'fr', 'C1'],
    ['Moroccan Arabic B2', 'ary', 'B2'],
    ['العربية (اللغة الأم)', 'ar', 'native'],
    ['Spanish (UN-III)', 'es', 'C1'],
    ['Russian (ILR 3+)', 'ru', 'C1'],
    ['English (C1, fluent)', 'en', 'C1'],
    ['Portuguese (B2/C1)', 'pt', 'B2'],
    ['American Sign Language (signed)', 'ase', 'signed'],
    ['Kiswahili', 'sw', null],
  ])('reads %s', (text, language, level) => {
    expect(valueOf(parseLanguageSkill(text))).toEqual({ language, level });
  });

  it('names the level where the language is understood and the level is not', () => {
    expect(problemOf(parseLanguageSkill('French (B7)'))?.kind).toBe('proficiency');
    expect(problemOf(parseLanguageSkill('Frnech (B2)'))?.kind).toBe('language');
  });
});

describe('levels', () => {
  it.each([
    ['B2', 'B2'],
    ['b2', 'B2'],
    ['fluent', 'C1'],
    ['courant', 'C1'],
    ['Mother tongue', 'native'],
    ['langue maternelle', 'native'],
    ['UN-III', 'C1'],
    ['UN II', 'B1'],
    ['ILR 1', 'A2'],
    ['ILR 1+', 'B1'],
    ['ILR 3+', 'C1'],
    ['ILR 5', 'C2'],
    ['بطلاقة', 'C1'],
    ['fluido', 'C1'],
    ['notions de base', 'A2'],
    ['un peu', 'A1'],
    ['scolaire', 'A2'],
    ['intermédiaire avancé', 'B2'],
    ['nivel alto', 'B2'],
    ['intermediária', 'B1'],
    ['razoável', 'B1'],
    ['mzuri sana', 'C1'],
    ['kidogo', 'A1'],
    ['ضعيفة', 'A1'],
    ['لغة الأم', 'native'],
    ['B1+', 'B1'],
    ['B2.1', 'B2'],
    ['C1/B2', 'B2'],
    ['good to very good', 'B2'],
    ['native or bilingual proficiency', 'C2'],
    ['DELF B2', 'B2'],
    ['ILR level 3', 'C1'],
    ['UN Level 3', 'C1'],
    ['fluent (written and spoken)', 'C1'],
  ])('%s is %s', (text, level) => {
    expect(valueOf(parseProficiency(text))).toBe(level);
  });

  it.each([
    'ILR 0',
    'none',
    'B7',
    'some',
    'second language',
    'reading only',
    'IELTS 7',
    '4/5',
    '3+',
    'L2',
  ])('%s is no level', (text) => {
    expect(parseProficiency(text).ok).toBe(false);
  });
});

describe('Arabic names of languages', () => {
  const read = (text: string): string | undefined => {
    const skill = parseLanguageSkill(text);
    return skill.ok ? `${skill.value.language} ${skill.value.level ?? ''}`.trim() : undefined;
  };

  it.each([
    ['إنجليزي', 'en'],
    ['انكليزي', 'en'],
    ['الفرنسي', 'fr'],
    ['عربي (لغة أم)', 'ar native'],
    ['لغة إنجليزية', 'en'],
    ['الماني', 'de'],
    ['ألماني جيد', 'de B2'],
    ['عــربــي', 'ar'],
    ['فَرَنْسِيّ', 'fr'],
    ['عربي تونسي', 'aeb'],
  ])('%s is %s', (text, said) => {
    expect(read(text)).toBe(said);
  });

  it('are read without their article, in the masculine and behind "language", and none as another', () => {
    const wrong = entries('language').flatMap(({ code, labels: { ar = '' } }) => {
      if (!/^ال\p{L}+$/u.test(ar) || read(ar) !== code) return [];
      const bare = ar.replace(/^ال/u, '');
      const forms = [
        bare,
        `لغة ${bare}`,
        `اللغة ${ar}`,
        ar.replace(/ية$/u, 'ي'),
        bare.replace(/ية$/u, 'ي'),
      ];
      return forms.filter((form) => {
        const skill = parseLanguageSkill(form);
        if (skill.ok) return skill.value.language !== code;
        return !skill.problem.suggestions.some((one) => one.code === code);
      });
    });
    expect(wrong).toEqual([]);
  });
});

describe('levels before and after the language', () => {
  it.each([
    ['fluent French', 'fr', 'C1'],
    ['fluent in French', 'fr', 'C1'],
    ['native: Arabic', 'ar', 'native'],
    ['Français (courant)', 'fr', 'C1'],
    ['Arabic - native', 'ar', 'native'],
    ['inglés nivel medio', 'en', 'B1'],
    ['nivel medio de inglés', 'en', 'B1'],
    ['inglês: fluente', 'en', 'C1'],
    ['Kiswahili: fasaha', 'sw', 'C1'],
    ['Kiswahili - lugha ya kwanza', 'sw', 'native'],
    ['العربية (لغة أم)', 'ar', 'native'],
    ['الفرنسية: جيد جدا', 'fr', 'C1'],
    ['الإنجليزية ممتازة', 'en', 'C2'],
    ['English ILR 3', 'en', 'C1'],
    ['English, level B2', 'en', 'B2'],
    ['intermediate level English', 'en', 'B1'],
  ])('%s', (text, language, level) => {
    expect(valueOf(parseLanguageSkill(text))).toEqual({ language, level });
  });

  it.each([
    ['bon niveau en anglais', 'en', 'B2'],
    ['maîtrise parfaite de l’anglais', 'en', 'C2'],
    ['dominio completo del inglés', 'en', 'C2'],
    ['إجادة تامة للغة الإنجليزية', 'en', 'C2'],
    ['English (fluent, written and spoken)', 'en', 'C1'],
    ['Français (lu, écrit, parlé)', 'fr', 'C1'],
    ['native French speaker', 'fr', 'native'],
    ['Arabic language (native)', 'ar', 'native'],
    ['اللغة العربية: لغة أم', 'ar', 'native'],
    ['lugha ya Kiswahili (mzuri sana)', 'sw', 'C1'],
    ['crioulo da Guiné-Bissau (materna)', 'pov', 'native'],
    ['French (C1/B2)', 'fr', 'B2'],
    ['Spanish: good to very good', 'es', 'B2'],
    ['un peu d’anglais', 'en', 'A1'],
    ['Dholuo (mother tongue)', 'luo', 'native'],
    ['luo (native)', 'luo', 'native'],
    ['Kurmanji: C1', 'ku', 'C1'],
    ['zh (B1)', 'zh', 'B1'],
  ])('%s, as people write it', (text, language, level) => {
    expect(valueOf(parseLanguageSkill(text))).toEqual({ language, level });
  });

  it.each([
    ['Luo (mother tongue)', ['luo', 'ach', 'laj', 'alz', 'adh']],
    ['Kurdish', ['ku', 'ckb', 'sdh']],
    ['الكردية', ['ku', 'ckb', 'sdh']],
    ['fluent Chinese', ['zh', 'yue', 'wuu', 'nan', 'hak']],
    ['crioulo (materna)', ['pov', 'kea', 'cri']],
    ['Creole', ['ht', 'mfe', 'crs', 'pov', 'kea', 'rcf', 'gcf', 'gcr', 'lou']],
    ['Tamazight', ['zgh', 'tzm', 'shi', 'rif', 'kab']],
  ])('%s names several languages, and is refused with them', (text, codes) => {
    const problem = problemOf(parseLanguageSkill(text));
    expect(problem?.reason).toBe('ambiguous');
    expect(problem?.suggestions.map(({ code }) => code)).toEqual(codes);
    // What is suggested is understood.
    for (const { code, label, instead } of problem?.suggestions ?? []) {
      expect(valueOf(parseLanguageSkill(instead ?? label))).toMatchObject({ language: code });
    }
  });

  it('names of several languages are understood in a need', () => {
    expect(valueOf(parseLanguage('Kurdish'))).toBe('ku');
    expect(valueOf(parseLanguage('Chinese'))).toBe('zh');
  });

  it.each(['wonderful French', 'French (so-so)', 'English 3', 'French French', 'ILR 0 French'])(
    '%s is refused',
    (text) => {
      expect(parseLanguageSkill(text).ok).toBe(false);
    },
  );
});

describe('territories and areas', () => {
  it.each([
    ['Ivory Coast', 'CI'],
    ["Côte d'Ivoire", 'CI'],
    ['Côte d’Ivoire', 'CI'],
    ['CIV', 'CI'],
    ['DRC', 'CD'],
    ['RDC', 'CD'],
    ['Türkiye/Turkey', 'TR'],
    ['Congo, Democratic Republic of the', 'CD'],
    ['Congo, the Democratic Republic of the', 'CD'],
    ['Congo, DR', 'CD'],
    ['Congo, Dem. Rep.', 'CD'],
    ['Congo, Rep.', 'CG'],
    ['Egypt, Arab Rep.', 'EG'],
    ['Iran, Islamic Rep.', 'IR'],
    ['Gambia, The', 'GM'],
    ['The Gambia', 'GM'],
    ['Korea, Rep.', 'KR'],
    ["Korea, Dem. People's Rep.", 'KP'],
    ['Sudan, South', 'SS'],
    ['Micronesia, Fed. Sts.', 'FM'],
    ['Palestine, State of', 'PS'],
    ['Tanzania, United Republic of', 'TZ'],
    ['Venezuela, RB', 'VE'],
    ['Guinée-Conakry', 'GN'],
    ['Centrafrique', 'CF'],
    ['Sud-Soudan', 'SS'],
    ['Turquie', 'TR'],
    ['Guinea', 'GN'],
    ['Guinea-Bissau', 'GW'],
    ['Niger', 'NE'],
    ['Nigeria', 'NG'],
    ['Kosovo', 'XK'],
    ['مالي', 'ML'],
    ['Sudan', 'SD'],
    ['South Sudan', 'SS'],
    ['UK', 'GB'],
  ])('%s is %s', (text, code) => {
    expect(valueOf(parseTerritory(text))).toBe(code);
  });

  it.each(['Congo', 'congo', 'Korea', 'الكونغو'])('%s is ambiguous', (text) => {
    expect(problemOf(parseTerritory(text))?.reason).toBe('ambiguous');
    expect(problemOf(parseArea(text))?.reason).toBe('ambiguous');
  });

  it.each([
    ['ZR', ['CD']],
    ['BUR', ['MM']],
    ['YU', ['BA', 'HR', 'ME', 'MK', 'RS', 'SI', 'XK']],
    ['AN', ['CW', 'SX', 'BQ']],
    ['CS', ['CZ', 'SK', 'RS', 'ME']],
    ['Yougoslavie', ['BA', 'HR', 'ME', 'MK', 'RS', 'SI', 'XK']],
    ['Czechoslovakia', ['CZ', 'SK']],
    ['FX', ['FR']],
  ])('%s is no territory any more, and what is there now is suggested', (text, codes) => {
    for (const parse of [parseTerritory, parseArea]) {
      const problem = problemOf(parse(text));
      expect(problem?.suggestions.map(({ code }) => code)).toEqual(codes);
      expect(problem?.message).toMatch(/has withdrawn|any more/);
    }
  });

  it.each([
    ['Zaire', 'CD'],
    ['Burma', 'MM'],
    ['Swaziland', 'SZ'],
    ['Haute-Volta', 'BF'],
    ['Ceylon', 'LK'],
  ])('%s is a former name of %s', (text, code) => {
    expect(valueOf(parseTerritory(text))).toBe(code);
  });

  it('does not take two countries for one', () => {
    expect(parseTerritory('Mali/Niger').ok).toBe(false);
  });

  it.each([
    ['West Africa', '011'],
    ['Afrique de l’Ouest', '011'],
    ['ECOWAS', 'ECOWAS'],
    ['CEDEAO', 'ECOWAS'],
    ['Arab League', 'LAS'],
    ['Jumuiya ya Afrika Mashariki', 'EAC'],
    ['Mali', 'ML'],
    ['World', '001'],
  ])('area %s is %s', (text, code) => {
    expect(valueOf(parseArea(text))).toBe(code);
  });
});

describe('expertise and the short lists', () => {
  it.each([
    ['ceasefire mediation', 'mediation.ceasefire-mediation'],
    ['SSR', 'security.security-sector-reform'],
    ['DDR', 'security.disarmament-demobilisation-and-reintegration'],
    ['CRSV', 'justice.conflict-related-sexual-and-gender-based-violence'],
    ["women's participation", 'inclusion.womens-participation'],
    ['Justice transitionnelle', 'justice.transitional-justice'],
    ['Mediation', 'mediation'],
    ['haki za binadamu', 'justice.human-rights-monitoring'],
  ])('%s is %s', (text, code) => {
    expect(valueOf(parseExpertise(text))).toBe(code);
  });

  it('reads a level behind the field', () => {
    expect(valueOf(parseExpertiseSkill('Elections (expert)'))).toEqual({
      expertise: 'governance.elections',
      level: 3,
    });
    for (const text of ['Security sector reform (SSR)', 'SSR (security sector reform)']) {
      expect(valueOf(parseExpertiseSkill(text))).toEqual({
        expertise: 'security.security-sector-reform',
        level: null,
      });
    }
    expect(valueOf(parseLanguageSkill('Kiswahili (Swahili)'))).toEqual({
      language: 'sw',
      level: null,
    });
    expect(parseExpertiseSkill('Security sector reform (XYZ)').ok).toBe(false);
    expect(parseLanguageSkill('Swahili (French)').ok).toBe(false);
    expect(valueOf(parseLanguageSkill('hr-native'))).toEqual({ language: 'hr', level: 'native' });
    expect(valueOf(parseLanguageSkill('English-C1'))).toEqual({ language: 'en', level: 'C1' });
    expect(valueOf(parseExpertiseSkill('youth, peace and security'))).toEqual({
      expertise: 'inclusion.youth-peace-and-security',
      level: null,
    });
    expect(valueOf(parseExpertiseLevel('2'))).toBe(2);
  });

  it('reads the short lists', () => {
    expect(valueOf(parseTrack('Track 1.5'))).toBe('1.5');
    expect(valueOf(parseTrack('1,5'))).toBe('1.5');
    expect(valueOf(parseRole('Facilitatrice'))).toBe('facilitator');
    expect(valueOf(parsePhase('pre-talks'))).toBe('pre-negotiation');
    expect(valueOf(parseProcessType('cessez-le-feu'))).toBe('ceasefire');
    expect(valueOf(parseSupport('coaching'))).toBe('training-and-coaching');
    expect(valueOf(parseAvailability('oui'))).toBe('available');
  });

  const themes =
    "power sharing|transitional justice|reconciliation and social cohesion|security sector reform|women's participation|disarmament demobilisation and reintegration|truth and reconciliation|natural-resource and land mediation|ceasefire mediation|civil society engagement|ceasefire design and monitoring|constitution making|criminal accountability|customary justice|reparations|displaced people and refugees|election dispute mediation|land housing and property|rule of law|gender-sensitive conflict analysis|humanitarian access|decentralisation|protection of civilians|conflict-related sexual and gender-based violence|inter-religious and customary mediation|border and maritime security|shuttle diplomacy|elections|countering violent extremism and its narratives|insider and community mediation|livelihoods and economic recovery|facilitation and dialogue|mine action|conflict analysis|missing persons and detainees|human rights monitoring|minorities and indigenous peoples|youth peace and security";
  it.each(themes.split('|'))('knows the theme %s', (theme) => {
    expect(parseExpertise(theme).ok).toBe(true);
  });
});

describe('every list', () => {
  const parsers: Partial<Record<VocabularyKind, (text: string) => Parsed<unknown>>> = {
    language: parseLanguage,
    territory: parseTerritory,
    region: parseArea,
    grouping: parseArea,
    expertise: parseExpertise,
    role: parseRole,
    phase: parsePhase,
    track: parseTrack,
    support: parseSupport,
    'process-type': parseProcessType,
    availability: parseAvailability,
  };

  it.each(Object.entries(parsers))('%s reads back its own codes', (kind, parse) => {
    const lost = entries(kind as VocabularyKind).filter(
      ({ code }) => valueOf(parse(code)) !== code,
    );
    expect(lost.map(({ code }) => code)).toEqual([]);
  });

  it.each(Object.entries(parsers))('%s takes no label for another entry', (kind, parse) => {
    const wrong = entries(kind as VocabularyKind).flatMap(({ code, labels }) =>
      Object.values(labels)
        .map((text) => ({ text, code, parsed: parse(text) }))
        // A label that is letter for letter another entry's code (`ga`, `kom`) is that code.
        .filter(
          ({ text, parsed }) => parsed.ok && parsed.value !== code && !/^[a-z]{2,3}$/.test(text),
        ),
    );
    expect(wrong.map(({ text, code }) => `${code} ${text}`)).toEqual([]);
  });

  it.each(Object.entries(parsers))('%s answers any text without throwing', (_kind, parse) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const parsed = parse(text);
        expect(parsed.ok || parsed.problem.message.length > 0).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('reads any text as a skill without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const parsed = [parseLanguageSkill(text), parseExpertiseSkill(text)];
        expect(parsed.every((p) => p.ok || p.problem.message.length > 0)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
