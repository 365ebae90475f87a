import { foldText } from './fold.js';
import { asciiDigits } from './whole-number.js';

const YES: ReadonlySet<string> = new Set(
  'yes y true 1 oui vrai sí si verdadero sim verdadeiro ja ndiyo ndio نعم أجل x ✓ ✔ ☑ ☒ ✅'.split(
    ' ',
  ),
);
const NO: ReadonlySet<string> = new Set(
  'no n false 0 non faux falso não nao nei hapana لا كلا ✗ ✘ ☐ ❌'.split(' '),
);
/** How an emoji is to be shown. */
const VARIATION = /[\ufe0e\ufe0f]/gu;

/**
 * Yes or no in six languages and by marks, for a column whose meaning is known; null for all else. "X" is
 * the mark of a form and says yes.
 */
export function readYesNo(text: string): boolean | null {
  const plain = asciiDigits(text.normalize('NFC').replaceAll(VARIATION, '')).trim().toLowerCase();
  const word = plain.replace(/[.!]$/u, '');
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}

/** Phrases by which people agree or do not, folded. */
const AGREE: ReadonlySet<string> = phrases(
  'I agree|agree|agreed|I consent|I do|I accept|accept|accepted|consent given|consents|consented',
  'j’accepte|j’accepte tout|je suis d’accord|d’accord|je consens|j’approuve|accepté|acceptée|accord donné',
  'acepto|sí acepto|de acuerdo|estoy de acuerdo|doy mi consentimiento|consiento|aceptado|aceptada',
  'aceito|concordo|de acordo|estou de acordo|autorizo|consinto|dou o meu consentimento|aceite',
  'nakubali|ninakubali|nimekubali|naafiki|naridhia|ninaridhia',
  'أوافق|موافق|موافقة|أنا موافقة|أقبل|نعم أوافق|وافقت',
);
const DISAGREE: ReadonlySet<string> = phrases(
  'I do not agree|I don’t agree|do not agree|disagree|I disagree|I do not consent|I don’t consent|not agreed|refused|declined|I decline|I do not|no consent|I do not accept',
  'je n’accepte pas|je ne suis pas d’accord|pas d’accord|je refuse|refus|refusé|refusée|je ne consens pas',
  'no acepto|no estoy de acuerdo|no consiento|en desacuerdo|rechazo|no autorizo',
  'não aceito|não concordo|não autorizo|recuso|não consinto|discordo',
  'sikubali|hapana sikubali|nakataa|ninakataa|siafiki|siridhii',
  'لا أوافق|غير موافق|غير موافقة|أرفض|لست موافقة|لا أقبل',
);

function phrases(...lists: string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split('|').map(foldText)));
}

/**
 * Yes or no to a question of consent: the words and marks of `readYesNo`, and the phrases by which people agree or
 * do not, also behind a yes or a no ("Yes, I agree"). Null for all else, "No, I agree" too: consent is not guessed at.
 */
export function readAgreement(text: string): boolean | null {
  const plain = readYesNo(text);
  if (plain !== null) return plain;
  const folded = foldText(text);
  if (AGREE.has(folded)) return true;
  if (DISAGREE.has(folded)) return false;
  const [first = '', ...rest] = folded.split(' ');
  const answer = readYesNo(first);
  const said = rest.join(' ');
  if (answer === true && AGREE.has(said)) return true;
  return answer === false && DISAGREE.has(said) ? false : null;
}
