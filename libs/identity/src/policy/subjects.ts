/**
 * What a rule is about. Ids that a subject carries are those of the row as it stands in the database,
 * never those of the request. `networkIds` are the networks that list a woman now.
 */
export type Subject =
  | { readonly kind: 'directory' }
  | {
      readonly kind: 'profile';
      readonly mediatorId: string | null;
      readonly networkIds: readonly string[];
    }
  /** What one source stated of how to reach her: a network, or herself (null). */
  | { readonly kind: 'contact'; readonly mediatorId: string; readonly networkId: string | null }
  | {
      readonly kind: 'consent';
      readonly mediatorId: string;
      readonly networkIds: readonly string[];
    }
  /** All that is held about one woman. */
  | { readonly kind: 'own-data'; readonly mediatorId: string }
  | { readonly kind: 'network'; readonly networkId: string | null }
  | { readonly kind: 'work-list'; readonly networkId: string }
  /** Two records that are perhaps of one woman; `networkId` is the network whose list holds both, null for all lists. */
  | { readonly kind: 'duplicate'; readonly networkId: string | null }
  /** Lists compared with other installations; `networkId` is the network that is told what its members say of it, null for the exchange. */
  | { readonly kind: 'exchange'; readonly networkId: string | null }
  /** What waits for somebody; `networkId` is the network whose coordinators it waits for, null for all that waits for the viewer. */
  | { readonly kind: 'inbox'; readonly networkId: string | null }
  /** A call of a network for new members. */
  | { readonly kind: 'call'; readonly networkId: string }
  /** What a woman wrote who asks a network to list her. */
  | { readonly kind: 'application'; readonly networkId: string }
  /** A list that was uploaded for a network; null for one that is not there. */
  | { readonly kind: 'import'; readonly networkId: string | null }
  /** Who came before organizers; `networkId` is the network whose women are counted, null for all. */
  | { readonly kind: 'exposure'; readonly networkId: string | null }
  /** What an organizer and a mediator say of each other after a deployment. */
  | {
      readonly kind: 'feedback';
      readonly organizationId: string | null;
      readonly verified: boolean;
      readonly networkId: string | null;
      readonly mediatorId: string | null;
    }
  /** A second place beside a mediator; `mediatorId` is whichever of the two women asks. */
  | {
      readonly kind: 'alongside';
      readonly organizationId: string | null;
      readonly verified: boolean;
      readonly networkId: string | null;
      readonly mediatorId: string | null;
    }
  /** Where a mediator was a mentor or had one. */
  | { readonly kind: 'mentoring'; readonly mediatorId: string }
  /** What a network makes of the review of a deployment; null for what is published. */
  | { readonly kind: 'lesson'; readonly networkId: string | null }
  /** How long things take and how often they succeed: of all, of a network or of an organization. */
  | {
      readonly kind: 'metrics';
      readonly networkId: string | null;
      readonly organizationId: string | null;
      readonly verified: boolean;
    }
  /** Who takes part in the agenda of women, peace and security: states, organizations and networks. */
  | { readonly kind: 'wps-actor' }
  /** A meeting of a network; `organizationId` is that of who asks if its actor leads the network now, else null. */
  | {
      readonly kind: 'wps-meeting';
      readonly organizationId: string | null;
      readonly verified: boolean;
    }
  /** What a plan says of the part that an actor had in it; `organizationId` is the one whose people act for that actor. */
  | {
      readonly kind: 'wps-involvement';
      readonly organizationId: string | null;
      readonly verified: boolean;
    }
  /** A report on which an actor is consulted; `organizationId` is the one whose people act for that actor. */
  | {
      readonly kind: 'wps-report';
      readonly organizationId: string | null;
      readonly verified: boolean;
    }
  /** What an actor has: focal points, plans, commitments. `organizationId` is the one whose people act for the actor. */
  | {
      readonly kind: 'wps-record';
      readonly organizationId: string | null;
      readonly verified: boolean;
    }
  | { readonly kind: 'account'; readonly userId: string | null }
  /** `networkId` is the network that the invited will coordinate or is listed by. */
  | { readonly kind: 'invitation'; readonly role: string; readonly networkId: string | null }
  | { readonly kind: 'organization'; readonly organizationId: string | null }
  /** `networkId` is the network that it is for; null for none, for several, and for all accounts. */
  | { readonly kind: 'service-account'; readonly networkId: string | null }
  /** Where a service account is told of changes; `networkId` is that of the account. */
  | { readonly kind: 'webhook'; readonly networkId: string | null }
  /** A need and its shortlists; `verified` is whether its organization is so now. */
  | { readonly kind: 'need'; readonly organizationId: string | null; readonly verified: boolean }
  /** An ask of one woman for a need of one organization, handled by the desk of one network. */
  | {
      readonly kind: 'introduction';
      readonly organizationId: string | null;
      readonly verified: boolean;
      readonly networkId: string | null;
      readonly mediatorId: string | null;
    }
  /** A woman at work for an organization, as one side sees it: the ids of the other sides are null. */
  | {
      readonly kind: 'deployment';
      readonly organizationId: string | null;
      readonly verified: boolean;
      readonly networkId: string | null;
      readonly mediatorId: string | null;
    }
  /** What happened to her at work; `safetyOfficer` is whether who asks has this duty at the desk. */
  | {
      readonly kind: 'incident';
      readonly networkId: string | null;
      readonly mediatorId: string | null;
      readonly safetyOfficer: boolean;
    }
  /** Where a network answers; `verified` is whether the organization of who asks is so now. */
  | { readonly kind: 'desk'; readonly networkId: string; readonly verified: boolean }
  /** How a woman wants to be asked. */
  | { readonly kind: 'ask-preferences'; readonly mediatorId: string }
  /** `organizationId` is whose it is, null for a common one; `verified` is whether that organization is so now. */
  | {
      readonly kind: 'peace-process';
      readonly organizationId: string | null;
      readonly verified: boolean;
    }
  /**
   * A shortlist that is shared with people of an organization, or with one of them (`userId`); `verified` is whether
   * that organization is so now.
   */
  | {
      readonly kind: 'share';
      readonly organizationId: string | null;
      readonly verified: boolean;
      readonly userId: string | null;
    }
  /** `requestedBy` is the opaque name of who asked for it; null for one that is not there yet. */
  | { readonly kind: 'team'; readonly requestedBy: string | null }
  /** What women with a code name show. */
  | { readonly kind: 'pseudonyms' }
  | { readonly kind: 'audit-log' }
  /**
   * Many women taken out of sight at once: of this network, or null where none was named; `byCoordinator` is whether one of its
   * coordinators asked for it.
   */
  | {
      readonly kind: 'hiding';
      readonly networkId: string | null;
      readonly byCoordinator: boolean;
    }
  /** What left Baraza with profiles in it; `networkId` is a network that it is about, null for all. */
  | { readonly kind: 'copy'; readonly networkId: string | null }
  /** Data in wrong hands: of women whom this network lists, of one woman, or of all. */
  | {
      readonly kind: 'breach';
      readonly networkId: string | null;
      readonly mediatorId: string | null;
    }
  /** Settings that are no secrets, and the queue of background jobs. */
  | { readonly kind: 'machinery' }
  | { readonly kind: 'keys' };

export type SubjectKind = Subject['kind'];
