import type { InputProblem } from '#kernel';
import { admits, type Viewer } from '#identity';
import type { NeedFairness, NeedGroup } from '#matching';

/** Groups whose members are known by what is shown to verified organizers only. */
const VETTED_GROUPS: Partial<Record<NeedGroup, string>> = {
  YOUNG_LEADERS: 'Ages are shown to verified organizers only.',
  NATIONALS_OR_RESIDENTS: 'Nationality and residence are shown to verified organizers only.',
  UNDER_REPRESENTED_NETWORKS: 'Exposure is taken into account for verified organizers only.',
};

/** What of fairness this viewer may not ask: it would tell what is not shown to her. */
export function fairnessNotPermitted(
  viewer: Viewer,
  { rotation, group }: NeedFairness = {},
): InputProblem[] {
  if (admits(viewer.clearance, 'VETTED')) return [];
  const problem = (path: string, message: string): InputProblem => ({
    path,
    code: 'NOT_PERMITTED',
    message,
  });
  const reason = group && VETTED_GROUPS[group.group];
  return [
    ...(rotation
      ? [
          problem(
            'fairness.rotation',
            'Exposure is taken into account for verified organizers only.',
          ),
        ]
      : []),
    ...(reason ? [problem('fairness.group.group', reason)] : []),
  ];
}
