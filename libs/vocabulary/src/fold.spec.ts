import { describe, expect, it } from '@jest/globals';
import { foldText } from './fold.js';

describe('folding', () => {
  it.each([
    ['Côte d’Ivoire', 'cote d ivoire'],
    ['İSTANBUL ışık', 'istanbul isik'],
    ['Ɗan Ƙaura', 'dan kaura'],
    ['Ɛfua Ɔforiwaa Ŋma', 'efua oforiwaa nma'],
    ['STRAẞE straße', 'strasse strasse'],
    ['ﬁn Ｆｉｎ fi\u00adn', 'fin fin fin'],
    ['٢٥ ۲۵ २५ ၂၅ ２５ 𝟐𝟓', '25 25 25 25 25 25'],
    ['ی ي ى', 'ي ي ي'],
    ['ک ك', 'ك ك'],
    ['ه ة ہ ھ ە', 'ه ه ه ه ه'],
    ['أ إ آ ٱ ا', 'ا ا ا ا ا'],
    ['مُحَمَّـد', 'محمد'],
    ['ሐሑሒሓሔሕሖ', 'ሀሁሂሀሄህሆ'],
    ['ኀኁኂኃኄኅኆ', 'ሀሁሂሀሄህሆ'],
    ['ኸኹኺኻኼኽኾ', 'ሀሁሂሀሄህሆ'],
    ['ሠሡሢሣሤሥሦ', 'ሰሱሲሳሴስሶ'],
    ['ዐዑዒዓዔዕዖ', 'አኡኢአኤእኦ'],
    ['ፀፁፂፃፄፅፆ', 'ጸጹጺጻጼጽጾ'],
    ['𞤀𞤣𞥄', '𞤢𞤣'],
    ['שָׁלוֹם ך ן ף ץ', 'שלומ כ נ פ צ'],
    ['ΣΟΦΊΑΣ σοφίας', 'σοφιασ σοφιασ'],
    ['Ёлка Ґава Їжак', 'елка гава іжак'],
    ['हिन्दी हिंदी', 'हिंदी हिंदी'],
    ['サクラ ｻｸﾗ さくら', 'さくら さくら さくら'],
    ['น้อย', 'นอย'],
    ['Nʼdiaye Nʻdiaye N`diaye', 'n diaye n diaye n diaye'],
    ['ILR 3+', 'ilr 3 plus'],
    ['\u0000\ud800\u0301—', ''],
  ])('makes %j %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
    expect(foldText(folded)).toBe(folded);
  });

  it.each([
    ['й', 'и'],
    ['і', 'и'],
    ['ь', 'ъ'],
    ['پ', 'ب'],
    ['گ', 'ك'],
    ['ماء', 'ما'],
    ['मीरा', 'मारी'],
    ['が', 'か'],
    ['ሰ', 'ሸ'],
    ['น', 'นี'],
  ])('keeps %j and %j apart', (one, other) => {
    expect(foldText(one)).not.toBe(foldText(other));
  });
});
