import { consentTexts } from '#directory';
import { globalId } from '../../support/curating.js';

/** What the questions are about: made anew for each, so that none finds what another left. */
export interface World {
  /** Listed by acacia; one of the viewers is herself. */
  readonly woman: string;
  /** A second one of acacia. */
  readonly other: string;
  /** What the two are called outside. */
  readonly womanOutside: string;
  readonly otherOutside: string;
  /** Whom acacia may let go. */
  readonly leaving: string;
  readonly womanRevision: number;
  readonly acacia: string;
  readonly organization: string;
  /** Of somebody without any role. */
  readonly account: string;
  readonly session: string;
  readonly invitation: string;
  readonly serviceAccount: string;
  readonly webhook: string;
  readonly correction: string;
  readonly change: string;
  readonly merge: string;
  /** Of the organizer's organization, with a shortlist on which the woman is. */
  readonly need: string;
  readonly shortlist: string;
  readonly entry: string;
  /** Of that shortlist, with the focal point's organization. */
  readonly share: string;
  /** Of acacia. */
  readonly call: string;
  readonly application: string;
  /** Asked for by the organizer. */
  readonly team: string;
  /** Requested by the organizer, and forwarded to the woman by acacia. */
  readonly introduction: string;
  /** Of the woman, by the organizer; acacia acts for her. */
  readonly deployment: string;
  /** Of the woman for the organizer's organization, through acacia; it has ended. */
  readonly ended: string;
  /** Of acacia: a draft, and one that is published. */
  readonly draft: string;
  /** Beside the woman, offered to the organizer and to her; of herself as a mentor. */
  readonly place: string;
  readonly mentoring: string;
  readonly lesson: string;
  /** Two records of acacia that are perhaps of one woman. */
  readonly link: string;
  readonly ownLink: string;
  readonly directory: string;
  /** Of acacia, by its coordinator; it hides nobody. */
  readonly hiding: string;
  /** The list of acacia as a file. */
  readonly copy: string;
  /** An uploaded list of acacia that was checked. */
  readonly import: string;
  /** Of the state `NA`, for which the focal point acts: shared with nobody else. */
  readonly wpsActor: string;
  readonly focalPoint: string;
  readonly meeting: string;
  readonly plan: string;
  readonly planItem: string;
  readonly budgetLine: string;
  /** In that plan, of an actor of nobody. */
  readonly involvement: string;
  readonly commitment: string;
  readonly indicator: string;
  readonly observation: string;
  readonly wpsForm: string;
  readonly wpsLesson: string;
  readonly lessonUse: string;
  readonly analysis: string;
  readonly report: string;
  /** On that report. */
  readonly comment: string;
}

const PASSWORD = '"a long and quiet river bend"';
const version = consentTexts('en')[0]?.version ?? '';
const TEXT = `language: EN, textVersion: "${version}"`;
const id = (type: string, of: keyof World) => (world: World) =>
  JSON.stringify(globalId(type, String(world[of])));
const woman = id('Profile', 'woman');
const other = id('Profile', 'other');
const leaving = id('Profile', 'leaving');
const mediator = id('Mediator', 'womanOutside');
const network = id('Network', 'acacia');
const organization = id('Organization', 'organization');
const need = id('Need', 'need');
const shortlist = id('Shortlist', 'shortlist');
const entry = id('ShortlistEntry', 'entry');
const call = id('Call', 'call');
const application = id('Application', 'application');
const staged = id('Import', 'import');
const introduction = id('Introduction', 'introduction');
const atDesk = id('DeskIntroduction', 'introduction');
const ofHer = id('OwnIntroduction', 'introduction');
const deployment = id('Deployment', 'deployment');
const deskDeployment = id('DeskDeployment', 'deployment');
const ownDeployment = id('OwnDeployment', 'deployment');
const ended = id('Deployment', 'ended');
const place = id('AlongsidePlace', 'place');
const mentoring = id('OwnMentoring', 'mentoring');
const draft = id('DeskLesson', 'draft');
const link = id('LinkSuggestion', 'link');
const ownLink = id('OwnLink', 'ownLink');
const directory = id('OtherDirectory', 'directory');
/** The id of a breach that is not there. */
const NO_BREACH = '00000000-0000-7000-8000-000000000000';
const CRITERIA = '{ date: "2026-12-01", soft: { years: 5 } }';

const NEED = '{ date: "2026-12-01", soft: { years: 5 } }';
/** What is selected of a query whose refusals are data. */
const REFUSABLE = '{ __typename ... on NotPermitted { signedIn } }';

/** One question for each field of `Query`: arguments, as GraphQL writes them, and what is selected. */
export const QUERIES: Record<string, (world: World) => string> = {
  auditCheck: () => `auditCheck ${REFUSABLE}`,
  colleagues: () => 'colleagues(network: "acacia") { name }',
  inboxCounts: () => 'inboxCounts { count }',
  savedViews: () => 'savedViews { id }',
  mergePreview: (w) => `mergePreview(keep: ${woman(w)}, other: ${other(w)}) ${REFUSABLE}`,
  explainLink: (w) => `explainLink(id: ${link(w)}) ${REFUSABLE}`,
  linkModel: () => 'linkModel { version }',
  linkSuggestions: () => 'linkSuggestions(network: "acacia") { totalCount }',
  listedElsewhere: () => 'listedElsewhere(network: "acacia") { directory }',
  securityEvents: () => 'securityEvents { totalCount }',
  jobs: () => 'jobs { task }',
  memberCounts: () => 'memberCounts(network: "acacia") { total }',
  members: () => 'members(network: "acacia") { totalCount }',
  settings: () => 'settings { variable }',
  retention: () => 'retention { nextRun }',
  accountTrace: (w) => `accountTrace(id: ${id('Account', 'account')(w)}) { totalCount }`,
  issuedCopies: () => 'issuedCopies(network: "acacia") { totalCount }',
  breaches: () => 'breaches { id }',
  womenToTell: () => 'womenToTell(network: "acacia") { breachId }',
  hidings: () => 'hidings(network: "acacia") { id }',
  hidingPreview: () => 'hidingPreview(network: "acacia") { women }',
  accounts: () => 'accounts { totalCount }',
  application: (w) => `application(id: ${application(w)}) { id }`,
  afterActionReview: (w) => `afterActionReview(deploymentId: ${ended(w)}) ${REFUSABLE}`,
  alongsidePlaces: () => 'alongsidePlaces { id }',
  applications: () => 'applications(network: "acacia") { totalCount }',
  calls: () => 'calls(network: "acacia") { totalCount }',
  changes: () => 'changes { pageInfo { hasNextPage } }',
  checkNeed: () => `checkNeed(need: ${CRITERIA}) { __typename }`,
  codeName: (w) => `codeName(mediatorId: ${woman(w)}) ${REFUSABLE}`,
  compareCandidates: (w) =>
    `compareCandidates(need: ${NEED}, first: ${mediator(w)}, second: ${id('Mediator', 'otherOutside')(w)}) ${REFUSABLE}`,
  consentTexts: () => 'consentTexts { name }',
  consents: (w) => `consents(mediatorId: ${woman(w)}) { id }`,
  corrections: (w) => `corrections(networkId: ${network(w)}) { id }`,
  curatedProfiles: () => 'curatedProfiles(network: "acacia") { totalCount }',
  explainMatch: (w) => `explainMatch(need: ${NEED}, mediatorId: ${mediator(w)}) ${REFUSABLE}`,
  deploymentFeedback: (w) => `deploymentFeedback(deploymentId: ${ended(w)}) ${REFUSABLE}`,
  wpsMailChoice: () => 'wpsMailChoice { __typename ... on NotPermitted { signedIn } }',
  scarcityMap: () => 'scarcityMap { __typename ... on NotPermitted { signedIn } }',
  exposureReport: () => 'exposureReport { __typename ... on NotPermitted { signedIn } }',
  feedbackCounts: () => 'feedbackCounts { count }',
  findProfiles: () => 'findProfiles(network: "acacia", name: "person") { totalCount }',
  import: (w) => `import(id: ${staged(w)}) { id }`,
  importReport: (w) => `importReport(id: ${staged(w)}) { noted }`,
  inbox: () => 'inbox { totalCount }',
  importRows: (w) => `importRows(id: ${staged(w)}) { totalCount }`,
  imports: () => 'imports(network: "acacia") { totalCount }',
  invitations: () => 'invitations { totalCount }',
  lessons: () => 'lessons { totalCount }',
  matchCandidates: () =>
    'matchCandidates(need: { date: "2026-12-01", hard: { conflictOfInterest: { territories: ["ML"] } }, soft: { years: 5 } }) { __typename }',
  me: () => 'me { vetted }',
  mediator: (w) => `mediator(id: ${id('Mediator', 'womanOutside')(w)}) { id }`,
  mediators: () => 'mediators { totalCount }',
  metrics: () => 'metrics { __typename ... on NotPermitted { signedIn } }',
  myAlongsidePlaces: () => 'myAlongsidePlaces { id }',
  myMentorings: () => 'myMentorings { id }',
  myAudiences: () => 'myAudiences { field }',
  myConsents: () => 'myConsents { id }',
  myContactAccesses: () => 'myContactAccesses { at }',
  myDirectories: () => 'myDirectories { id }',
  myLinks: () => 'myLinks { id }',
  myCorrections: () => 'myCorrections { id }',
  myData: () => 'myData',
  myNeeds: () => 'myNeeds { totalCount }',
  needPresets: () => 'needPresets { code }',
  needReport: () => `needReport(need: ${NEED}) ${REFUSABLE}`,
  needs: () => 'needs { totalCount }',
  network: () => 'network(slug: "acacia") { id }',
  networkDesk: () => 'networkDesk(network: "acacia") { id }',
  networks: () => 'networks { totalCount }',
  networkAlongsidePlaces: () => 'networkAlongsidePlaces(network: "acacia") { id }',
  networkLessons: () => 'networkLessons(network: "acacia") { totalCount }',
  node: (w) => `node(id: ${woman(w)}) { id }`,
  organizerFigures: () => 'organizerFigures { organization }',
  organizations: () => 'organizations { totalCount }',
  peaceProcesses: () => 'peaceProcesses { totalCount }',
  profile: (w) => `profile(id: ${woman(w)}) { id }`,
  scarcity: () => `scarcity(minimum: 1) ${REFUSABLE}`,
  stuck: () => 'stuck { totalCount }',
  introduction: (w) => `introduction(id: ${introduction(w)}) { id }`,
  introductions: () => 'introductions { totalCount }',
  deployment: (w) => `deployment(id: ${deployment(w)}) { id }`,
  deployments: () => 'deployments { totalCount }',
  deskDeployment: (w) => `deskDeployment(id: ${deskDeployment(w)}) { id }`,
  deskDeployments: () => 'deskDeployments(network: "acacia") { totalCount }',
  deskIncidents: (w) => `deskIncidents(id: ${deskDeployment(w)}) { id }`,
  myDeployments: () => 'myDeployments { id }',
  deskIntroduction: (w) => `deskIntroduction(id: ${atDesk(w)}) { id }`,
  deskIntroductions: () => 'deskIntroductions(network: "acacia") { totalCount }',
  myAskPreferences: () => 'myAskPreferences { channel }',
  myIntroduction: (w) => `myIntroduction(id: ${ofHer(w)}) { id }`,
  myIntroductions: () => 'myIntroductions { id }',
  serviceAccounts: () => 'serviceAccounts { totalCount }',
  sessions: () => 'sessions { id }',
  shortlist: (w) => `shortlist(id: ${shortlist(w)}) { id }`,
  sharedShortlist: (w) => `sharedShortlist(id: ${id('SharedShortlist', 'share')(w)}) { id }`,
  sharedShortlists: () => 'sharedShortlists { totalCount }',
  shortlists: (w) => `shortlists(needId: ${need(w)}) { totalCount }`,
  team: (w) => `team(id: ${id('Team', 'team')(w)}) { __typename ... on NotPermitted { signedIn } }`,
  teams: () => 'teams { totalCount }',
  termsOfReference: (w) => `termsOfReference(needId: ${need(w)}) { id }`,
  vocabulary: () => 'vocabulary(kind: TRACK) { totalCount }',
  workList: () => 'workList(network: "acacia", kind: REVIEW) { totalCount }',
  ownWpsActor: () => 'ownWpsActor { code }',
  wpsActor: () => 'wpsActor(code: "NA") { code }',
  wpsActors: () => 'wpsActors { totalCount }',
  wpsMeetings: () => 'wpsMeetings { totalCount }',
  actionPlans: () => 'actionPlans { totalCount }',
  commitments: () => 'commitments { totalCount }',
  ownInvolvements: () => 'ownInvolvements { totalCount }',
  wpsOwing: () => 'wpsOwing { totalCount }',
  observations: () => 'observations { totalCount }',
  wpsFrameworks: () => 'wpsFrameworks { code }',
  wpsIndicators: () => 'wpsIndicators(framework: "un") { code }',
  wpsSheet: () =>
    'wpsSheet(actor: "NA", framework: "un", from: "2026-01-01", until: "2026-12-31") { gaps }',
  wpsForms: () => 'wpsForms { code }',
  wpsLessons: () => 'wpsLessons { totalCount }',
  conflictAnalyses: () => 'conflictAnalyses { totalCount }',
  wpsReports: () => 'wpsReports { totalCount }',
  wpsReportContent: (w) => `wpsReportContent(id: ${id('WpsReport', 'report')(w)}) { gaps }`,
  wpsReportComments: (w) =>
    `wpsReportComments(report: ${id('WpsReport', 'report')(w)}) { totalCount }`,
};

/** The same for `Mutation`. What is wrong in them is found after who asks, so that nothing is changed. */
export const MUTATIONS: Record<string, (world: World) => string> = {
  hideMediators: (w) =>
    `hideMediators(input: { network: "acacia", mediatorIds: [${leaving(w)}], reason: DRILL })`,
  noteToldInPerson: (w) =>
    `noteToldInPerson(input: { network: "acacia", breachId: ${JSON.stringify(globalId('Breach', NO_BREACH))}, mediatorId: ${leaving(w)} })`,
  openBreach: (w) =>
    `openBreach(input: { cause: OTHER, mediatorIds: [${leaving(w)}], facts: [PROFILE], from: "2026-01-02", until: "2026-01-01", advice: [], what: "" })`,
  notifyBreach: () => `notifyBreach(id: ${JSON.stringify(globalId('Breach', NO_BREACH))})`,
  noteBreachReported: () =>
    `noteBreachReported(id: ${JSON.stringify(globalId('Breach', NO_BREACH))})`,
  recallCopy: (w) => `recallCopy(id: ${id('IssuedCopy', 'copy')(w)})`,
  liftHiding: (w) => `liftHiding(id: ${id('Hiding', 'hiding')(w)})`,
  recordObservation: (w) =>
    `recordObservation(input: { actor: "NA", indicator: ${id('WpsIndicator', 'indicator')(w)}, from: "2026-01-01", until: "2026-01-02", status: REPORTED, source: "" })`,
  beginWpsReport: (w) =>
    `beginWpsReport(input: { actor: "NA", form: ${id('WpsForm', 'wpsForm')(w)}, from: "2026-01-02", until: "2026-01-01" })`,
  changeWpsReport: (w) =>
    `changeWpsReport(input: { id: ${id('WpsReport', 'report')(w)}, revision: 999, answers: [], sharing: OWN, consulted: [] })`,
  stepWpsReport: (w) =>
    `stepWpsReport(id: ${id('WpsReport', 'report')(w)}, revision: 999, step: CLEAR)`,
  narrowWpsReport: (w) =>
    `narrowWpsReport(id: ${id('WpsReport', 'report')(w)}, revision: 999, sharing: OWN)`,
  reviewWpsReport: (w) =>
    `reviewWpsReport(input: { id: ${id('WpsReport', 'report')(w)}, revision: 999, recommendations: [] })`,
  commentOnWpsReport: (w) =>
    `commentOnWpsReport(input: { report: ${id('WpsReport', 'report')(w)}, words: "" })`,
  answerWpsReportComment: (w) =>
    `answerWpsReportComment(input: { id: ${id('WpsReportComment', 'comment')(w)}, revision: 999, answer: "" })`,
  saveActionPlan: () =>
    'saveActionPlan(input: { actor: "NA", level: NATIONAL, titles: [], focus: INWARD })',
  stepActionPlan: (w) =>
    `stepActionPlan(id: ${id('ActionPlan', 'plan')(w)}, revision: 999, step: ADOPT)`,
  savePlanItem: (w) =>
    `savePlanItem(input: { plan: ${id('ActionPlan', 'plan')(w)}, kind: GOAL, texts: [] })`,
  removePlanItem: (w) => `removePlanItem(id: ${id('PlanItem', 'planItem')(w)}, revision: 999)`,
  saveBudgetLine: (w) =>
    `saveBudgetLine(input: { item: ${id('PlanItem', 'planItem')(w)}, year: 1, currency: "" })`,
  removeBudgetLine: (w) =>
    `removeBudgetLine(id: ${id('BudgetLine', 'budgetLine')(w)}, revision: 999)`,
  saveInvolvement: (w) =>
    `saveInvolvement(input: { plan: ${id('ActionPlan', 'plan')(w)}, who: CSO, name: "", stage: REVIEW, how: CONSULTED })`,
  answerInvolvement: (w) =>
    `answerInvolvement(id: ${id('Involvement', 'involvement')(w)}, revision: 999, confirmed: true)`,
  saveWpsLesson: () =>
    'saveWpsLesson(input: { actor: "NA", language: EN, title: "", context: "", done: "", result: "", evidence: ANECDOTE })',
  stepWpsLesson: (w) =>
    `stepWpsLesson(id: ${id('WpsLesson', 'wpsLesson')(w)}, revision: 999, step: REVIEW)`,
  saveWpsLessonUse: (w) =>
    `saveWpsLessonUse(input: { actor: "NA", lesson: ${id('WpsLesson', 'wpsLesson')(w)}, adapted: "", from: "2026-01-01" })`,
  saveConflictAnalysis: () =>
    'saveConflictAnalysis(input: { actor: "NA", language: EN, title: "", territory: "", doneOn: "2026-01-01", method: "", timing: BEFORE_DESIGN, office: "", answers: [] })',
  narrowWpsRecord: (w) => `narrowWpsRecord(id: ${id('ActionPlan', 'plan')(w)}, sharing: OWN)`,
  redactPlanText: (w) =>
    `redactPlanText(id: ${id('ActionPlan', 'plan')(w)}, revision: 1, fields: [])`,
  chooseWpsMails: () => 'chooseWpsMails(owing: true, packs: true)',
  saveCommitment: () =>
    'saveCommitment(input: { actor: "NA", texts: [], source: PLEDGE, sourceText: "" })',
  stepCommitment: (w) =>
    `stepCommitment(id: ${id('Commitment', 'commitment')(w)}, revision: 999, step: WARN)`,
  saveFocalPoint: () =>
    'saveFocalPoint(input: { actor: "NA", office: "", officePosition: UNIT, from: "2026-01-01" })',
  saveWpsActor: () => 'saveWpsActor(input: { code: "no code", kind: STATE })',
  saveWpsMeeting: () =>
    'saveWpsMeeting(input: { code: "no code", grouping: "wps-focal-points", kind: CAPITAL, from: "2026-01-01", until: "2026-01-02", place: "", source: "" })',
  assignInboxItem: (w) =>
    `assignInboxItem(item: { kind: CORRECTION, subjectId: ${id('Correction', 'correction')(w)}, network: "acacia" })`,
  snoozeInboxItem: (w) =>
    `snoozeInboxItem(item: { kind: CORRECTION, subjectId: ${id('Correction', 'correction')(w)}, network: "acacia" })`,
  revertProfile: (w) => `revertProfile(id: ${woman(w)}, change: ${id('FieldChange', 'change')(w)})`,
  removeView: (w) => `removeView(id: ${id('SavedView', 'change')(w)})`,
  saveView: () => 'saveView(input: { screen: "members", name: "Drafts", query: "states=DRAFT" })',
  archiveNetwork: () => 'archiveNetwork(network: "acacia", archived: false)',
  createNetwork: () => 'createNetwork(input: { slug: "acacia", names: [] })',
  editNetwork: () => 'editNetwork(network: "acacia", revision: 999, changes: {})',
  askMembers: (w) => `askMembers(network: "acacia", ids: [${woman(w)}], question: STILL_RIGHT)`,
  inviteMembers: (w) => `inviteMembers(network: "acacia", ids: [${woman(w)}])`,
  inviteUsers: (w) =>
    `inviteUsers(invitations: [{ email: "new@example.org", role: MEDIATOR, mediatorId: ${id('Mediator', 'womanOutside')(w)}, networkId: ${network(w)} }])`,
  setLocale: () => 'setLocale(locale: FR)',
  takeRole: (w) => `takeRole(id: ${id('Account', 'account')(w)}, role: ORGANIZER)`,
  acceptApplication: (w) => `acceptApplication(id: ${application(w)}, revision: 999)`,
  agreeToAlongside: (w) => `agreeToAlongside(id: ${place(w)})`,
  declineAlongside: (w) => `declineAlongside(id: ${place(w)})`,
  proposeAlongside: (w) =>
    `proposeAlongside(input: { deploymentId: ${ended(w)}, mediatorId: ${other(w)}, form: SHADOW })`,
  showMentoring: (w) => `showMentoring(id: ${mentoring(w)}, shown: true)`,
  withdrawAlongside: (w) => `withdrawAlongside(id: ${place(w)})`,
  answerAfterAction: (w) =>
    `answerAfterAction(input: { deploymentId: ${ended(w)}, revision: 999, language: EN, happened: "Much." })`,
  editLesson: (w) =>
    `editLesson(input: { id: ${draft(w)}, revision: 999, language: EN, title: "A lesson" })`,
  giveDeploymentFeedback: (w) =>
    `giveDeploymentFeedback(input: { deploymentId: ${ended(w)}, revision: 999, ratings: [], again: true })`,
  publishLesson: (w) => `publishLesson(id: ${draft(w)}, revision: 999)`,
  replyToDeploymentFeedback: (w) =>
    `replyToDeploymentFeedback(deploymentId: ${ended(w)}, text: "Thank you.")`,
  withdrawLesson: (w) => `withdrawLesson(id: ${draft(w)}, revision: 999)`,
  applyImport: (w) => `applyImport(id: ${staged(w)}, revision: 999)`,
  fixImportCell: (w) =>
    `fixImportCell(input: { id: ${staged(w)}, revision: 999, fixes: [{ row: 2, column: "Name", text: "A" }] })`,
  fixImportValue: (w) =>
    `fixImportValue(input: { id: ${staged(w)}, revision: 999, fixes: [{ field: "languages", value: "x", means: "y" }] })`,
  removeImport: (w) => `removeImport(id: ${staged(w)})`,
  saveTerms: (w) => `saveTerms(input: { needId: ${need(w)}, revision: 999 })`,
  stateDesk: () =>
    'stateDesk(input: { network: "acacia", address: "", timeZone: "UTC", workingDays: [], opens: "09:00", closes: "17:00", languages: [] })',
  setImportDefaults: (w) => `setImportDefaults(input: { id: ${staged(w)}, revision: 999 })`,
  setImportMapping: (w) => `setImportMapping(input: { id: ${staged(w)}, revision: 999 })`,
  skipImportRow: (w) =>
    `skipImportRow(input: { id: ${staged(w)}, revision: 999, rows: [{ row: 2 }] })`,
  undoImport: (w) => `undoImport(id: ${staged(w)})`,
  planDeployment: (w) => `planDeployment(introductionId: ${introduction(w)})`,
  editDeployment: (w) => `editDeployment(id: ${deployment(w)}, revision: 999)`,
  recordClearance: (w) => `recordClearance(id: ${deployment(w)}, kind: TRAVEL, step: REQUEST)`,
  stopDeployment: (w) =>
    `stopDeployment(id: ${deployment(w)}, revision: 999, step: CANCEL, reason: FUNDING)`,
  proposeExtension: (w) =>
    `proposeExtension(id: ${deployment(w)}, revision: 999, until: "2097-12-31")`,
  answerExtension: (w) => `answerExtension(id: ${deployment(w)}, revision: 999)`,
  completeDeployment: (w) =>
    `completeDeployment(id: ${deployment(w)}, revision: 999, outcome: NOT_DISCLOSED, outcomeReaders: RESTRICTED, genderReaders: RESTRICTED)`,
  reportOutcome: (w) =>
    `reportOutcome(id: ${deployment(w)}, revision: 999, outcome: NOT_DISCLOSED, outcomeReaders: RESTRICTED, genderReaders: RESTRICTED)`,
  editDeskDeployment: (w) => `editDeskDeployment(id: ${deskDeployment(w)}, revision: 999)`,
  clearDeployment: (w) =>
    `clearDeployment(id: ${deskDeployment(w)}, revision: 999, setting: REMOTE)`,
  stepDeployment: (w) => `stepDeployment(id: ${deskDeployment(w)}, revision: 999, step: READY)`,
  recordDeskClearance: (w) =>
    `recordDeskClearance(id: ${deskDeployment(w)}, kind: TRAVEL, step: REQUEST)`,
  handClearance: (w) => `handClearance(id: ${deskDeployment(w)}, kind: TRAVEL, owner: DESK)`,
  waiveClearance: (w) => `waiveClearance(id: ${deskDeployment(w)}, kind: TRAVEL, words: "None.")`,
  recordWaiverAgreement: (w) =>
    `recordWaiverAgreement(id: ${deskDeployment(w)}, kind: TRAVEL, spoken: { channel: TELEPHONE, proof: "A call." })`,
  stopDeskDeployment: (w) =>
    `stopDeskDeployment(id: ${deskDeployment(w)}, revision: 999, step: CANCEL, reason: FUNDING)`,
  proposeDeskExtension: (w) =>
    `proposeDeskExtension(id: ${deskDeployment(w)}, revision: 999, until: "2097-12-31", spoken: { channel: TELEPHONE, proof: "A call." })`,
  acceptDeskExtension: (w) =>
    `acceptDeskExtension(id: ${deskDeployment(w)}, revision: 999, until: "2097-12-31", spoken: { channel: TELEPHONE, proof: "A call." })`,
  refuseDeskExtension: (w) => `refuseDeskExtension(id: ${deskDeployment(w)}, revision: 999)`,
  completeDeskDeployment: (w) =>
    `completeDeskDeployment(id: ${deskDeployment(w)}, revision: 999, outcome: NOT_DISCLOSED, outcomeReaders: RESTRICTED, genderReaders: RESTRICTED)`,
  reportDeskOutcome: (w) =>
    `reportDeskOutcome(id: ${deskDeployment(w)}, revision: 999, outcome: NOT_DISCLOSED, outcomeReaders: RESTRICTED, genderReaders: RESTRICTED)`,
  recordCheckInPlan: (w) =>
    `recordCheckInPlan(id: ${deskDeployment(w)}, revision: 999, rhythm: DAILY, checkInTime: "12:00", timeZone: "UTC", graceHours: 4, spoken: { channel: TELEPHONE, proof: "A call." })`,
  recordCheckIn: (w) => `recordCheckIn(id: ${deskDeployment(w)}, channel: TELEPHONE)`,
  askEmergencyContact: (w) =>
    `askEmergencyContact(id: ${deskDeployment(w)}, reason: "She does not answer.")`,
  approveEmergencyContact: (w) =>
    `approveEmergencyContact(id: ${id('EmergencyOpening', 'change')(w)})`,
  readEmergencyContact: (w) => `readEmergencyContact(id: ${id('EmergencyOpening', 'change')(w)})`,
  recordIncident: (w) =>
    `recordIncident(id: ${deskDeployment(w)}, kind: SECURITY, severity: LOW, happenedOn: "2026-01-01", words: "A stone was thrown.")`,
  handleIncident: (w) =>
    `handleIncident(id: ${id('Incident', 'change')(w)}, revision: 999, action: "Seen.", closes: true)`,
  recordOwnClearance: (w) =>
    `recordOwnClearance(id: ${ownDeployment(w)}, kind: TRAVEL, step: REQUEST)`,
  agreeToWaiver: (w) => `agreeToWaiver(id: ${ownDeployment(w)}, kind: TRAVEL)`,
  planCheckIns: (w) =>
    `planCheckIns(id: ${ownDeployment(w)}, revision: 999, rhythm: DAILY, checkInTime: "12:00", timeZone: "UTC", graceHours: 4)`,
  checkIn: (w) => `checkIn(id: ${ownDeployment(w)})`,
  stopOwnDeployment: (w) =>
    `stopOwnDeployment(id: ${ownDeployment(w)}, revision: 999, step: CANCEL, reason: FUNDING)`,
  proposeOwnExtension: (w) =>
    `proposeOwnExtension(id: ${ownDeployment(w)}, revision: 999, until: "2097-12-31")`,
  answerOwnExtension: (w) => `answerOwnExtension(id: ${ownDeployment(w)}, revision: 999)`,
  acceptExperience: (w) => `acceptExperience(id: ${ownDeployment(w)}, revision: 999)`,
  declineExperience: (w) => `declineExperience(id: ${ownDeployment(w)}, revision: 999)`,
  reportIncident: (w) =>
    `reportIncident(id: ${ownDeployment(w)}, kind: SECURITY, severity: LOW, happenedOn: "2026-01-01", words: "A stone was thrown.")`,
  saveAskPreferences: () => 'saveAskPreferences(input: { timeZone: "UTC", channel: MAIL })',
  acceptIntroduction: (w) =>
    `acceptIntroduction(id: ${ofHer(w)}, revision: 999, input: { termsRevision: 1, declaration: [] })`,
  answerQuestion: (w) => `answerQuestion(id: ${introduction(w)}, revision: 999, words: "Yes.")`,
  askOrganizer: (w) => `askOrganizer(id: ${ofHer(w)}, revision: 999, words: "Who pays?")`,
  closeIntroduction: (w) =>
    `closeIntroduction(id: ${introduction(w)}, revision: 999, reason: FUNDING)`,
  confirmIntroduction: (w) => `confirmIntroduction(id: ${introduction(w)}, revision: 999)`,
  declineIntroduction: (w) =>
    `declineIntroduction(id: ${ofHer(w)}, revision: 999, input: { reasons: [NO_REASON] })`,
  forwardIntroduction: (w) => `forwardIntroduction(id: ${atDesk(w)}, revision: 999)`,
  holdRelayMessage: (w) =>
    `holdRelayMessage(id: ${atDesk(w)}, revision: 999, messageId: "no-such-message", word: "Not so.")`,
  openIntroductionContact: (w) => `openIntroductionContact(id: ${introduction(w)})`,
  passRelayMessage: (w) =>
    `passRelayMessage(id: ${atDesk(w)}, revision: 999, messageId: "no-such-message")`,
  recordIntroductionAnswer: (w) =>
    `recordIntroductionAnswer(input: { id: ${atDesk(w)}, revision: 999, channel: TELEPHONE, proof: "A call.", question: "Who pays?" })`,
  refuseIntroduction: (w) => `refuseIntroduction(id: ${atDesk(w)}, revision: 999, reason: TERMS)`,
  releaseChannels: (w) => `releaseChannels(id: ${ofHer(w)}, revision: 999, input: { relay: true })`,
  requestIntroduction: (w) => `requestIntroduction(entryId: ${entry(w)})`,
  resendIntroduction: (w) => `resendIntroduction(id: ${introduction(w)}, revision: 999)`,
  returnIntroduction: (w) =>
    `returnIntroduction(id: ${atDesk(w)}, revision: 999, words: "Which road?")`,
  reviewDeclaration: (w) => `reviewDeclaration(id: ${atDesk(w)}, revision: 999, outcome: NONE)`,
  takeBackChannels: (w) => `takeBackChannels(id: ${ofHer(w)}, revision: 999)`,
  withdrawIntroduction: (w) =>
    `withdrawIntroduction(id: ${introduction(w)}, revision: 999, reason: MISTAKE)`,
  writeAsDesk: (w) =>
    `writeAsDesk(id: ${atDesk(w)}, revision: 999, words: "Good morning.", recipient: MEDIATOR)`,
  writeToMediator: (w) =>
    `writeToMediator(id: ${introduction(w)}, revision: 999, words: "Good morning.")`,
  writeToOrganizer: (w) =>
    `writeToOrganizer(id: ${ofHer(w)}, revision: 999, words: "Good morning.")`,
  acceptInvitation: () =>
    `acceptInvitation(token: "no-such-token", name: "A", password: ${PASSWORD})`,
  addNote: (w) => `addNote(id: ${woman(w)}, text: "Seen.")`,
  addToShortlist: (w) =>
    `addToShortlist(input: { id: ${shortlist(w)}, revision: 999, entries: [{ mediatorId: ${id('Mediator', 'otherOutside')(w)} }] })`,
  answerSecondFactor: () => 'answerSecondFactor(challenge: "no-such-challenge", code: "123456")',
  appointToDesk: (w) =>
    `appointToDesk(network: "acacia", accountId: ${id('Account', 'account')(w)}, duties: [])`,
  archivePeaceProcess: () => 'archivePeaceProcess(slug: "no-such-process")',
  askToShowMore: () => 'askToShowMore',
  beginTotp: () => 'beginTotp(password: "not hers at all")',
  cancelTeam: (w) => `cancelTeam(id: ${id('Team', 'team')(w)})`,
  changePassword: () =>
    `changePassword(currentPassword: "not hers at all", newPassword: ${PASSWORD})`,
  closeCall: (w) => `closeCall(id: ${call(w)}, revision: 999)`,
  closeNeed: (w) => `closeNeed(id: ${need(w)}, revision: 999, outcome: CANCELLED)`,
  closeShortlist: (w) => `closeShortlist(id: ${shortlist(w)}, revision: 999)`,
  configureOpenId: (w) =>
    `configureOpenId(input: { organizationId: ${organization(w)}, issuer: "https://id.example.org", clientId: "c", clientSecret: "s", domains: ["example.org"] })`,
  confirmProfile: () => 'confirmProfile',
  confirmProfileByLink: () => 'confirmProfileByLink(token: "no-such-token")',
  confirmTotp: () => 'confirmTotp(code: "123456")',
  createCall: () =>
    'createCall(input: { network: "acacia", languages: [], titles: [], criteria: [], opensOn: "2026-01-01" })',
  createNeed: () => `createNeed(input: { title: "Talks", criteria: ${CRITERIA} })`,
  createPeaceProcess: () =>
    'createPeaceProcess(input: { name: "Talks", territories: [], type: LOCAL, phase: NEGOTIATION, yearFrom: 1 })',
  createProfile: () => 'createProfile(network: "acacia", changes: { fullName: "New Person" })',
  createServiceAccount: () =>
    'createServiceAccount(input: { name: "A program", scopes: [DIRECTORY_READ], days: 30 })',
  createShortlist: (w) => `createShortlist(needId: ${need(w)}, title: "First choice")`,
  declineApplication: (w) =>
    `declineApplication(id: ${application(w)}, revision: 999, reason: CAPACITY)`,
  editCall: (w) => `editCall(input: { id: ${call(w)}, revision: 999, closesOn: null })`,
  editContact: (w) =>
    `editContact(input: { mediatorId: ${woman(w)}, networkId: ${network(w)}, telephone: "+999 2", version: "00000000-0000-7000-8000-000000000000" })`,
  editNeed: (w) => `editNeed(input: { id: ${need(w)}, revision: 999, wanted: 2 })`,
  editPeaceProcess: () => 'editPeaceProcess(slug: "no-such-process", changes: { name: "Talks" })',
  editProfile: (w) =>
    `editProfile(id: ${woman(w)}, revision: ${w.womanRevision}, changes: { years: 9 })`,
  endAffiliation: (w) => `endAffiliation(id: ${leaving(w)}, network: "acacia")`,
  eraseMyself: () => 'eraseMyself(confirmation: "not the phrase")',
  giveConsent: () => `giveConsent(input: { purpose: CONTACTED, ${TEXT} })`,
  giveFeedback: (w) => `giveFeedback(input: { entryId: ${entry(w)}, verdict: KEPT })`,
  decideLink: (w) => `decideLink(id: ${link(w)}, verdict: SAME, reason: "The same.", revision: 1)`,
  handleCorrection: (w) =>
    `handleCorrection(input: { id: ${id('Correction', 'correction')(w)}, outcome: DONE, answer: "Done." })`,
  inviteUser: (w) =>
    `inviteUser(input: { email: "new@example.org", role: MEDIATOR, mediatorId: ${id('Mediator', 'womanOutside')(w)}, networkId: ${network(w)} })`,
  mergeLinked: (w) => `mergeLinked(id: ${link(w)})`,
  mergeProfiles: (w) =>
    `mergeProfiles(keep: ${woman(w)}, keepRevision: 999, other: ${other(w)}, otherRevision: 999)`,
  openCall: (w) => `openCall(id: ${call(w)}, revision: 999)`,
  setNeedAlert: (w) => `setNeedAlert(id: ${need(w)}, rhythm: DAILY)`,
  seeNewCandidates: (w) => `seeNewCandidates(id: ${need(w)})`,
  openNeed: (w) => `openNeed(id: ${need(w)}, revision: 999)`,
  recordEngaged: (w) =>
    `recordEngaged(id: ${need(w)}, revision: 999, mediatorIds: [${id('Mediator', 'otherOutside')(w)}])`,
  recordConsent: (w) =>
    `recordConsent(input: { mediatorId: ${woman(w)}, purpose: CONTACTED, channel: PAPER, proof: "Folder 7", givenOn: "2026-01-05", ${TEXT} })`,
  refreshSession: () => 'refreshSession',
  registerOrganizer: () =>
    'registerOrganizer(input: { email: "o@example.org", name: "O", organization: { name: "O", kind: STATE, country: "KE" } })',
  reinstateAccount: (w) => `reinstateAccount(id: ${id('Account', 'account')(w)})`,
  removeFromShortlist: (w) =>
    `removeFromShortlist(id: ${shortlist(w)}, revision: 999, entryId: ${entry(w)})`,
  removeOpenId: (w) => `removeOpenId(organizationId: ${organization(w)})`,
  renewRecoveryCodes: () => 'renewRecoveryCodes(code: "123456")',
  agreeToDirectory: (w) => `agreeToDirectory(id: ${directory(w)}, ${TEXT})`,
  refuseDirectory: (w) => `refuseDirectory(id: ${directory(w)})`,
  answerListing: (w) => `answerListing(id: ${directory(w)}, word: DIFFERENT)`,
  answerLink: (w) => `answerLink(id: ${ownLink(w)}, word: DIFFERENT)`,
  requestCorrection: () => 'requestCorrection(input: { text: "My name is spelt otherwise." })',
  requestPasswordReset: () => 'requestPasswordReset(email: "nobody@example.org")',
  requestSignInLink: () => 'requestSignInLink(email: "nobody@example.org")',
  resetPassword: () => `resetPassword(token: "no-such-token", password: ${PASSWORD})`,
  removeSecondFactor: (w) => `removeSecondFactor(id: ${id('Account', 'account')(w)})`,
  revertField: (w) => `revertField(id: ${woman(w)}, change: ${id('FieldChange', 'change')(w)})`,
  revokeInvitation: (w) => `revokeInvitation(id: ${id('Invitation', 'invitation')(w)})`,
  revokeOtherSessions: () => 'revokeOtherSessions',
  createWebhook: (w) =>
    `createWebhook(serviceAccountId: ${id('ServiceAccount', 'serviceAccount')(w)}, url: "https://receiver.example/")`,
  rotateWebhookSecret: (w) => `rotateWebhookSecret(id: ${id('Webhook', 'webhook')(w)})`,
  pauseWebhook: (w) => `pauseWebhook(id: ${id('Webhook', 'webhook')(w)})`,
  resumeWebhook: (w) => `resumeWebhook(id: ${id('Webhook', 'webhook')(w)})`,
  testWebhook: (w) => `testWebhook(id: ${id('Webhook', 'webhook')(w)})`,
  removeWebhook: (w) => `removeWebhook(id: ${id('Webhook', 'webhook')(w)})`,
  revokeServiceAccount: (w) =>
    `revokeServiceAccount(id: ${id('ServiceAccount', 'serviceAccount')(w)})`,
  revokeSession: (w) => `revokeSession(id: ${id('Session', 'session')(w)})`,
  sendShortlist: (w) => `sendShortlist(id: ${shortlist(w)}, revision: 999)`,
  shareShortlist: (w) =>
    `shareShortlist(id: ${shortlist(w)}, readerId: ${id('Organization', 'organization')(w)})`,
  takeBackShortlist: (w) => `takeBackShortlist(shareId: ${id('SharedShortlist', 'share')(w)})`,
  setAudience: (w) =>
    `setAudience(input: { mediatorId: ${woman(w)}, field: BIOGRAPHY, audience: VETTED })`,
  setFourEyes: () => 'setFourEyes(network: "acacia", on: false)',
  signIn: () => 'signIn(email: "nobody@example.org", password: "not a password of hers")',
  signInWithLink: () => 'signInWithLink(token: "no-such-token")',
  signOut: () => 'signOut',
  startTeam: () => 'startTeam(need: { date: "2026-12-01", soft: { years: 5 } }, size: 0)',
  stepProfile: (w) => `stepProfile(id: ${woman(w)}, step: SUSPEND)`,
  stepProfiles: (w) => `stepProfiles(ids: [${woman(w)}], step: SUSPEND)`,
  suspendAccount: (w) => `suspendAccount(id: ${id('Account', 'account')(w)})`,
  suspendOrganization: (w) => `suspendOrganization(id: ${organization(w)})`,
  unmergeProfiles: (w) => `unmergeProfiles(merge: ${id('Merge', 'merge')(w)})`,
  verifyEmail: () => `verifyEmail(token: "no-such-token", password: ${PASSWORD})`,
  verifyOrganization: (w) => `verifyOrganization(id: ${organization(w)})`,
  viewContact: (w) =>
    `viewContact(input: { mediatorId: ${woman(w)}, networkId: ${network(w)}, purpose: SECURITY, reason: "A storm is coming." })`,
  withdrawConsent: (w) =>
    `withdrawConsent(input: { mediatorId: ${woman(w)}, purpose: STATISTICS, channel: PAPER })`,
};
