import { readFileSync } from 'node:fs';
import { keywordsOf } from '#directory';
import { parseGradeSheet, parseJudgedNeeds, stableId, type JudgedNeed } from '#engagement';
import type { GradeSheet, RankingSettings } from '#engagement';
import { evaluate, type Evaluation, type Run } from '#evaluation';
import { asVersion, CandidatePool, type ModelVersion, rank } from '#matching';
import { MemoryPostings, rankBrief, toSearchDocument, type TextMatch } from '#search';
import { areaLabel, label } from '#vocabulary';
import { careerPool, type CareerProfile } from './career-pool.js';
import { JUDGED_FOLDER } from './judged-set.js';

/** The second judged set: needs that use what model 2 knows, and grades of women with coherent careers. */
export interface CareerSet extends GradeSheet {
  readonly needs: readonly JudgedNeed[];
}

/** Reads the second judged set. */
export function careerSet(): CareerSet {
  const read = (name: string) => readFileSync(new URL(name, JUDGED_FOLDER), 'utf8');
  return {
    needs: parseJudgedNeeds(read('needs-2.jsonl')),
    ...parseGradeSheet(read('grades-2.csv')),
  };
}

/** The women of the second set, ready to be ranked without a database. */
export class CareerPool {
  readonly profiles = new Map<string, CareerProfile>();
  private readonly pool = new CandidatePool();
  private readonly docnos = new Map<string, string>();
  private readonly texts: MemoryPostings;

  constructor(profiles: readonly CareerProfile[] = careerPool()) {
    for (const profile of profiles) {
      const id = stableId(profile.docno);
      this.pool.upsert({ ...profile.candidate, id, lot: id });
      this.docnos.set(id, profile.docno);
      this.profiles.set(profile.docno, profile);
    }
    this.texts = new MemoryPostings(profiles.map(documentOf));
  }

  /** The first of each need, by docno. */
  async rankAll(
    needs: readonly JudgedNeed[],
    { version, weights, brief = false, depth = 100 }: Omit<RankingSettings, 'presets'>,
  ): Promise<Run> {
    const run = new Map<string, string[]>();
    for (const { topic, criteria, brief: text } of needs) {
      const asked = version === undefined ? criteria : asVersion(criteria, version);
      const soft = brief
        ? { ...asked.soft, text: { matches: await this.foundBy(text) } }
        : asked.soft;
      const need = { ...asked, soft, id: topic, weights: { ...asked.weights, ...weights } };
      const { results } = rank(this.pool, need, { limit: depth });
      run.set(
        topic,
        results.map(({ id }) => this.docnos.get(id) ?? ''),
      );
    }
    return run;
  }

  /** Whom a brief finds, most relevant first and equals by their numbers, as in the first set. */
  private async foundBy(brief: string): Promise<string[]> {
    const { matches } = await rankBrief(this.texts, brief, this.profiles.size);
    const inOrder = (a: TextMatch, b: TextMatch) =>
      b.relevance - a.relevance || (a.id < b.id ? -1 : 1);
    return matches.toSorted(inOrder).map(({ id }) => id);
  }
}

/** What the search index would hold of her. */
function documentOf({ docno, candidate: her, biography }: CareerProfile) {
  const id = stableId(docno);
  const { languages, territories, expertise, tracks, rolesStated: roles, years } = her;
  return toSearchDocument({
    id,
    publicId: id,
    clearance: 'VETTED',
    name: '',
    otherNames: [],
    keywords: keywordsOf({ languages, territories, expertise, roles, networks: [] }),
    texts: Object.fromEntries(
      Object.entries(biography).map(([language, text]) => [`biography.${language}`, text]),
    ),
    networks: [],
    languages,
    territories,
    expertise,
    tracks,
    roles,
    years,
    yearsBand: null,
    availabilityBand: null,
    confirmedOn: null,
  });
}

/** One woman in one line, as a judge reads her: no name, no score and no place. */
export function profileLine({ candidate: her }: CareerProfile): string {
  const deployments = (her.deployed?.processes ?? []).map(({ type, phase, year }, i) => {
    const place = her.deployed?.territories[i]?.code;
    return `${type}/${phase} in ${place === undefined ? '?' : areaLabel(place, 'en')} until ${year}`;
  });
  const days = Array.isArray(her.available)
    ? her.available.map(({ from, to }) => (from === null ? 'always' : `${from} to ${to}`)).join()
    : (her.available ?? 'not stated');
  return [
    `from ${her.nationalities.map((code) => areaLabel(code, 'en')).join() || 'not stated'}`,
    `lives in ${her.residence === null ? 'not stated' : areaLabel(her.residence, 'en')}`,
    `${her.years || 'not stated'} years`,
    her.languages.map(({ code, level }) => `${label('language', code, 'en')} ${level}`).join(', '),
    her.expertise.map(({ code, level }) => `${label('expertise', code, 'en')} ${level}`).join(', '),
    `served: ${her.rolesServed.join(', ') || 'nothing'}; offers: ${her.rolesStated.join(', ')}`,
    `tracks ${her.tracks.join(', ')}`,
    deployments.join(', ') || 'no deployment',
    `available: ${days || 'never'}`,
    `works ${her.workingMode ?? 'not stated'}, notice ${her.noticeDays ?? 'not stated'}`,
    `${her.mentor ? 'mentor, ' : ''}confirmed ${her.confirmedOn ?? 'never'}`,
  ].join(' | ');
}

/** How a version of the model answers the second set; with the briefs where they are given a weight. */
export async function measureCareers(
  { needs, grades }: CareerSet,
  version: ModelVersion | 'fields of model 1',
  TEXT?: number,
): Promise<{ run: Run; evaluation: Evaluation }> {
  const pool = new CareerPool();
  const asked =
    version === 'fields of model 1'
      ? needs.map((need) => ({ ...need, criteria: asVersion(need.criteria, 1) }))
      : needs;
  const settings = TEXT === undefined ? {} : { brief: true, weights: { TEXT } };
  const run = await pool.rankAll(asked, { version: version === 1 ? 1 : 2, ...settings });
  return { run, evaluation: evaluate(grades, run, { cutoffs: [10] }) };
}
