import { DatabaseModule } from '#database';
import { DirectoryModule, PersonalDataParts, PublishedLessons } from '#directory';
import { EngagementModule } from '#engagement';
import { IdentityModule } from '#identity';
import { IntroductionsModule } from '#introductions';
import { SealedTables, Vault, VaultModule } from '#vault';
import { Module } from '@nestjs/common';
import { deploymentsParts } from './deployments-parts.js';
import { CheckInWriter } from './check-in-writer.js';
import { DeploymentClocks } from './deployment-clocks.js';
import { DeploymentMails } from './deployment-mails.js';
import { DeploymentStore } from './deployment-store.js';
import { DeskDeploymentService } from './desk-deployment.service.js';
import { EmergencyService } from './emergency.service.js';
import { deploymentsEntities } from './entities.js';
import { HerNotices } from './her-notices.js';
import { IncidentService } from './incident.service.js';
import { OrganizerDeploymentService } from './organizer-deployment.service.js';
import { OwnDeploymentService } from './own-deployment.service.js';
import { AlongsideMails } from './alongside/alongside-mails.js';
import { AlongsideService } from './alongside/alongside.service.js';
import { MentoringService } from './alongside/mentoring.service.js';
import { DeploymentFeedbackService } from './feedback/deployment-feedback.service.js';
import { FeedbackMails } from './feedback/feedback-mails.js';
import { AfterActionService } from './lesson/after-action.service.js';
import { LessonNames } from './lesson/lesson-names.js';
import { LessonService } from './lesson/lesson.service.js';
import { LookBackClocks } from './look-back-clocks.js';
import { lookingBackParts } from './looking-back-parts.js';
import { OrganizerFiguresService } from './organizer-figures/organizer-figures.service.js';
import { deploymentsSealedTables } from './sealed-tables.js';

const services = [
  OrganizerDeploymentService,
  DeskDeploymentService,
  OwnDeploymentService,
  EmergencyService,
  IncidentService,
];

const lookingBack = [
  DeploymentFeedbackService,
  AfterActionService,
  LessonService,
  OrganizerFiguresService,
  AlongsideService,
  MentoringService,
];

/** All that acts for deployments but what runs by itself: for this module, and for one with a clock of its own, as the demo. */
export const deploymentsProviders = [
  ...services,
  ...lookingBack,
  DeploymentStore,
  DeploymentMails,
  HerNotices,
  CheckInWriter,
  FeedbackMails,
  LessonNames,
  AlongsideMails,
];

/** Women at work for organizers: what must be clear before, how they are, and what came of it. */
@Module({
  imports: [
    DatabaseModule.forFeature(deploymentsEntities),
    VaultModule,
    IdentityModule,
    DirectoryModule,
    EngagementModule,
    IntroductionsModule,
  ],
  providers: [...deploymentsProviders, DeploymentClocks, LookBackClocks],
  exports: [...services, ...lookingBack, LookBackClocks],
})
export class DeploymentsModule {
  constructor(
    held: PersonalDataParts,
    sealed: SealedTables,
    vault: Vault,
    published: PublishedLessons,
    lessons: LessonService,
  ) {
    held.add([...deploymentsParts(vault), ...lookingBackParts(vault)]);
    sealed.add(deploymentsSealedTables);
    published.foundBy(async (viewer, ids) => lessons.publishedAmong(viewer, ids));
  }
}
