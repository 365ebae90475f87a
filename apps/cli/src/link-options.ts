import type { LinkState, LinkVerdict } from '#directory';
import { Option } from 'commander';

const VERDICTS = ['same', 'different', 'cannot-say'] as const satisfies readonly LinkVerdict[];
const STATES = ['open', ...VERDICTS] as const satisfies readonly LinkState[];

export const verdictOption = (): Option =>
  new Option('--verdict <verdict>', 'what is known about both')
    .choices(VERDICTS)
    .makeOptionMandatory();

export const linkStateOption = (): Option =>
  new Option('--state <state>', 'only pairs in this state').choices(STATES);
