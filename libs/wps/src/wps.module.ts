import { DatabaseModule } from '#database';
import { DirectoryModule, PersonalDataParts } from '#directory';
import { IdentityModule } from '#identity';
import { MetricsModule } from '#metrics';
import { Module } from '@nestjs/common';
import { Standings } from './access/standing.js';
import { ActorKeeper } from './network/actor-keeper.js';
import { ActorReader } from './network/actor-reader.js';
import { ActorService } from './network/actor.service.js';
import { FocalPointService } from './network/focal-point.service.js';
import { CommitmentService } from './commitment/commitment.service.js';
import { wpsEntities } from './entities.js';
import { wpsParts } from './wps-parts.js';
import { FrameworkKeeper } from './indicator/framework-keeper.js';
import { ObservationService } from './indicator/observation.service.js';
import { AnalysisService } from './analysis/analysis.service.js';
import { WpsLessonService } from './lesson/wps-lesson.service.js';
import { MailChoiceService } from './mails/mail-choice.service.js';
import { WpsMailsJob } from './mails/wps-mails-job.js';
import { MeetingPackService } from './pack/meeting-pack.service.js';
import { MeetingReader } from './meeting/meeting-reader.js';
import { MeetingService } from './meeting/meeting.service.js';
import { NetworkImport } from './network-import/network-import.service.js';
import { ObservationImport } from './observation-import/observation-import.service.js';
import { LicensedImport } from './observation-import/licensed-import.js';
import { ObservationsDue } from './owing/observations-due.js';
import { OwingService } from './owing/owing.service.js';
import { InvolvementService } from './plan/involvement.service.js';
import { PlanPartService } from './plan/plan-part.service.js';
import { PlanReader } from './plan/plan-reader.js';
import { PlanService } from './plan/plan.service.js';
import { RedactionService } from './plan/redaction.service.js';
import { NarrowingService } from './narrowing/narrowing.service.js';
import { CommentService } from './report/comment.service.js';
import { FormKeeper } from './report/form-keeper.js';
import { MetricTables } from './report/metric-tables.js';
import { RecordTables } from './report/record-tables.js';
import { ReportFiller } from './report/report-filler.js';
import { ReportReader } from './report/report-reader.js';
import { ReportService } from './report/report.service.js';
import { ScarcityTable } from './report/scarcity-table.js';
import { WordingService } from './wording/wording.service.js';

const services = [
  ActorService,
  ActorKeeper,
  FocalPointService,
  MeetingService,
  NetworkImport,
  CommitmentService,
  PlanService,
  PlanPartService,
  InvolvementService,
  OwingService,
  ObservationService,
  ObservationImport,
  LicensedImport,
  ReportService,
  CommentService,
  WpsLessonService,
  AnalysisService,
  MailChoiceService,
  MeetingPackService,
  NarrowingService,
  RedactionService,
  WordingService,
];

const parts = [
  Standings,
  ActorReader,
  MeetingReader,
  PlanReader,
  FrameworkKeeper,
  FormKeeper,
  ReportReader,
  ReportFiller,
  RecordTables,
  MetricTables,
  ScarcityTable,
  ObservationsDue,
];

/** All that acts for the agenda: for this module, and for one with a clock of its own, as the demo. */
export const wpsProviders = [...services, ...parts];

/** The agenda of women, peace and security: who takes part in it, and what they have agreed on. */
@Module({
  imports: [DatabaseModule.forFeature(wpsEntities), DirectoryModule, IdentityModule, MetricsModule],
  providers: [...wpsProviders, WpsMailsJob],
  exports: services,
})
export class WpsModule {
  constructor(held: PersonalDataParts) {
    held.add(wpsParts);
  }
}
