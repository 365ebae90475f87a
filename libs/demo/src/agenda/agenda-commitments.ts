import { addDays } from '#kernel';
import type { CommitmentDraft, CommitmentStep } from '#wps';
import { AGENDA_MEETINGS, type AgendaActor } from './agenda-actors.js';

/** A fictional commitment, and what has become of it. */
export interface CommitmentStory {
  readonly of: AgendaActor;
  readonly draft: CommitmentDraft;
  readonly steps: readonly CommitmentStep[];
  /** Why it was dropped. */
  readonly reason?: string;
}

/** @param today ISO 8601 */
export function agendaCommitments(today: string): CommitmentStory[] {
  const [spring, autumn] = AGENDA_MEETINGS;
  const made = (
    of: AgendaActor,
    text: string,
    rest: Partial<CommitmentDraft>,
    steps: readonly CommitmentStep[] = [],
    reason?: string,
  ): CommitmentStory => ({
    of,
    steps,
    ...(reason === undefined ? {} : { reason }),
    draft: {
      text: { en: text },
      source: rest.meeting ? 'meeting' : 'pledge',
      sourceText: rest.meeting ? 'Minutes of the meeting (fictional)' : 'Pledge (fictional)',
      meeting: null,
      owedTo: 'Members of the Amber Coast Union',
      responsible: null,
      due: null,
      review: null,
      themes: [],
      evidence: null,
      sharing: 'region',
      ...rest,
    },
  });
  const inDays = (days: number) => addDays(today, days);
  return [
    made(
      'state',
      'Publish what the plan costs each year, and what was spent.',
      {
        meeting: spring,
        responsible: 'Ministry of Finance',
        due: inDays(-90),
        evidence: 'Published with the budget of the year (fictional).',
        sharing: 'public',
      },
      ['track', 'keep'],
    ),
    made(
      'state',
      'Name gender advisers for both brigades at the border.',
      {
        meeting: spring,
        responsible: 'Ministry of Defence',
        due: inDays(-20),
        review: inDays(30),
        themes: ['security'],
      },
      ['warn'],
    ),
    made(
      'state',
      'Propose two women mediators for the talks on fishing grounds.',
      {
        meeting: spring,
        responsible: 'Ministry of Foreign Affairs',
        due: inDays(6),
        themes: ['mediation'],
      },
      ['track'],
    ),
    made(
      'state',
      'Give women’s organizations one grant each half-year, without a share of their own.',
      {
        meeting: autumn,
        responsible: 'Ministry of Women',
        due: inDays(150),
      },
    ),
    made('state', 'Each delegation to talks has women as members, and one as its head or deputy.', {
      owedTo: 'Secretary-General of the United Nations',
      sharing: 'public',
    }),
    made(
      'neighbour',
      'Write down what the plan costs.',
      {
        meeting: spring,
        responsible: 'Ministry of Women of Birchland',
        due: inDays(-15),
      },
      ['warn'],
    ),
    made(
      'neighbour',
      'Host a summer school for young women mediators.',
      {
        meeting: spring,
        due: inDays(-60),
      },
      ['drop'],
      'The house was needed for people who had fled the flood.',
    ),
    made(
      'neighbour',
      'Send two observers to the harbours of Amberland.',
      {
        meeting: autumn,
        due: inDays(70),
      },
      ['track'],
    ),
    made('region', 'Open a fund for the travel of women’s organizations to talks.', {
      meeting: autumn,
      responsible: 'Secretariat',
      due: inDays(200),
      sharing: 'network',
    }),
  ];
}
