import type { Breach } from '../breach.service.js';
import { HOURS_UNTIL_REPORT, type BreachFact } from './lists.js';

const SEEN: Readonly<Record<BreachFact, string>> = {
  contact: 'how to reach them, and what concerns their safety',
  profile: 'profiles, with what networks note beside them',
  work: 'requests to them, and where they work or worked',
};

/**
 * The entry of a breach in the register, as Markdown, with what a notification to an authority holds: Regulation (EU) 2016/679,
 * article 33(3), letters (a) to (d). It names no woman. The name of a contact point, letter (b), is for whoever sends it.
 */
export function registerEntry(breach: Breach): string {
  const { words, byFact, byChannel, networkIds } = breach;
  const lists =
    networkIds.length === 0
      ? ''
      : `\n- Whole lists: of ${networkIds.length} networks, with those of their chapters`;
  const text = (written: string): string => written.trim() || 'Not stated yet.';
  const moment = (at: Date | null): string => at?.toISOString() ?? 'not yet';
  return `# Personal data breach ${breach.id}

- Became known: ${moment(breach.knownAt)}
- Notification to the authority due: ${moment(breach.reportDueAt)} (${HOURS_UNTIL_REPORT} hours, GDPR article 33(1))
- Authority told: ${moment(breach.reportedAt)}
- Entered in the register: ${moment(breach.openedAt)} by ${breach.openedBy}

## Nature of the breach (article 33(3)(a))

${text(words.what)}

- Cause: ${breach.cause}
- Days: ${breach.from} to ${breach.until} (UTC)
- Data subjects: ${breach.women} mediators, some of whom may be human rights defenders at risk${lists}
${(Object.keys(SEEN) as BreachFact[]).map((fact) => `- ${SEEN[fact]}: of ${byFact[fact]}`).join('\n')}

## Contact point (article 33(3)(b))

To be named by whoever sends this.

## Likely consequences (article 33(3)(c))

${text(words.consequences)}

## Measures (article 33(3)(d))

${text(words.measures)}

## Communication to the data subjects (article 34)

- Told: ${moment(breach.toldAt)}${breach.waiting > 0 ? `; ${breach.waiting} have not been reached yet` : ''}
- By mail: ${byChannel.mail}; by message to a telephone: ${byChannel.message}; in person: ${byChannel.person}, of whom ${breach.toTell} have not been told yet
- Have said that they read it: ${breach.read}
- Advice: ${breach.advice.join(', ')}`;
}
