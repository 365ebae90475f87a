import { BreachService } from '#breaches';
import { ApplicationService, CallService } from '#applications';
import { AlongsideService, LessonService, MentoringService } from '#deployments';
import {
  DeskDeploymentService,
  EmergencyService,
  IncidentService,
  OrganizerDeploymentService,
  OwnDeploymentService,
} from '#deployments';
import {
  ConsentService,
  CopiesService,
  CorrectionService,
  HerDirectories,
  HerDuplicateService,
  DuplicateService,
  HidingService,
  HistoryService,
  ProfileService,
  WorkListService,
} from '#directory';
import { NeedService, ShareService, ShortlistService, TeamService } from '#engagement';
import {
  AccountService,
  InvitationService,
  NotPermittedError,
  OrganizationService,
  SavedViewService,
  ServiceAccountService,
  SessionService,
} from '#identity';
import { ImportService } from '#imports';
import { DeskService, TermsService } from '#introductions';
import { DeskAskService, OwnAskService, RequestService } from '#introductions';
import { WebhookService } from '#following';
import { NotFoundError } from '#kernel';
import {
  ActorService,
  CommentService,
  AnalysisService,
  CommitmentService,
  FocalPointService,
  MeetingService,
  ObservationService,
  PlanService,
  ReportService,
  WpsLessonService,
} from '#wps';
import { Args, Context as Ctx, ID, Query, Resolver } from '@nestjs/graphql';
import { toAlongside, toOwnMentoring } from '../alongside/to-alongside.js';
import { toApplication } from '../calls/to-application.js';
import { toCall } from '../calls/to-call.js';
import { toProfile, toProfileChange, toProfileMerge } from '../curation/to-profile.js';
import {
  toDeployment,
  toDeskDeployment,
  toIncident,
  toOpening,
  toOwnDeployment,
} from '../deployments/to-deployment.js';
import { toDesk } from '../desks/to-desk.js';
import type { Context } from '../graphql/context.js';
import { globalId as toGlobalId, readGlobalId, type NodeType } from '../graphql/global-id.js';
import { Node } from '../graphql/node.type.js';
import { toCopy } from '../emergency/copies.resolver.js';
import { toBreach } from '../emergency/breaches.resolver.js';
import { toHiding } from '../emergency/hidings.resolver.js';
import { toDeskLesson, toLesson } from '../feedback/to-lesson.js';
import { toWebhook } from '../following/webhooks.resolver.js';
import { toInvitation } from '../identity/invitations.resolver.js';
import { toSavedView } from '../identity/saved-views.resolver.js';
import { toServiceAccount } from '../identity/service-accounts.resolver.js';
import { toSession } from '../identity/sessions.resolver.js';
import { toAccount, toOrganization } from '../identity/to-account.js';
import { toImport } from '../imports/to-import.js';
import { toTermsOfReference } from '../introductions/terms/to-terms.js';
import {
  toDeskIntroduction,
  toIntroduction,
  toOwnIntroduction,
} from '../introductions/to-introduction.js';
import { toOtherDirectory } from '../links/other-directories.resolver.js';
import { toOwnLink } from '../links/own-links.resolver.js';
import { toLinkSuggestion } from '../links/to-link.js';
import { toMediator } from '../mediators/to-mediator.js';
import { toNeed } from '../needs/to-need.js';
import { toNetwork } from '../networks/to-network.js';
import { toConsent } from '../self-service/consents.resolver.js';
import { toCorrection } from '../self-service/corrections.resolver.js';
import { toSharedShortlist } from '../shortlists/to-shared-shortlist.js';
import { toShortlist } from '../shortlists/to-shortlist.js';
import { toTeamRun } from '../teams/to-team-run.js';
import { toMeeting } from '../wps/meetings.resolver.js';
import { toActor, toFocalPoint } from '../wps/to-actor.js';
import { toIndicator, toObservation } from '../wps/to-observation.js';
import { toAnalysis } from '../wps/analyses.resolver.js';
import { toWpsLesson, toWpsLessonUse } from '../wps/wps-lessons.resolver.js';
import { toCommitment } from '../wps/to-commitment.js';
import { toComment, toForm, toReport } from '../wps/to-report.js';
import { toBudgetLine, toInvolvement, toPlan, toPlanItem } from '../wps/to-plan.js';

/** What finds an object by the key that its id holds. */
type Find = (id: string, context: Context) => Promise<Node | null>;

@Resolver(() => Node)
export class NodeResolver {
  constructor(
    private readonly profiles: ProfileService,
    private readonly consents: ConsentService,
    private readonly ownLinks: HerDuplicateService,
    private readonly directories: HerDirectories,
    private readonly corrections: CorrectionService,
    private readonly history: HistoryService,
    private readonly workLists: WorkListService,
    private readonly duplicates: DuplicateService,
    private readonly needs: NeedService,
    private readonly shortlists: ShortlistService,
    private readonly shares: ShareService,
    private readonly teams: TeamService,
    private readonly calls: CallService,
    private readonly applications: ApplicationService,
    private readonly deployments: OrganizerDeploymentService,
    private readonly deskDeployments: DeskDeploymentService,
    private readonly ownDeployments: OwnDeploymentService,
    private readonly incidents: IncidentService,
    private readonly emergencies: EmergencyService,
    private readonly imports: ImportService,
    private readonly desks: DeskService,
    private readonly terms: TermsService,
    private readonly requests: RequestService,
    private readonly deskAsks: DeskAskService,
    private readonly ownAsks: OwnAskService,
    private readonly lessons: LessonService,
    private readonly alongside: AlongsideService,
    private readonly mentorings: MentoringService,
    private readonly accounts: AccountService,
    private readonly organizations: OrganizationService,
    private readonly sessions: SessionService,
    private readonly savedViews: SavedViewService,
    private readonly hidings: HidingService,
    private readonly breaches: BreachService,
    private readonly copies: CopiesService,
    private readonly invitations: InvitationService,
    private readonly serviceAccounts: ServiceAccountService,
    private readonly webhooks: WebhookService,
    private readonly wpsActors: ActorService,
    private readonly focalPoints: FocalPointService,
    private readonly meetings: MeetingService,
    private readonly plans: PlanService,
    private readonly commitments: CommitmentService,
    private readonly wpsReports: ReportService,
    private readonly wpsComments: CommentService,
    private readonly wpsLessons: WpsLessonService,
    private readonly analyses: AnalysisService,
    private readonly observations: ObservationService,
  ) {}

  @Query(() => Node, {
    nullable: true,
    description:
      'Any object by its id, as Relay defines it. Null if there is none that the viewer may see.',
  })
  async node(
    @Args('id', {
      type: () => ID,
      description: 'The id of the object, as any field `id` gives it.',
    })
    globalId: string,
    @Ctx() context: Context,
  ): Promise<Node | null> {
    const { type, id } = readGlobalId(globalId);
    try {
      return await this.find[type](id, context);
    } catch (error) {
      // What is hidden is as unknown as what is not there, also to whoever has not signed in.
      if (error instanceof NotFoundError || error instanceof NotPermittedError) return null;
      throw error;
    }
  }

  private readonly find: Record<NodeType, Find> = {
    Mediator: async (id, { viewer, locale, women }) => {
      const key = await women.load({ type: 'Mediator', id });
      const view = (await this.profiles.viewsByIds(viewer, [key])).get(key);
      return view ? toMediator(view, locale) : null;
    },
    Profile: async (id, { viewer, locale }) => {
      const whole = (await this.profiles.wholes(viewer, [id])).get(id);
      return whole ? toProfile(whole, locale) : null;
    },
    FieldChange: async (id, { viewer }) => {
      const change = await this.history.change(viewer, id);
      return change && toProfileChange(change);
    },
    Merge: async (id, { viewer }) => {
      const merge = await this.workLists.merge(viewer, id);
      return merge && toProfileMerge(merge);
    },
    LinkSuggestion: async (id, context) =>
      toLinkSuggestion(await this.duplicates.byId(context.viewer, id), context),
    OwnLink: async (id, context) =>
      toOwnLink(await this.ownLinks.byId(context.viewer, id), context),
    OtherDirectory: async (id, context) =>
      toOtherDirectory(await this.directories.byId(context.viewer, id), context),
    Consent: async (id, { viewer }) => toConsent(await this.consents.byId(viewer, id)),
    Correction: async (id, { viewer }) => toCorrection(await this.corrections.byId(viewer, id)),
    Network: async (id, { networks, locale }) => {
      const view = await networks.load(id);
      return view && toNetwork(view, locale);
    },
    Need: async (id, { viewer }) => {
      const view = (await this.needs.byIds(viewer, [id])).get(id);
      return view ? toNeed(view, viewer) : null;
    },
    Lesson: async (id, { viewer }) => {
      const lesson = await this.lessons.publishedById(viewer, id);
      return lesson && toLesson(lesson);
    },
    AlongsidePlace: async (id, { viewer }) => toAlongside(await this.alongside.byId(viewer, id)),
    OwnMentoring: async (id, { viewer }) => {
      const own = viewer.mediatorId === null ? [] : await this.mentorings.own(viewer);
      const one = own.find((each) => each.id === id);
      return one ? toOwnMentoring(one) : null;
    },
    DeskLesson: async (id, { viewer }) => toDeskLesson(await this.lessons.byId(viewer, id)),
    Shortlist: async (id, { viewer, locale }) =>
      toShortlist(await this.shortlists.one(viewer, id), locale),
    ShortlistEntry: async (id, { viewer, locale }) => {
      const list = toShortlist(await this.shortlists.ofEntry(viewer, id), locale);
      const entries: readonly Node[] = [...list.entries, ...list.closedEntries];
      const globalId = toGlobalId('ShortlistEntry', id);
      return entries.find((entry) => entry.id === globalId) ?? null;
    },
    SharedShortlist: async (id, { viewer, locale }) =>
      toSharedShortlist(await this.shares.byId(viewer, id), locale),
    Team: async (id, { viewer, locale }) => toTeamRun(await this.teams.byId(viewer, id), locale),
    Call: async (id, { viewer, locale }) => toCall(await this.calls.byId(viewer, id), locale),
    Application: async (id, { viewer, locale }) =>
      toApplication(await this.applications.byId(viewer, id), locale),
    Import: async (id, { viewer, locale }) => toImport(await this.imports.byId(viewer, id), locale),
    NetworkDesk: async (id, { viewer }) => toDesk(await this.desks.of(viewer, id)),
    TermsOfReference: async (id, { viewer, locale }) => {
      const view = await this.terms.ofNeed(viewer, id);
      return view && toTermsOfReference(view, locale);
    },
    Introduction: async (id, { viewer, locale }) =>
      toIntroduction(await this.requests.byId(viewer, id), locale),
    DeskIntroduction: async (id, { viewer, locale }) =>
      toDeskIntroduction(await this.deskAsks.byId(viewer, id), locale),
    OwnIntroduction: async (id, { viewer, locale }) =>
      toOwnIntroduction(await this.ownAsks.byId(viewer, id), locale),
    Deployment: async (id, { viewer, locale }) =>
      toDeployment(await this.deployments.byId(viewer, id), locale),
    DeskDeployment: async (id, { viewer, locale }) =>
      toDeskDeployment(await this.deskDeployments.byId(viewer, id), locale),
    OwnDeployment: async (id, { viewer, locale }) =>
      toOwnDeployment(await this.ownDeployments.byId(viewer, id), locale),
    Incident: async (id, { viewer }) => toIncident(await this.incidents.byId(viewer, id)),
    EmergencyOpening: async (id, { viewer }) => toOpening(await this.emergencies.byId(viewer, id)),
    Account: async (id, { viewer }) => {
      const view = await this.accounts.byId(viewer, id);
      return view && toAccount(view);
    },
    Organization: async (id, { viewer }) => {
      const view = await this.organizations.byId(viewer, id);
      return view && toOrganization(view);
    },
    Session: async (id, { viewer }) => {
      const view = (await this.sessions.list(viewer)).find((session) => session.id === id);
      return view ? toSession(view) : null;
    },
    SavedView: async (id, { viewer }) => {
      const own = viewer.userId === null ? [] : await this.savedViews.list(viewer, null);
      const one = own.find((each) => each.id === id);
      return one ? toSavedView(one) : null;
    },
    Hiding: async (id, { viewer }) => {
      const view = await this.hidings.byId(viewer, id);
      return view && toHiding(view);
    },
    Breach: async (id, { viewer }) => toBreach(await this.breaches.found(viewer, id)),
    IssuedCopy: async (id, { viewer }) => {
      const view = await this.copies.byId(viewer, id);
      return view && toCopy(view);
    },
    Invitation: async (id, { viewer }) => {
      const view = await this.invitations.byId(viewer, id);
      return view && toInvitation(view);
    },
    ServiceAccount: async (id, { viewer }) => {
      const view = await this.serviceAccounts.byId(viewer, id);
      return view && toServiceAccount(view);
    },
    Webhook: async (id, { viewer }) => toWebhook(await this.webhooks.byId(viewer, id)),
    WpsActor: async (id, { viewer, locale }) =>
      toActor(await this.wpsActors.byId(viewer, id), locale),
    FocalPoint: async (id, { viewer, locale }) =>
      toFocalPoint(await this.focalPoints.byId(viewer, id), locale),
    WpsMeeting: async (id, { viewer, locale }) =>
      toMeeting(await this.meetings.byId(viewer, id), locale),
    ActionPlan: async (id, { viewer, locale }) => toPlan(await this.plans.byId(viewer, id), locale),
    PlanItem: async (id, { viewer, locale }) =>
      toPlanItem(await this.plans.itemById(viewer, id), locale),
    BudgetLine: async (id, { viewer }) => toBudgetLine(await this.plans.budgetLineById(viewer, id)),
    Involvement: async (id, { viewer, locale }) =>
      toInvolvement(await this.plans.involvementById(viewer, id), locale),
    Commitment: async (id, { viewer, locale }) =>
      toCommitment(await this.commitments.byId(viewer, id), locale),
    WpsIndicator: async (id, { viewer, locale }) =>
      toIndicator(await this.observations.indicatorById(viewer, id), locale),
    Observation: async (id, { viewer, locale }) =>
      toObservation(await this.observations.byId(viewer, id), locale),
    WpsForm: async (id, { viewer, locale }) =>
      toForm(await this.wpsReports.formById(viewer, id), locale),
    WpsReport: async (id, { viewer, locale }) =>
      toReport(await this.wpsReports.byId(viewer, id), locale),
    WpsReportComment: async (id, { viewer, locale }) =>
      toComment(await this.wpsComments.byId(viewer, id), locale),
    WpsLesson: async (id, { viewer, locale }) =>
      toWpsLesson(await this.wpsLessons.byId(viewer, id), locale),
    WpsLessonUse: async (id, { viewer, locale }) =>
      toWpsLessonUse(await this.wpsLessons.useById(viewer, id), locale),
    ConflictAnalysis: async (id, { viewer, locale }) =>
      toAnalysis(await this.analyses.byId(viewer, id), locale),
  };
}
