import { textIn } from '#messages';
import type { Locale } from '#vocabulary';
import type { CommitmentView, Owed as OwedView, OwedKind } from '#wps';
import { globalId, type NodeType } from '../graphql/global-id.js';
import { toTexts } from '../graphql/texts.js';
import type { Commitment, Owed } from './commitment.type.js';
import { toActorName } from './to-actor.js';

/** The graph's commitment: the service has decided that this viewer may see it. */
export function toCommitment(
  { id, actor, text, themes, ...columns }: CommitmentView,
  locale: Locale,
): Commitment {
  return {
    __typename: 'Commitment',
    ...columns,
    id: globalId('Commitment', id),
    actor: toActorName(actor, locale),
    text: textIn(text, locale) ?? '',
    texts: toTexts(text),
    themes: [...themes],
  };
}

const TYPES: Readonly<Record<OwedKind, NodeType>> = {
  commitment: 'Commitment',
  'plan-action': 'PlanItem',
  involvement: 'Involvement',
  observation: 'WpsIndicator',
  comment: 'WpsReportComment',
  'contested-involvement': 'Involvement',
};

export function toOwed(
  { id, planId, reportId, text, kind, owedTo, owedToName, ...owed }: OwedView,
  locale: Locale,
): Owed {
  const { key: _key, isPublic: _public, ...columns } = owed;
  return {
    ...columns,
    kind,
    subjectId: globalId(TYPES[kind], id),
    planId: planId && globalId('ActionPlan', planId),
    reportId: reportId && globalId('WpsReport', reportId),
    text: textIn(text, locale) ?? '',
    owedTo: owedToName ? textIn(owedToName, locale) : owedTo,
  };
}
