import type {
  CheckInView,
  DeskDeployment as DeskView,
  IncidentView,
  LineView,
  OpeningView,
  OrganizerDeployment,
  OwnDeployment as OwnView,
  WholeLineView,
} from '#deployments';
import { PROFILE_FIELDS } from '#directory';
import type { Locale } from '#vocabulary';
import { globalId } from '../graphql/global-id.js';
import type { Experience } from '../graphql/profile-values.type.js';
import { toArea } from '../graphql/texts.js';
import { toGraph } from '../graphql/to-profile-values.js';
import { toTerms } from '../introductions/terms/to-terms.js';
import type {
  CheckIn,
  Deployment,
  DeploymentFields,
  DeskDeployment,
  EmergencyOpening,
  Incident,
  OwnDeployment,
  WholeClearanceLine,
} from './deployment.type.js';

type View = OrganizerDeployment | DeskView | OwnView;

/** The graph's deployment of an organizer: the service has decided that this viewer may see it. */
export function toDeployment(view: OrganizerDeployment, locale: Locale): Deployment {
  return {
    __typename: 'Deployment',
    id: globalId('Deployment', view.id),
    ...fields(view, locale),
    mediatorId: view.mediatorId,
    introductionId: globalId('Introduction', view.introductionId),
    ownProposal: view.ownProposal,
    clearance: view.lines.map(toLine),
  };
}

/** That of a desk. */
export function toDeskDeployment(view: DeskView, locale: Locale): DeskDeployment {
  const { mediatorId, needTitle, organizationName, missing, spoken } = view;
  return {
    __typename: 'DeskDeployment',
    id: globalId('DeskDeployment', view.id),
    deploymentId: view.id,
    mediatorId,
    ...fields(view, locale),
    ...whole(view, locale),
    profileId: globalId('Profile', mediatorId),
    needTitle,
    organizationName,
    missing,
    spoken: spoken.map(({ to, channel, proof, at }) => ({ to, channel, proof, at })),
  };
}

/** Her own. */
export function toOwnDeployment(view: OwnView, locale: Locale): OwnDeployment {
  return {
    __typename: 'OwnDeployment',
    id: globalId('OwnDeployment', view.id),
    deploymentId: view.id,
    ...fields(view, locale),
    ...whole(view, locale),
    needTitle: view.needTitle,
  };
}

export function toIncident(view: IncidentView): Incident {
  const { id, kind, severity, happenedOn, words, action, reporter, revision } = view;
  return {
    __typename: 'Incident',
    id: globalId('Incident', id),
    kind,
    severity,
    happenedOn,
    words,
    action,
    reporter,
    reportedAt: view.reportedAt.toISOString(),
    closedAt: instant(view.closedAt),
    revision,
  };
}

export function toOpening({ id, reason, ...view }: OpeningView): EmergencyOpening {
  return {
    __typename: 'EmergencyOpening',
    id: globalId('EmergencyOpening', id),
    reason,
    askedAt: view.askedAt.toISOString(),
    approvedAt: instant(view.approvedAt),
    until: view.until.toISOString(),
    endedAt: instant(view.endedAt),
    step: view.step,
  };
}

export function toCheckIn({
  dueAt,
  missedAt,
  state,
  madeAt,
  channel,
  wantsCall,
}: CheckInView): CheckIn {
  return {
    dueAt: dueAt.toISOString(),
    missedAt: missedAt.toISOString(),
    state,
    madeAt: instant(madeAt),
    channel,
    wantsCall,
  };
}

function fields(view: View, locale: Locale): Omit<DeploymentFields, 'id' | '__typename'> {
  const { place, state, mode, support, engagement, role, track, territory } = view;
  const { startsOn, endsOn, firstEndsOn, proposedUntil, percent, supervisor, revision } = view;
  const { reason, reasonWords, outcome, outcomeReaders } = view;
  const { genderProvisions, genderReaders, outcomeSource } = view;
  return {
    needId: globalId('Need', view.needId),
    place,
    state,
    mode,
    support,
    engagement,
    role,
    track,
    territory: territory === null ? null : toArea(territory, locale),
    startsOn,
    endsOn,
    firstEndsOn,
    proposedUntil,
    percent,
    terms: toTerms(view.terms, locale),
    supervisor,
    beganAt: instant(view.beganAt),
    endedAt: instant(view.endedAt),
    reason,
    reasonWords,
    outcome,
    outcomeReaders,
    genderProvisions,
    genderReaders,
    outcomeSource,
    revision,
  };
}

function whole(view: DeskView | OwnView, locale: Locale) {
  const { proposedBy, endedBy, setting, rhythm, checkInTime, timeZone, graceHours } = view;
  const { experience, experienceOffered } = view;
  const { type } = PROFILE_FIELDS.experience;
  const [offered = null] = experienceOffered
    ? (toGraph(type, [experienceOffered], locale) as Experience[])
    : [];
  return {
    proposedBy,
    endedBy,
    setting,
    clearance: view.lines.map(toWholeLine),
    rhythm,
    checkInTime,
    timeZone,
    graceHours,
    checkIns: view.checkIns.map(toCheckIn),
    experience,
    experienceOffered: offered,
  };
}

function toLine({ kind, owner, dueOn, state, handledOn, validUntil, reference }: LineView) {
  return { kind, owner, dueOn, state, handledOn, validUntil, reference };
}

function toWholeLine(view: WholeLineView): WholeClearanceLine {
  const { fit, proposedBy, secondedBy, agreedAt, waiver } = view;
  return {
    ...toLine(view),
    fit,
    waiverProposed: proposedBy !== null,
    waiverSeconded: secondedBy !== null,
    agreedAt: instant(agreedAt),
    waiver,
  };
}

function instant(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
