import type {
  EditInput,
  ExperienceInput,
  LineInput,
  OutcomeInput,
  ReasonInput,
} from '#deployments';
import { withoutNulls } from '#kernel';
import type {
  AcceptExperienceArgs,
  DeskClearanceArgs,
  EditDeploymentArgs,
  OutcomeArgs,
  RecordClearanceArgs,
  StopDeploymentArgs,
} from './deployment.args.js';

// What clients send, as the services take it: what is absent or null is not stated.

export function editOf({
  id: _id,
  revision: _revision,
  ...changes
}: EditDeploymentArgs): EditInput {
  return withoutNulls(changes) as EditInput;
}

export function reasonOf({ reason, words }: StopDeploymentArgs): ReasonInput {
  return { reason, words: words ?? '' };
}

export function outcomeOf(args: OutcomeArgs): OutcomeInput {
  const { outcome, outcomeReaders, genderReaders, genderProvisions = null, source } = args;
  return { outcome, outcomeReaders, genderProvisions, genderReaders, source: source ?? '' };
}

export function lineOf(args: RecordClearanceArgs | DeskClearanceArgs): LineInput {
  const { validUntil = null, reference, fit = null } = args;
  return { validUntil, reference: reference ?? '', fit };
}

export function experienceOf({
  processName,
  role,
  territory,
}: AcceptExperienceArgs): ExperienceInput {
  return withoutNulls({ processName, role, territory }) as ExperienceInput;
}
