export { NeedAlertJob } from './alert/need-alert-job.js';
export { NeedAlertMails } from './alert/need-alert-mails.js';
export { MOST_NEWS, NeedAlertService, type NeedNews } from './alert/need-alert.service.js';
export { ALERT_RHYTHMS, type AlertRhythm } from './alert/need-watch.entities.js';
export { SELECT_WAITING_NEEDS } from './alert/waiting.js';
export { CodeNameCosts, type CodeNameCost } from './match/code-name-cost.js';
export { EngagementModule } from './engagement.module.js';
export { engagementEntities } from './entities.js';
export { EvaluationService, type RankingSettings } from './evaluation/evaluation.service.js';
export { stableId } from './evaluation/docno.js';
export { type GradeSheet, parseGradeSheet, writeGradeSheet } from './evaluation/grade-sheet.js';
export { type JudgedNeed, parseJudgedNeeds, writeJudgedNeeds } from './evaluation/judged-need.js';
export { type JudgedNeeds, ShortlistJudgements } from './evaluation/shortlist-judgements.js';
export { engagementParts } from './engagement-parts.js';
export {
  ExposureReportService,
  type RequestedPeriod,
  type ExposureReport,
  type ReportedNetwork,
} from './exposure/exposure-report.service.js';
export {
  DIMENSIONS,
  type CountedWoman,
  type Dimension,
  type ExposureRow,
  type ExposureTable,
  type Measures,
  type RowsTogether,
} from './exposure/exposure-tables.js';
export { ExposureReleases, numbersOf, type QuarterNumbers } from './exposure/exposure-releases.js';
export { FEWEST, mayBeTold, rowsToSuppress, type Counts } from './exposure/suppression.js';
export { ExposureLedger, type Exposed } from './exposure/ledger.js';
export {
  AnalysisService,
  type ComparedWomen,
  type ExplainedPlace,
  type NeedReport,
} from './match/analysis.service.js';
export { CandidatePools } from './pools/candidate-pools.js';
export { MatchService, type MatchPage } from './match/match.service.js';
export { NeedPreparation, type PreparedNeed } from './match/prepare-need.js';
export {
  closedNeeds,
  openedNeeds,
  openPublicNeeds,
  type ClosedNeed,
  type MetricPeriod,
  type OpenedNeed,
} from './metrics/need-metrics.js';
export { proposedMediators, workOfNeeds, type NeedWork } from './metrics/proposal-metrics.js';
export { endedQuarters, quarterFrom, type Quarter } from './exposure/quarters.js';
export type { NeedRequest } from './need/need-request.js';
export { NeedReviewService } from './match/need-review.service.js';
export {
  ALONGSIDE,
  CONFIDENTIALITIES,
  INSIDER_TIES,
  NEED_STATES,
  URGENCIES,
  type Alongside,
  type Confidentiality,
  type InsiderTies,
  type NeedCriteria,
  type NeedState,
  type Urgency,
} from './need/need.entity.js';
export type { NeedDraft } from './need/need-draft.js';
export { NEED_STEPS } from './need/need-steps.js';
export { lockedNeed, ownNeed } from './need/locked-need.js';
export { needFacts, type NeedFacts } from './need/need-facts.js';
export { needOfSlug } from './need/owned-need.js';
export { SHORTLIST_STEPS } from './shortlist/shortlist-steps.js';
export type { NeedView } from './need/need-view.js';
export { NeedService, type NewNeed } from './need/need.service.js';
export { engaged } from './take-seats.js';
export { OwnNeedService } from './own-need.service.js';
export type { NewPeaceProcess } from './process/new-peace-process.js';
export type { PeaceProcessDraft } from './process/peace-process-draft.js';
export { PeaceProcessService, type PeaceProcessView } from './process/peace-process.service.js';
export {
  FeedbackService,
  type Feedback,
  type Judgement,
  type ReasonCount,
} from './shortlist/feedback.service.js';
export { isFilledWith } from './shortlist/fill-entries.js';
export { MOST_ENTRIES, type Choice } from './shortlist/freeze-choices.js';
export { engagementSealedTables } from './shortlist/notes.js';
export {
  FEEDBACK_REASONS,
  goesWith,
  VERDICTS,
  type FeedbackReason,
  type Verdict,
} from './shortlist/reasons.js';
export {
  ShareService,
  type SharedShortlistView,
  type ShareReader,
} from './shortlist/share.service.js';
export { ShortlistReader } from './shortlist/shortlist-reader.js';
export { ShortlistService } from './shortlist/shortlist.service.js';
export { SHORTLIST_STATES, type ShortlistState } from './shortlist/shortlist-steps.js';
export type { EntryView, FeedbackView, ShortlistView } from './shortlist/shortlist-view.js';
export { TEAM_SECONDS } from './team/assemble-team.js';
export type { StoredMember, StoredOutcome, StoredTeam } from './team/stored-outcome.js';
export { TEAM_RUN_STATES, TEAM_RUN_STEPS, type TeamRunState } from './team/team-run-steps.js';
export { TeamRunner } from './team/team-runner.js';
export {
  MOST_TEAM_RUNS,
  TeamService,
  type AssembledTeam,
  type TeamAsk,
} from './team/team.service.js';
export { failureSaid } from './team/stored-failure.js';
export { shownMembers, type TeamRunView } from './team/team-view.js';
export type { BriefingFormat } from './shortlist/issue-briefing.js';
