import { AdministrationResolver } from './administration/administration.resolver.js';
import { SecurityEventsResolver } from './administration/security-events.resolver.js';
import { AlongsideResolver, MediatorMentoringResolver } from './alongside/alongside.resolver.js';
import { AnalysisResolver } from './analysis/analysis.resolver.js';
import { ScarcityResolver } from './analysis/scarcity.resolver.js';
import { ApplicationsResolver } from './calls/applications.resolver.js';
import { CallsResolver } from './calls/calls.resolver.js';
import { CurationResolver } from './curation/curation.resolver.js';
import {
  ProfileChangeResolver,
  ProfileEvidenceResolver,
  ProfileImportResolver,
  ProfileResolver,
  ProfileSourceResolver,
} from './curation/profile.resolver.js';
import { DeploymentsResolver } from './deployments/deployments.resolver.js';
import { DeskDeploymentsResolver } from './deployments/desk-deployments.resolver.js';
import { OwnDeploymentsResolver } from './deployments/own-deployments.resolver.js';
import { DesksResolver } from './desks/desks.resolver.js';
import { ContactsResolver } from './contacts/contacts.resolver.js';
import { BreachesResolver } from './emergency/breaches.resolver.js';
import { WomenToTellResolver } from './emergency/women-to-tell.resolver.js';
import { CopiesResolver } from './emergency/copies.resolver.js';
import { HidingsResolver } from './emergency/hidings.resolver.js';
import { TracesResolver } from './emergency/traces.resolver.js';
import { ExposureResolver } from './exposure/exposure.resolver.js';
import { ScarcityMapResolver } from './metrics/scarcity-map.resolver.js';
import { ChangesResolver } from './following/changes.resolver.js';
import { AccountWebhooksResolver, WebhooksResolver } from './following/webhooks.resolver.js';
import { FeedbackResolver } from './feedback/feedback.resolver.js';
import { LessonsResolver } from './feedback/lessons.resolver.js';
import { AccountsResolver } from './identity/accounts.resolver.js';
import { InvitationsResolver } from './identity/invitations.resolver.js';
import { OpenIdResolver } from './identity/openid.resolver.js';
import { PasswordsResolver } from './identity/passwords.resolver.js';
import { RegistrationResolver } from './identity/registration.resolver.js';
import { SavedViewsResolver } from './identity/saved-views.resolver.js';
import { SecondFactorResolver } from './identity/second-factor.resolver.js';
import { ServiceAccountsResolver } from './identity/service-accounts.resolver.js';
import { SessionsResolver } from './identity/sessions.resolver.js';
import { SignInResolver } from './identity/sign-in.resolver.js';
import { LinksResolver } from './links/links.resolver.js';
import { OtherDirectoriesResolver } from './links/other-directories.resolver.js';
import { OwnLinksResolver } from './links/own-links.resolver.js';
import { InboxResolver } from './inbox/inbox.resolver.js';
import { ImportsResolver } from './imports/imports.resolver.js';
import { TermsResolver } from './introductions/terms/terms.resolver.js';
import { DeskIntroductionsResolver } from './introductions/desk-introductions.resolver.js';
import { IntroductionsResolver } from './introductions/introductions.resolver.js';
import { AskPreferencesResolver } from './introductions/ask-preferences.resolver.js';
import { OwnIntroductionsResolver } from './introductions/own-introductions.resolver.js';
import { MatchResolver } from './matching/match.resolver.js';
import { MembersResolver } from './members/members.resolver.js';
import { MetricsResolver } from './metrics/metrics.resolver.js';
import { MEDIATOR_ID_RESOLVERS } from './node/mediator-id.resolvers.js';
import { AffiliationResolver, MediatorsResolver } from './mediators/mediators.resolver.js';
import { NeedHelpResolver } from './needs/need-help.resolver.js';
import { NeedAlertsResolver } from './needs/need-alerts.resolver.js';
import { NeedsResolver } from './needs/needs.resolver.js';
import { OwnNeedsResolver } from './needs/own-needs.resolver.js';
import { PeaceProcessesResolver } from './needs/peace-processes.resolver.js';
import { NetworksResolver } from './networks/networks.resolver.js';
import { NodeResolver } from './node/node.resolver.js';
import { AudiencesResolver } from './self-service/audiences.resolver.js';
import { CodeNameResolver } from './self-service/code-name.resolver.js';
import {
  ContactAccessesResolver,
  ContactAccessNetworkResolver,
} from './self-service/contact-accesses.resolver.js';
import { ConsentsResolver } from './self-service/consents.resolver.js';
import { CorrectionsResolver } from './self-service/corrections.resolver.js';
import { PersonalDataResolver } from './self-service/personal-data.resolver.js';
import { SharesResolver } from './shortlists/shares.resolver.js';
import { ShortlistsResolver } from './shortlists/shortlists.resolver.js';
import { TeamsResolver } from './teams/teams.resolver.js';
import { VocabularyResolver } from './vocabulary/vocabulary.resolver.js';
import { ActorsResolver } from './wps/actors.resolver.js';
import { CommitmentsResolver } from './wps/commitments.resolver.js';
import { ReportsResolver } from './wps/reports.resolver.js';
import { SharingResolver } from './wps/sharing.resolver.js';
import { WpsMailsResolver } from './wps/wps-mails.resolver.js';
import { AnalysesResolver } from './wps/analyses.resolver.js';
import { WpsLessonsResolver } from './wps/wps-lessons.resolver.js';
import { MeetingsResolver } from './wps/meetings.resolver.js';
import { ObservationsResolver } from './wps/observations.resolver.js';
import { PlanPartsResolver } from './wps/plan-parts.resolver.js';
import { PlansResolver } from './wps/plans.resolver.js';

/** Everything the graph answers; the schema is made from these. */
export const RESOLVERS = [
  MediatorsResolver,
  ChangesResolver,
  AccountWebhooksResolver,
  WebhooksResolver,
  AffiliationResolver,
  ...MEDIATOR_ID_RESOLVERS,
  ProfileResolver,
  ProfileSourceResolver,
  ProfileChangeResolver,
  ProfileEvidenceResolver,
  ProfileImportResolver,
  CurationResolver,
  LinksResolver,
  OtherDirectoriesResolver,
  OwnLinksResolver,
  MembersResolver,
  ContactsResolver,
  CallsResolver,
  ApplicationsResolver,
  DeploymentsResolver,
  DeskDeploymentsResolver,
  OwnDeploymentsResolver,
  NetworksResolver,
  ImportsResolver,
  InboxResolver,
  IntroductionsResolver,
  DeskIntroductionsResolver,
  OwnIntroductionsResolver,
  AskPreferencesResolver,
  NeedAlertsResolver,
  NeedsResolver,
  OwnNeedsResolver,
  PeaceProcessesResolver,
  NeedHelpResolver,
  ShortlistsResolver,
  SharesResolver,
  TermsResolver,
  DesksResolver,
  MatchResolver,
  AnalysisResolver,
  ScarcityResolver,
  ExposureResolver,
  ScarcityMapResolver,
  MetricsResolver,
  FeedbackResolver,
  AlongsideResolver,
  MediatorMentoringResolver,
  LessonsResolver,
  TeamsResolver,
  PersonalDataResolver,
  ConsentsResolver,
  AudiencesResolver,
  CodeNameResolver,
  ContactAccessesResolver,
  ContactAccessNetworkResolver,
  CorrectionsResolver,
  VocabularyResolver,
  ActorsResolver,
  MeetingsResolver,
  PlansResolver,
  PlanPartsResolver,
  CommitmentsResolver,
  WpsLessonsResolver,
  AnalysesResolver,
  ReportsResolver,
  WpsMailsResolver,
  SharingResolver,
  ObservationsResolver,
  NodeResolver,
  SignInResolver,
  SessionsResolver,
  PasswordsResolver,
  SecondFactorResolver,
  RegistrationResolver,
  InvitationsResolver,
  AccountsResolver,
  AdministrationResolver,
  SecurityEventsResolver,
  HidingsResolver,
  CopiesResolver,
  BreachesResolver,
  WomenToTellResolver,
  TracesResolver,
  SavedViewsResolver,
  ServiceAccountsResolver,
  OpenIdResolver,
];
