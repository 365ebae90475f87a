import type { AnalysisDraft, LessonUseDraft, WpsLessonDraft } from '#wps';

/** What the fictional state has learnt. */
export const AGENDA_LESSON: WpsLessonDraft = {
  language: 'en',
  title: 'Ask for names before talks are announced (demo)',
  territory: null,
  context: 'Two rounds of talks in a neighbouring country, under the second national action plan.',
  done: 'The steering group asked networks for names six weeks before the first round, and again before the second.',
  result: 'Half of the delegation were women in both rounds; before it was one in eight.',
  evidence: 'monitored',
  source: 'Yearly report on the plan, chapter 2 (fictional)',
  conditions: 'Somebody in the ministry who may decide within a week.',
  costs: 'Two days of work for each round.',
  avoid: 'Do not ask for names and then leave the networks without an answer.',
  office: 'Office of the Prime Minister of Amberland, unit for the agenda',
  themes: ['mediation'],
  afterActionId: null,
  sharing: 'public',
};

/** How its neighbour uses that. @param from the first day of use */
export function agendaUse(from: string): LessonUseDraft {
  return {
    adapted: 'We ask four weeks before, because our networks are smaller.',
    outcome: null,
    from,
    until: null,
    sharing: 'network',
  };
}

/** An analysis of the regional organization. @param doneOn the day on which it was finished */
export function agendaAnalysis(doneOn: string): AnalysisDraft {
  return {
    language: 'en',
    title: 'The coast and its harbours (demo)',
    territory: '001',
    doneOn,
    method: 'Talks in four harbours, and figures of the members.',
    timing: 'before-design',
    office: 'Secretariat of the Amber Coast Union, gender adviser',
    answers: {
      actors: 'Harbour councils, nearly all men above fifty; women’s savings groups.',
      norms: 'Women trade, men decide on landing rights.',
      'peace-work': 'Savings groups settle quarrels over landing places.',
      'entry-points': 'The yearly meeting on landing rights.',
      'data-gaps': 'Nobody counts who speaks at council meetings.',
      consulted: 'Savings groups, harbour councils, a women’s organization.',
      'do-no-harm': 'Meetings are held where women travel anyway, by day.',
    },
    usedIn: [{ kind: 'plan', text: 'Regional action plan of the Amber Coast (demo)' }],
    sharing: 'region',
  };
}
