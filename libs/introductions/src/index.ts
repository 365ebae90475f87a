export {
  answerDueAt,
  ANSWER_WINDOW,
  type DeskHours,
  deskTimes,
  type DeskTimes,
  shownDueAt,
  USUAL_HOURS,
  workingDaysAfter,
} from './ask/clock.js';
export {
  DECLARATION_OUTCOMES,
  DECLARATION_VERSION,
  INTERESTS,
  type Declaration,
  type DeclarationOutcome,
  type Interest,
} from './ask/declaration.js';
export {
  INTRODUCTION_STATES,
  INTRODUCTION_STEPS,
  MOST_ASKS_OF_HER,
  OPEN_STATES,
  type IntroductionFacts,
  type IntroductionState,
  type IntroductionStep,
} from './ask/introduction-steps.js';
export {
  bowedOut,
  byInner,
  byOrganizer,
  reasked,
  reminded,
  requested,
  settled,
  stoodDown,
  wakeAt,
  type Ask,
  type InnerStep,
  type Introduction,
  type Moved,
  type Notice,
  type OrganizerStep,
} from './ask/moves.js';
export {
  ASK_DECLINE_REASONS,
  DESK_FINDINGS,
  NOT_ENGAGED_REASONS,
  REFUSAL_REASONS,
  WITHDRAWAL_REASONS,
  type AskDeclineReason,
  type DeskFinding,
  type NotEngagedReason,
  type RefusalReason,
  type WithdrawalReason,
} from './ask/reasons.js';
export {
  SHOWN_STATES,
  SHOWN_STEPS,
  SHOWN_WORDS,
  shownAt,
  type Shown,
  type ShownState,
  type ShownWord,
} from './ask/shown.js';
export { DESK_DUTIES, type DeskDuty } from './desk/desk-duties.js';
export type { DeskStatement } from './desk/desk-statement.js';
export type { DeskStage } from './desk/desk-told.js';
export { DeskService, type DeskPerson, type DeskView } from './desk/desk.service.js';
export { isSafetyOfficer, safetyOfficers } from './desk/safety-officers.js';
export { introductionsEntities } from './entities.js';
export { HerMails, type HerMail } from './preferences/her-mails.js';
export { holdFile, type Hold } from './hold/hold-file.js';
export {
  RELEASED_CHANNELS,
  SPOKEN_CHANNELS,
  type DeskAskView,
  type OpenedContact,
  type OrganizerAskView,
  type OwnAskView,
  type ReleasedChannel,
  type SpokenAnswer,
  type SpokenChannel,
  type StepView,
} from './introduction/ask-views.js';
export { IntroductionClocks } from './introduction/introduction-clocks.js';
export { DeskRouting } from './introduction/desk-routing.js';
export { DeskAskService } from './introduction/desk-ask.service.js';
export type {
  AcceptInput,
  DeclineInput,
  DeskFilter,
  NotEngagedInput,
  OrganizerFilter,
  RefuseInput,
  ReleaseInput,
  RequestInput,
  ReviewInput,
  SpokenInput,
  WithdrawInput,
} from './introduction/inputs.js';
export {
  IntroductionService,
  type EngagedIntroduction,
} from './introduction/introduction.service.js';
export { OwnAskService, type LinkViewer } from './introduction/own-ask.service.js';
export { RequestService } from './introduction/request.service.js';
export { introductionsParts } from './introductions-parts.js';
export { AskReader } from './introduction/ask-reader.js';
export { IntroductionMails } from './introduction/introduction-mails.js';
export { IntroductionStore } from './introduction/introduction-store.js';
export { womenOfIntroductions } from './introduction/women-of.js';
export { IntroductionsModule, introductionsProviders } from './introductions.module.js';
export { ASK_CHANNELS, type AskChannel } from './preferences/ask-channels.js';
export { NO_PREFERENCE, type Listing, type Preference } from './preferences/preference.js';
export { PreferenceService, type PreferenceView } from './preferences/preference.service.js';
export { afterQuiet } from './preferences/quiet-hours.js';
export type { RelayMessageView } from './relay/relay-message.js';
export { RelayService, type NewRelayMessage } from './relay/relay.service.js';
export {
  RELAY_AUTHORS,
  RELAY_SIDES,
  RELAY_STATES,
  type RelayAuthor,
  type RelaySide,
  type RelayState,
} from './relay/relay-states.js';
export { introductionsSealedTables } from './sealed-tables.js';
export { changedTerms } from './terms/changed-terms.js';
export { missingTerms } from './terms/check-terms.js';
export { TermsService, type TermsVersion, type TermsView } from './terms/terms.service.js';
export * from './terms/terms.js';
export {
  askedIntroductions,
  askedNetworks,
  connections,
  declinedIntroductions,
  flashNeeds,
  requestedIntroductions,
  type AskedIntroduction,
  type AskedNeed,
  type AskedNetwork,
  type Connection,
  type DeclinedIntroduction,
  type RequestedIntroduction,
} from './metrics/introduction-metrics.js';
export { SELECT_WAITING_INTRODUCTIONS } from './waiting.js';
