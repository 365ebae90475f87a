import type { Locale } from '#vocabulary';
import { actorNameIn, type ActorName, type ActorView, type FocalPointView } from '#wps';
import { globalId } from '../graphql/global-id.js';
import { toTexts } from '../graphql/texts.js';
import type { FocalPoint, WpsActor, WpsActorName } from './actor.type.js';

export function toActorName(actor: ActorName, locale: Locale): WpsActorName {
  const { code, kind } = actor;
  return { code, kind, name: actorNameIn(actor, locale) };
}

/** The graph's actor: the service has decided what of it this viewer may see. */
export function toActor(view: ActorView, locale: Locale): WpsActor {
  const { parent, organizationId, memberships, offices, focalPoints, fictional, revision } = view;
  const { code, kind, name } = toActorName(view, locale);
  const named = <T extends { readonly grouping: ActorName }>({ grouping, ...term }: T) => ({
    ...term,
    grouping: toActorName(grouping, locale),
  });
  return {
    __typename: 'WpsActor',
    code,
    kind,
    name,
    id: globalId('WpsActor', view.id),
    names: toTexts(view.names),
    parent: parent && toActorName(parent, locale),
    organization: organizationId === null ? null : globalId('Organization', organizationId),
    fictional,
    memberships: memberships.map(named),
    offices: offices.map(named),
    focalPoints: focalPoints.map((one) => toFocalPoint(one, locale)),
    revision,
  };
}

export function toFocalPoint(
  { id, actor, person, ...columns }: FocalPointView,
  locale: Locale,
): FocalPoint {
  return {
    __typename: 'FocalPoint',
    ...columns,
    id: globalId('FocalPoint', id),
    actor: toActorName(actor, locale),
    person: person?.name ?? null,
    consentedOn: person?.consentedOn ?? null,
  };
}
