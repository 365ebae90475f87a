import type { InputProblem } from '#kernel';
import { refusal, type Refusal, type Sentence } from '#messages';
import { admits, type Viewer } from '#identity';
import type { NeedFairness, NeedGroup } from '#matching';

/** Groups whose members are known by what is shown to verified organizers only. */
const VETTED_GROUPS: Partial<Record<NeedGroup, Refusal>> = {
  YOUNG_LEADERS: refusal('match.verifiedAges'),
  NATIONALS_OR_RESIDENTS: refusal('match.verifiedResidence'),
  UNDER_REPRESENTED_NETWORKS: refusal('match.verifiedExposure'),
};

/** What of fairness this viewer may not ask: it would tell what is not shown to her. */
export function fairnessNotPermitted(
  viewer: Viewer,
  { rotation, group }: NeedFairness = {},
): InputProblem[] {
  if (admits(viewer.clearance, 'VETTED')) return [];
  const problem = (path: string, message: Sentence): InputProblem => ({
    path,
    code: 'NOT_PERMITTED',
    message,
  });
  const reason = group && VETTED_GROUPS[group.group];
  return [
    ...(rotation ? [problem('fairness.rotation', refusal('match.verifiedExposure'))] : []),
    ...(reason ? [problem('fairness.group.group', reason)] : []),
  ];
}
