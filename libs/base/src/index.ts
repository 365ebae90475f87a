/** What the vocabulary and the messages need before there is a word of either: days, texts, memoizers. Pure. Others take it from kernel. */
export { addDays, dayAt, dayNumber, dayOf, isDay, MS_PER_DAY, startOf } from './day.js';
export { detached, memoize, memoizeTexts } from './memoize.js';
export { characterCount, firstLetters, isStorable, storableJson } from './text.js';
