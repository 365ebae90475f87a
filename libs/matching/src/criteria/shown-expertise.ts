import type { ExpertiseCode, ProcessType, Role } from '#vocabulary';

const MEDIATORS: readonly Role[] = ['lead-mediator', 'co-mediator', 'facilitator'];

interface Shows {
  /** Any where it is left out. */
  readonly type?: ProcessType;
  readonly roles: readonly Role[];
  readonly expertise: ExpertiseCode;
}

/**
 * What having done a work shows of expertise: only what the role or the type of process names itself, by the definitions of
 * both vocabularies. That a process touched power-sharing, its type does not tell.
 */
const SHOWS: readonly Shows[] = [
  { type: 'ceasefire', roles: MEDIATORS, expertise: 'mediation.ceasefire-mediation' },
  {
    type: 'ceasefire',
    roles: ['observer', 'adviser'],
    expertise: 'security.ceasefire-design-and-monitoring',
  },
  { type: 'election-related', roles: MEDIATORS, expertise: 'mediation.election-dispute-mediation' },
  { type: 'local', roles: MEDIATORS, expertise: 'mediation.insider-and-community-mediation' },
  { roles: ['facilitator'], expertise: 'mediation.facilitation-and-dialogue' },
  { roles: ['process-designer'], expertise: 'mediation.process-design' },
  { roles: ['adviser'], expertise: 'mediation.negotiation-support' },
  { roles: ['gender-adviser'], expertise: 'mediation.gender-sensitive-conflict-analysis' },
  { roles: ['gender-adviser'], expertise: 'inclusion.womens-participation' },
  { roles: ['trainer'], expertise: 'policy.training-and-capacity-building' },
];

/** The fields in which a deployment with this type of process and role shows expertise. */
export function expertiseShownBy(type: ProcessType | null, role: Role | null): ExpertiseCode[] {
  if (role === null) return [];
  return SHOWS.filter(
    (each) => each.roles.includes(role) && (each.type === undefined || each.type === type),
  ).map(({ expertise }) => expertise);
}
