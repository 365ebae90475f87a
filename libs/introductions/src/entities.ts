import { DeskMemberEntity } from './desk/desk-member.entity.js';
import { NetworkDeskEntity } from './desk/network-desk.entity.js';
import { IntroductionContactReadEntity } from './introduction/introduction-contact-read.entity.js';
import { IntroductionShownEntity } from './introduction/introduction-shown.entity.js';
import { IntroductionStepEntity } from './introduction/introduction-step.entity.js';
import { IntroductionEntity } from './introduction/introduction.entity.js';
import { MediatorPreferenceEntity } from './preferences/mediator-preference.entity.js';
import { RelayMessageEntity } from './relay/relay-message.entity.js';
import { TermsVersionEntity } from './terms/terms-version.entity.js';

/** Entities of this module. */
export const introductionsEntities = [
  TermsVersionEntity,
  IntroductionShownEntity,
  IntroductionEntity,
  IntroductionStepEntity,
  IntroductionContactReadEntity,
  RelayMessageEntity,
  NetworkDeskEntity,
  DeskMemberEntity,
  MediatorPreferenceEntity,
];
