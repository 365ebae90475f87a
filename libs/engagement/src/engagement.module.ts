import { DatabaseModule } from '#database';
import { DirectoryModule, PersonalDataParts } from '#directory';
import { IdentityModule } from '#identity';
import { SearchModule } from '#search';
import { SealedTables, Vault, VaultModule } from '#vault';
import { Module } from '@nestjs/common';
import { EligibleWomen } from './alert/eligible-women.js';
import { NeedAlertMails } from './alert/need-alert-mails.js';
import { NeedAlertJob } from './alert/need-alert-job.js';
import { NeedAlertService } from './alert/need-alert.service.js';
import { PoolsWatch, TeamsWatch } from './engagement-watches.js';
import { engagementParts } from './engagement-parts.js';
import { engagementEntities } from './entities.js';
import { EvaluationService } from './evaluation/evaluation.service.js';
import { ShortlistJudgements } from './evaluation/shortlist-judgements.js';
import { ExposureReleases } from './exposure/exposure-releases.js';
import { ExposureReportService } from './exposure/exposure-report.service.js';
import { ExposureLedger } from './exposure/ledger.js';
import { AnalysisService } from './match/analysis.service.js';
import { CandidatePools } from './pools/candidate-pools.js';
import { CodeNameCosts } from './match/code-name-cost.js';
import { MatchService } from './match/match.service.js';
import { NeedReviewService } from './match/need-review.service.js';
import { NeedPreparation } from './match/prepare-need.js';
import { NeedService } from './need/need.service.js';
import { OwnNeedService } from './own-need.service.js';
import { PeaceProcessService } from './process/peace-process.service.js';
import { FeedbackService } from './shortlist/feedback.service.js';
import { engagementSealedTables } from './shortlist/notes.js';
import { ShareService } from './shortlist/share.service.js';
import { ShortlistReader } from './shortlist/shortlist-reader.js';
import { ShortlistService } from './shortlist/shortlist.service.js';
import { TeamRunner } from './team/team-runner.js';
import { TeamService } from './team/team.service.js';

const services = [
  PeaceProcessService,
  NeedService,
  OwnNeedService,
  NeedReviewService,
  CandidatePools,
  NeedPreparation,
  MatchService,
  AnalysisService,
  CodeNameCosts,
  ShortlistReader,
  ShortlistService,
  ShareService,
  FeedbackService,
  ShortlistJudgements,
  EvaluationService,
  ExposureReleases,
  ExposureReportService,
  TeamService,
  NeedAlertService,
];

/** Peace processes, needs, rankings, shortlists, teams, and who came before organizers. */
@Module({
  imports: [
    DatabaseModule.forFeature(engagementEntities),
    VaultModule,
    IdentityModule,
    SearchModule,
    DirectoryModule,
  ],
  providers: [
    ...services,
    ExposureLedger,
    EligibleWomen,
    NeedAlertJob,
    NeedAlertMails,
    TeamRunner,
    PoolsWatch,
    TeamsWatch,
  ],
  exports: services,
})
export class EngagementModule {
  constructor(held: PersonalDataParts, sealed: SealedTables, vault: Vault) {
    held.add(engagementParts(vault));
    sealed.add(engagementSealedTables);
  }
}
