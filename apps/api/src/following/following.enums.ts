import { CHANGE_KINDS } from '#following';
import { graphEnum } from '../graphql/enums.js';

export const ChangeKindEnum = graphEnum(
  'DirectoryChangeKind',
  'What has changed for the viewer.',
  CHANGE_KINDS,
  {
    meanings: {
      published: 'She is shown, and was not shown when the feed was read before.',
      changed: 'Something that is shown of her is another.',
      removed:
        'She is not shown any more: withdrawn, suspended, erased or called by another id. Which of these is not told.',
    },
  },
);
