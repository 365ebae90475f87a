import { Directory1764000000000 } from './1764000000000-directory.js';
import { Search1764000001000 } from './1764000001000-search.js';
import { Import1764000002000 } from './1764000002000-import.js';
import { Engagement1764000003000 } from './1764000003000-engagement.js';
import { Audit1764000004000 } from './1764000004000-audit.js';
import { Vault1764000005000 } from './1764000005000-vault.js';
import { Identity1764000006000 } from './1764000006000-identity.js';
import { Mail1764000006500 } from './1764000006500-mail.js';
import { Openid1764000006600 } from './1764000006600-openid.js';
import { Curation1764000007000 } from './1764000007000-curation.js';
import { SelfService1764000008000 } from './1764000008000-self-service.js';
import { Needs1764000010000 } from './1764000010000-needs.js';
import { Exposure1764000011000 } from './1764000011000-exposure.js';
import { Team1764000012000 } from './1764000012000-team.js';
import { SearchPending1764000013000 } from './1764000013000-search-pending.js';
import { PublicIds1764100001000 } from './1764100001000-public-ids.js';
import { ClosedEntries1764100001100 } from './1764100001100-closed-entries.js';
import { UnstatedAvailability1764100002000 } from './1764100002000-unstated-availability.js';
import { Pseudonym1764100003000 } from './1764100003000-pseudonym.js';
import { RequestUsage1764100004000 } from './1764100004000-request-usage.js';
import { IndexInStep1764100005000 } from './1764100005000-index-in-step.js';
import { ImportedProfiles1764100007000 } from './1764100007000-imported-profiles.js';
import { ExposureQuarters1764100008000 } from './1764100008000-exposure-quarters.js';
import { FilledBy1764100010000 } from './1764100010000-filled-by.js';
import { TeamMemberGone1764100011000 } from './1764100011000-team-member-gone.js';
import { WithdrawnTerritories1764100012000 } from './1764100012000-withdrawn-territories.js';
import { MarkedNumbers1764100012100 } from './1764100012100-marked-numbers.js';
import { ReasonsAsData1764400001000 } from './1764400001000-reasons-as-data.js';
import { RowsOfSheets1764400002000 } from './1764400002000-rows-of-sheets.js';
import { ErasedNames1764400003000 } from './1764400003000-erased-names.js';
import { Applications1764500000000 } from './1764500000000-applications.js';
import { StagedImports1764600001000 } from './1764600001000-staged-imports.js';
import { DigitsOfNumbers1764600002000 } from './1764600002000-digits-of-numbers.js';
import { NeedUrgency1764700000000 } from './1764700000000-need-urgency.js';
import { Seats1764700000100 } from './1764700000100-seats.js';
import { SharedShortlists1764700000110 } from './1764700000110-shared-shortlists.js';
import { ArchivedProcesses1764700000120 } from './1764700000120-archived-processes.js';
import { MailNotBefore1764700000200 } from './1764700000200-mail-not-before.js';
import { Introductions1764700001000 } from './1764700001000-introductions.js';
import { Deployments1764700002000 } from './1764700002000-deployments.js';
import { Metrics1764700003000 } from './1764700003000-metrics.js';
import { LookingBack1764700003100 } from './1764700003100-looking-back.js';
import { Alongside1764700003200 } from './1764700003200-alongside.js';
import { CheckInLinks1764700003300 } from './1764700003300-check-in-links.js';
import { AuditInOneInsert1764700003400 } from './1764700003400-audit-in-one-insert.js';
import { WithheldAccesses1764700003500 } from './1764700003500-withheld-accesses.js';
import { LookBackLinks1764700003600 } from './1764700003600-look-back-links.js';
import { Working1765000000000 } from './1765000000000-working.js';
import { WpsNetwork1765100000000 } from './1765100000000-wps-network.js';
import { MemberQuestions1765000000100 } from './1765000000100-member-questions.js';
import { WpsPlans1765100001000 } from './1765100001000-wps-plans.js';
import { WpsIndicators1765100002000 } from './1765100002000-wps-indicators.js';
import { Hiding1765200000000 } from './1765200000000-hiding.js';
import { LinksOfAddresses1765300000000 } from './1765300000000-links-of-addresses.js';
import { ChangeFeed1765300000000 } from './1765300000000-change-feed.js';
import { Duplicates1765300002000 } from './1765300002000-duplicates.js';
import { WpsReports1765300000300 } from './1765300000300-wps-reports.js';
import { HidingByNetworks1765400000000 } from './1765400000000-hiding-by-networks.js';
import { IssuedCopies1765400001000 } from './1765400001000-issued-copies.js';
import { Webhooks1765300003000 } from './1765300003000-webhooks.js';
import { PendingReplay1765400002000 } from './1765400002000-pending-replay.js';
import { ConsentLinked1765500000000 } from './1765500000000-consent-linked.js';
import { ReleasedFromHidings1765500000100 } from './1765500000100-released-from-hidings.js';
import { NeedAlerts1765500000200 } from './1765500000200-need-alerts.js';
import { LinksAcrossNetworks1765500001000 } from './1765500001000-links-across-networks.js';
import { SearchLexemes1765600000000 } from './1765600000000-search-lexemes.js';
import { RowsOfMediators1765700000000 } from './1765700000000-rows-of-mediators.js';
import { HerWordOnLinks1765700001000 } from './1765700001000-her-word-on-links.js';
import { SharingOfComments1765700002000 } from './1765700002000-sharing-of-comments.js';
import { ToldAs1765700003000 } from './1765700003000-told-as.js';
import { LinksWithoutContact1765700004000 } from './1765700004000-links-without-contact.js';
import { Breaches1765900000000 } from './1765900000000-breaches.js';
import { NamesInPlans1765800000000 } from './1765800000000-names-in-plans.js';
import { Exchange1765800001000 } from './1765800001000-exchange.js';
import { WpsLessons1766000000000 } from './1766000000000-wps-lessons.js';
import { SharingOfAnswers1766000001000 } from './1766000001000-sharing-of-answers.js';
import { ScarcityQuarters1766100000000 } from './1766100000000-scarcity-quarters.js';
import { IdempotencyKeys1766200000000 } from './1766200000000-idempotency-keys.js';
import { WpsMails1766300000000 } from './1766300000000-wps-mails.js';
import { SealedRejects1766400000000 } from './1766400000000-sealed-rejects.js';
import { SealedReadings1766500000000 } from './1766500000000-sealed-readings.js';
import { LinksInWholeBits1766500001000 } from './1766500001000-links-in-whole-bits.js';
import { ToldOfCopies1766600000000 } from './1766600000000-told-of-copies.js';
import { BreachNetworks1766600001000 } from './1766600001000-breach-networks.js';
import { WpsConcepts1766700000000 } from './1766700000000-wps-concepts.js';
import { WpsWordingChecks1766700001000 } from './1766700001000-wps-wording-checks.js';
import { ContactsOfEach1766800000000 } from './1766800000000-contacts-of-each.js';
import { SecurityEvents1766800001000 } from './1766800001000-security-events.js';
import { ContactsKeepContext1766800002000 } from './1766800002000-contacts-keep-context.js';

/** All migrations, oldest first. A migration that has been released is never edited. */
export const MIGRATIONS = [
  Directory1764000000000,
  Search1764000001000,
  Import1764000002000,
  Engagement1764000003000,
  Audit1764000004000,
  Vault1764000005000,
  Identity1764000006000,
  Mail1764000006500,
  Openid1764000006600,
  Curation1764000007000,
  SelfService1764000008000,
  Needs1764000010000,
  Exposure1764000011000,
  Team1764000012000,
  SearchPending1764000013000,
  PublicIds1764100001000,
  ClosedEntries1764100001100,
  UnstatedAvailability1764100002000,
  Pseudonym1764100003000,
  RequestUsage1764100004000,
  IndexInStep1764100005000,
  ImportedProfiles1764100007000,
  ExposureQuarters1764100008000,
  FilledBy1764100010000,
  TeamMemberGone1764100011000,
  WithdrawnTerritories1764100012000,
  MarkedNumbers1764100012100,
  ReasonsAsData1764400001000,
  RowsOfSheets1764400002000,
  ErasedNames1764400003000,
  Applications1764500000000,
  StagedImports1764600001000,
  DigitsOfNumbers1764600002000,
  NeedUrgency1764700000000,
  Seats1764700000100,
  SharedShortlists1764700000110,
  ArchivedProcesses1764700000120,
  MailNotBefore1764700000200,
  Introductions1764700001000,
  Deployments1764700002000,
  Metrics1764700003000,
  LookingBack1764700003100,
  Alongside1764700003200,
  CheckInLinks1764700003300,
  AuditInOneInsert1764700003400,
  WithheldAccesses1764700003500,
  LookBackLinks1764700003600,
  Working1765000000000,
  MemberQuestions1765000000100,
  WpsNetwork1765100000000,
  WpsPlans1765100001000,
  WpsIndicators1765100002000,
  Hiding1765200000000,
  LinksOfAddresses1765300000000,
  ChangeFeed1765300000000,
  WpsReports1765300000300,
  Duplicates1765300002000,
  HidingByNetworks1765400000000,
  IssuedCopies1765400001000,
  Webhooks1765300003000,
  PendingReplay1765400002000,
  ConsentLinked1765500000000,
  ReleasedFromHidings1765500000100,
  NeedAlerts1765500000200,
  LinksAcrossNetworks1765500001000,
  SearchLexemes1765600000000,
  RowsOfMediators1765700000000,
  HerWordOnLinks1765700001000,
  SharingOfComments1765700002000,
  ToldAs1765700003000,
  LinksWithoutContact1765700004000,
  NamesInPlans1765800000000,
  Exchange1765800001000,
  Breaches1765900000000,
  WpsLessons1766000000000,
  SharingOfAnswers1766000001000,
  ScarcityQuarters1766100000000,
  IdempotencyKeys1766200000000,
  WpsMails1766300000000,
  SealedRejects1766400000000,
  SealedReadings1766500000000,
  LinksInWholeBits1766500001000,
  ToldOfCopies1766600000000,
  BreachNetworks1766600001000,
  WpsConcepts1766700000000,
  WpsWordingChecks1766700001000,
  ContactsOfEach1766800000000,
  SecurityEvents1766800001000,
  ContactsKeepContext1766800002000,
] as const;
