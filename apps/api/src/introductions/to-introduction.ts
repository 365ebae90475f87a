import {
  INTERESTS,
  type DeskAskView,
  type OrganizerAskView,
  type OwnAskView,
  type RelayMessageView,
} from '#introductions';
import type { Locale } from '#vocabulary';
import { globalId } from '../graphql/global-id.js';
import { toMediator } from '../mediators/to-mediator.js';
import type { DeskIntroduction } from './desk-introduction.type.js';
import type { AskedIntroduction, RelayMessage } from './introduction-parts.type.js';
import type { Introduction } from './introduction.type.js';
import type { OwnIntroduction } from './own-introduction.type.js';
import { toTerms } from './terms/to-terms.js';

export function toIntroduction(view: OrganizerAskView, locale: Locale): Introduction {
  const { id, needId, profile, urgency, state, word, requestedBy, canConfirm, deskWords } = view;
  const { question, answer, channels, messages, revision } = view;
  return {
    __typename: 'Introduction',
    id: globalId('Introduction', id),
    needId: globalId('Need', needId),
    mediator: profile && toMediator(profile, locale),
    urgency,
    status: state,
    word,
    requestedBy,
    requestedAt: view.requestedAt.toISOString(),
    dueAt: iso(view.dueAt),
    endedAt: iso(view.endedAt),
    canConfirm,
    deskWords,
    question,
    answer,
    channels: [...channels],
    messages: messages.map(toMessage),
    revision,
  };
}

export function toDeskIntroduction(view: DeskAskView, locale: Locale): DeskIntroduction {
  const { needId, mediatorId, mediatorName, channel, outOfOrder, findings, refusal } = view;
  const { deskWords, declineWords, spoken, steps } = view;
  return {
    __typename: 'DeskIntroduction',
    id: globalId('DeskIntroduction', view.id),
    ...toAsked(view, locale),
    needId: globalId('Need', needId),
    profileId: globalId('Profile', mediatorId),
    mediatorName,
    channel,
    outOfOrder,
    deskDueAt: view.deskDueAt.toISOString(),
    deskEndsAt: view.deskEndsAt.toISOString(),
    findings: [...findings],
    refusal,
    deskWords,
    declineWords,
    spoken: spoken.map((one) => ({ ...one })),
    steps: steps.map(({ at, ...step }) => ({ ...step, at: at.toISOString() })),
  };
}

export function toOwnIntroduction(view: OwnAskView, locale: Locale): OwnIntroduction {
  const { timeZone, pseudonymous, contactReads } = view;
  return {
    __typename: 'OwnIntroduction',
    id: globalId('OwnIntroduction', view.id),
    ...toAsked(view, locale),
    timeZone,
    pseudonymous,
    contactReads,
  };
}

/** What her network and she are told alike. */
function toAsked(
  view: DeskAskView | OwnAskView,
  locale: Locale,
): Omit<AskedIntroduction, 'id' | '__typename'> {
  const { needTitle, processName, confidentiality, insiderTies, organizationName } = view;
  const { urgency, state, termsRevision, acceptedTermsRevision, question, answer } = view;
  const { declaration, declarationOutcome, declineReasons, shared, withdrawal } = view;
  const { notEngaged, channels, messages, revision } = view;
  return {
    needTitle,
    processName,
    confidentiality,
    insiderTies,
    organizationName,
    urgency,
    state,
    requestedAt: view.requestedAt.toISOString(),
    terms: toTerms(view.terms, locale),
    termsRevision,
    acceptedTermsRevision,
    forwardedAt: iso(view.forwardedAt),
    answerDueAt: iso(view.answerDueAt),
    pausedAt: iso(view.pausedAt),
    lapsesAt: iso(view.lapsesAt),
    acceptedAt: iso(view.acceptedAt),
    confirmedAt: iso(view.confirmedAt),
    connectedAt: iso(view.connectedAt),
    endedAt: iso(view.endedAt),
    question,
    answer,
    declaration:
      declaration &&
      INTERESTS.flatMap((interest) => {
        const text = declaration[interest];
        return text === undefined ? [] : [{ interest, text }];
      }),
    declarationOutcome,
    declineReasons: [...declineReasons],
    shared,
    withdrawal,
    notEngaged,
    channels: [...channels],
    messages: messages.map(toMessage),
    revision,
  };
}

/** Of a message no object of the graph is made, so its id is that of its row. */
function toMessage({ id, at, handledAt, ...message }: RelayMessageView): RelayMessage {
  return { ...message, messageId: id, at: at.toISOString(), handledAt: iso(handledAt) };
}

function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
