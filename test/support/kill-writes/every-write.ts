/**
 * Mutations that are not asked in the rounds, by the one that stands for them: the same module writes the same kinds of rows
 * for them, in one transaction with the audit entry and the same kinds of jobs.
 */
const LIKE: Readonly<Record<string, string>> = {
  inviteUser: `inviteUsers inviteMembers revokeInvitation registerOrganizer requestPasswordReset requestSignInLink
    verifyOrganization suspendOrganization suspendAccount reinstateAccount createServiceAccount revokeServiceAccount
    configureOpenId removeOpenId`,
  saveView: 'removeView setLocale chooseWpsMails',
  createWebhook: 'pauseWebhook resumeWebhook removeWebhook testWebhook',
  openBreach: 'noteBreachReported',
  hideMediators: 'liftHiding recallCopy',
  createProfile: `editProfile editContact revertField revertProfile confirmProfile stepProfile stepProfiles addNote endAffiliation
    mergeProfiles unmergeProfiles eraseMyself requestCorrection handleCorrection createNetwork editNetwork archiveNetwork
    setFourEyes stateDesk appointToDesk`,
  giveConsent: `recordConsent withdrawConsent setAudience askToShowMore saveAskPreferences askMembers`,
  decideLink: 'mergeLinked answerLink answerListing',
  agreeToDirectory: 'refuseDirectory',
  snoozeInboxItem: 'assignInboxItem',
  createCall: 'editCall openCall closeCall',
  acceptApplication: 'declineApplication',
  applyImport: `undoImport removeImport setImportMapping setImportDefaults fixImportCell fixImportValue skipImportRow`,
  createNeed: 'editNeed closeNeed openNeed recordEngaged seeNewCandidates',
  createPeaceProcess: 'editPeaceProcess archivePeaceProcess',
  createShortlist: `addToShortlist removeFromShortlist closeShortlist sendShortlist giveFeedback shareShortlist takeBackShortlist`,
  startTeam: 'cancelTeam',
  requestIntroduction: `resendIntroduction saveTerms writeAsDesk writeToMediator writeToOrganizer holdRelayMessage
    passRelayMessage askOrganizer answerQuestion`,
  withdrawIntroduction: `acceptIntroduction declineIntroduction refuseIntroduction returnIntroduction forwardIntroduction
    confirmIntroduction closeIntroduction recordIntroductionAnswer reviewDeclaration releaseChannels takeBackChannels`,
  giveDeploymentFeedback: `replyToDeploymentFeedback answerAfterAction publishLesson editLesson withdrawLesson
    planDeployment editDeployment editDeskDeployment stepDeployment stopDeployment stopDeskDeployment stopOwnDeployment
    completeDeployment completeDeskDeployment reportOutcome reportDeskOutcome acceptExperience declineExperience
    proposeExtension proposeDeskExtension proposeOwnExtension answerExtension answerOwnExtension acceptDeskExtension
    refuseDeskExtension clearDeployment recordClearance recordDeskClearance recordOwnClearance handClearance waiveClearance
    agreeToWaiver recordWaiverAgreement planCheckIns recordCheckInPlan checkIn recordCheckIn reportIncident recordIncident
    handleIncident askEmergencyContact approveEmergencyContact
    showMentoring proposeAlongside agreeToAlongside declineAlongside withdrawAlongside`,
  saveWpsActor: 'saveFocalPoint saveInvolvement answerInvolvement',
  saveWpsLesson: 'stepWpsLesson saveWpsLessonUse narrowWpsRecord',
  saveWpsMeeting: `saveActionPlan stepActionPlan savePlanItem removePlanItem redactPlanText saveBudgetLine removeBudgetLine
    saveCommitment stepCommitment saveConflictAnalysis recordObservation`,
  changeWpsReport: `beginWpsReport stepWpsReport reviewWpsReport narrowWpsReport commentOnWpsReport answerWpsReportComment`,
};

/** Mutations for which none stands, by the reason. */
const APART: Readonly<Record<string, string>> = {
  'What they make is of use only with the answer: who got none begins again, and what she did not get ends by itself':
    'signIn signInWithLink answerSecondFactor refreshSession beginTotp renewRecoveryCodes rotateWebhookSecret',
  'They use up a link or a code, or end what was in use: a second try says so (test/fault/attacks)': `acceptInvitation
    resetPassword verifyEmail confirmTotp confirmProfileByLink changePassword removeSecondFactor signOut revokeSession
    revokeOtherSessions takeRole`,
  'They are readings, noted in the transaction that reads (test/fault/contact-data)':
    'viewContact readEmergencyContact openIntroductionContact',
};

/** Jobs, by what causes them in the rounds, or why nothing does. */
const JOBS: Readonly<Record<string, string>> = {
  caused: `mail-send search-index-sync search-index-heal staged-import team-run breach-telling duplicates membership-applications`,
  'They run every minute or every five, and so while the rounds go on': `change-feed webhook-send introduction-clocks introduction-desks
    deployment-clocks look-back-clocks`,
  'Each does one transaction, as the others do that mutations cause':
    'identity-registrations identity-link-requests',
  'They come up on a day, or once an hour, and note what they did in the transaction that does it, with the mails that it queues; what is left is done the next time': `retention
    staged-import-purge identity-signing-keys pseudonym-renewal profile-confirmation organizer-figures need-alerts
    need-alert-mails wps-mails duplicates-across`,
};

/**
 * What is wrong with these lists: writes that are in none, in several, or not there.
 *
 * @param asked the mutations that the rounds asked
 */
export function unaccounted(
  asked: ReadonlySet<string>,
  all: { readonly mutations: readonly string[]; readonly jobs: readonly string[] },
): string[] {
  const mutations = [...asked, ...[...Object.values(LIKE), ...Object.values(APART)].flatMap(words)];
  return [
    ...Object.keys(LIKE)
      .filter((name) => !asked.has(name))
      .map((name) => `${name} stands for others and was not asked`),
    ...differences(mutations, all.mutations),
    ...differences(Object.values(JOBS).flatMap(words), all.jobs),
  ];
}

function words(text: string): string[] {
  return text.split(/\s+/);
}

function differences(listed: readonly string[], all: readonly string[]): string[] {
  return [
    ...all.filter((name) => !listed.includes(name)).map((name) => `${name} is in no list`),
    ...listed.filter((name) => !all.includes(name)).map((name) => `${name} is not there`),
    ...listed
      .filter((name, i) => listed.indexOf(name) < i)
      .map((name) => `${name} is listed twice`),
  ];
}
