import { isUuid } from '#identity';
import type { Context } from './context.js';
import { InvalidInputError } from '#kernel';
import { refusal } from '#messages';

/** What an id says its object is; `node` finds each of them. */
export const NODE_TYPES = [
  'Mediator',
  'Profile',
  'Network',
  'Need',
  'Account',
  'Organization',
  'Session',
  'Invitation',
  'ServiceAccount',
  'Webhook',
  'Consent',
  'Correction',
  'FieldChange',
  'Merge',
  'LinkSuggestion',
  'OwnLink',
  'OtherDirectory',
  'Shortlist',
  'ShortlistEntry',
  'SharedShortlist',
  'Team',
  'Call',
  'Application',
  'Import',
  'NetworkDesk',
  'TermsOfReference',
  'Introduction',
  'DeskIntroduction',
  'OwnIntroduction',
  'Deployment',
  'DeskDeployment',
  'OwnDeployment',
  'Incident',
  'EmergencyOpening',
  'Lesson',
  'DeskLesson',
  'AlongsidePlace',
  'OwnMentoring',
  'SavedView',
  'Hiding',
  'Breach',
  'IssuedCopy',
  'WpsActor',
  'FocalPoint',
  'WpsMeeting',
  'ActionPlan',
  'PlanItem',
  'BudgetLine',
  'Involvement',
  'Commitment',
  'WpsIndicator',
  'Observation',
  'WpsForm',
  'WpsReport',
  'WpsReportComment',
  'WpsLesson',
  'WpsLessonUse',
  'ConflictAnalysis',
] as const;
/** A deployment as its organizer, the desk and the mediator read it. */
const DEPLOYMENT_TYPES = ['Deployment', 'DeskDeployment', 'OwnDeployment'] as const;
export type NodeType = (typeof NODE_TYPES)[number];

/** Relay's global id: opaque to clients, one for each object of the graph. */
export function globalId(type: NodeType, id: string): string {
  return written(type, id);
}

function written(type: string, id: string): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}

/** Reads the id of anything that `node` finds. @throws InvalidInputError */
export function readGlobalId(id: string): { type: NodeType; id: string } {
  return readId(id, NODE_TYPES, 'id');
}

/** Reads the id of an argument that takes one type of object. @throws InvalidInputError */
export function readIdOf(type: NodeType, id: string, path = 'id'): string {
  return readId(id, [type], path).id;
}

/** Reads the id of an argument that takes objects of several types. @throws InvalidInputError */
export function readIdAmong<T extends NodeType>(
  types: readonly T[],
  id: string,
  path: string,
): { type: T; id: string } {
  return readId(id, types, path);
}

function readId<T extends string>(
  id: string,
  types: readonly T[],
  path: string,
): { type: T; id: string } {
  const [name, uuid = ''] = Buffer.from(id, 'base64url').toString('utf8').split(':');
  const type = types.find((candidate) => candidate === name);
  if (!type || !isUuid(uuid) || written(type, uuid) !== id) {
    const [only, ...others] = types;
    const message =
      only && others.length === 0 ? refusal('ids.ofType', { type: only }) : refusal('ids.ofAny');
    throw new InvalidInputError([{ path, code: 'MALFORMED', message }]);
  }
  return { type, id: uuid };
}

/** The id by which a side of a deployment names it. */
export function deploymentIdFor(type: (typeof DEPLOYMENT_TYPES)[number], id: string): string {
  return written(type, id);
}

/** The key of a deployment, by the id that any side of it reads. @throws InvalidInputError */
export function deploymentKey(id: string, path = 'deploymentId'): string {
  return readId(id, DEPLOYMENT_TYPES, path).id;
}

/**
 * The key of the woman whom an argument names, by a Mediator id or, from her curators and herself, by a
 * Profile id; for whoever is unknown a key that nobody has.
 *
 * @throws InvalidInputError where it is no such id
 */
export async function mediatorKey(
  { women }: Pick<Context, 'women'>,
  id: string,
  path = 'id',
): Promise<string> {
  return women.load(readId(id, ['Mediator', 'Profile'], path));
}

/** The same for many, by where in the input each stands. @throws InvalidInputError */
export async function mediatorKeys(
  context: Pick<Context, 'women'>,
  ids: readonly string[],
  pathOf: (i: number) => string,
): Promise<string[]> {
  return Promise.all(ids.map((id, i) => mediatorKey(context, id, pathOf(i))));
}

/** What an argument calls a woman, where it names her as everyone knows her. @throws InvalidInputError */
export function publicIdIn(id: string, path = 'id'): string | null {
  const named = readId(id, ['Mediator', 'Profile'], path);
  return named.type === 'Mediator' ? named.id : null;
}
