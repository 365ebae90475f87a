import { CLOCK } from '#config';
import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '#database';
import { authorise, changeRecord, PUBLIC_VIEWER, recordAudit, type Viewer } from '#identity';
import { dayOf, type InputProblem, InvalidInputError, throwIfProblems } from '#kernel';
import { refusal } from '#messages';
import { Vault } from '#vault';
import { uuidv7 } from 'uuidv7';
import { isVersionInForce } from '../consent/consent-texts.js';
import { OLD_VERSION, type GivenConsent } from '../consent/consent.service.js';
import { insertConsent } from '../consent/insert-consent.js';
import { contactProblems } from '../contact/check-contact.js';
import { NO_CONTACT, tidied, type Contact } from '../contact/contact.js';
import { ContactRepository } from '../contact/contact-repository.js';
import { changedStatement, type ProfileChanges } from '../curation/check-changes.js';
import { createProfile, newProfileProblems } from '../curation/create-profile.js';
import { LifeCycleService, type Evidence } from '../curation/life-cycle.service.js';
import { REQUIRED_FIELDS } from '../curation/states.js';

/** What a woman writes who asks a network to list her. */
export interface Applicant {
  readonly changes: ProfileChanges;
  readonly contact: Partial<Contact>;
  /** What she agrees to, to the texts that she was shown. */
  readonly consents: readonly GivenConsent[];
}

/** A network's decision to list a woman who has applied. */
export interface Admission {
  readonly networkId: string;
  readonly applicant: Applicant;
  /** Day on which she gave her consents. */
  readonly consentedOn: string;
  /** Why she may be believed, as with any profile that is submitted. */
  readonly evidence: Evidence;
}

/** Whoever wrote what an application says: the woman herself, who has no account. */
const APPLICANT: Viewer = { ...PUBLIC_VIEWER, name: 'system:application' };

/**
 * Lists women who have applied themselves. Nobody is looked up: whether another source knows her makes no difference
 * to what is checked, written or answered.
 */
@Injectable()
export class AdmissionService {
  private readonly contacts: ContactRepository;

  constructor(
    private readonly lifeCycle: LifeCycleService,
    vault: Vault,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {
    this.contacts = new ContactRepository(vault);
  }

  /**
   * Checks what she writes: as what a curator writes, and that it states all that a profile needs for its review.
   *
   * @throws InvalidInputError naming every problem
   */
  check({ changes, contact, consents }: Applicant): void {
    const stated = tidied(contact);
    throwIfProblems([
      ...newProfileProblems(changes, null),
      ...missingProblems(changes),
      ...this.changeProblems(changes),
      ...(stated.email ? [] : [NO_ADDRESS]),
      ...contactProblems(stated),
      ...(consents.every(({ textVersion }) => isVersionInForce(textVersion))
        ? []
        : [{ ...OLD_VERSION, path: 'consents' }]),
    ]);
  }

  /**
   * Makes a submitted profile of what she wrote, in the caller's transaction. What the network states of her from now
   * on is what she wrote; her consents are her own.
   *
   * @throws NotPermittedError; InvalidInputError where what she wrote is no longer accepted
   */
  async admit(
    tx: Transaction,
    viewer: Viewer,
    { networkId, applicant, consentedOn, evidence }: Admission,
  ): Promise<string> {
    authorise(viewer, 'create', { kind: 'profile', mediatorId: null, networkIds: [networkId] });
    const named = withDisplayName(applicant.changes);
    const statement = changedStatement({}, named, dayOf(this.now()));
    throwIfProblems(newProfileProblems(statement, null));
    const by = APPLICANT.name;
    const made = { networkId, externalId: null, statement, step: 'apply', by } as const;
    const id = await createProfile(tx, viewer, made);
    for (const { purpose, textVersion, language } of applicant.consents) {
      const consent = { purpose, textVersion, language, givenOn: consentedOn };
      const given = { id: uuidv7(), mediatorId: id, channel: 'web', networkId: null } as const;
      await insertConsent(tx, { ...given, ...consent, recordedBy: by });
    }
    const contact = { ...NO_CONTACT, ...tidied(applicant.contact) };
    await this.contacts.inCuratorContext(tx, APPLICANT, networkId, (open) =>
      open.state(new Map([[id, contact]])),
    );
    await recordAudit(tx, viewer, [
      changeRecord('contact.edit', 'mediator', null, { id, networkId, ...contact }),
      changeRecord('consent.give', 'mediator', null, { id, consents: applicant.consents }),
    ]);
    await this.lifeCycle.stepIn(tx, viewer, id, 'submit', { evidence });
    return id;
  }

  private changeProblems(changes: ProfileChanges): readonly InputProblem[] {
    try {
      changedStatement({}, changes, dayOf(this.now()));
      return [];
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      return error.problems;
    }
  }
}

/** Shown by her full name where she gives no other. */
function withDisplayName(changes: ProfileChanges): ProfileChanges {
  return { ...changes, displayName: changes.displayName ?? changes.fullName };
}

const NO_ADDRESS: InputProblem = {
  path: 'email',
  code: 'MISSING',
  message: refusal('applications.needsAddress'),
};

/** Her names are asked for anyway. */
function missingProblems(changes: ProfileChanges): InputProblem[] {
  const isMissing = (value: unknown) =>
    value === undefined || value === null || (Array.isArray(value) && value.length === 0);
  return REQUIRED_FIELDS.filter((field) => field !== 'fullName' && field !== 'displayName')
    .filter((field) => isMissing(changes[field]))
    .map((path) => ({ path, code: 'MISSING', message: refusal('profiles.neededForReview') }));
}
