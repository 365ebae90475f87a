import { describe, expect, it } from '@jest/globals';
import { isFormulaError } from './formula-error.js';

describe('the error of a formula', () => {
  it.each(
    (
      '#REF! #VALUE! #NAME? #DIV/0! #NULL! #NUM! #N/A #SPILL! #CALC! #GETTING_DATA #FIELD! #BLOCKED! #CONNECT! #UNKNOWN! ' +
      '#ERROR! #NOM? #VALEUR! #NOMBRE! #NUL! #PROPAGATION! #CHAMP! #¿NOMBRE? #¡VALOR! #¡REF! #¡NUM! #¡NULO! #¡DIV/0! ' +
      '#¡DESBORDAMIENTO! #N/D #OBTENIENDO_DATOS #NOME? #VALOR! #NÚM! #NULO! #NAAM? #WAARDE! #VERW! #GETAL! #LEEG! ' +
      '#DEEL/0! #N/B #BEZUG! #WERT! #ZAHL! #NV #ÜBERLAUF! #RIF! #VALORE! #NAVN? #VERDI! #I/T #SAKNAS! #VÄRDEFEL! ' +
      '#PUUTTUU! #ARVO! #JAKO/0! #N/D! #NAZWA? #ADR! #DZIEL/0! #HIÁNYZIK #HIV! #ÉRTÉK! #YOK #AD? #BAŞV! #SAYI/0! ' +
      '#Н/Д #ИМЯ? #ССЫЛКА! #ЗНАЧ! #ДЕЛ/0! #ЧИСЛО! #Δ/Υ #ΤΙΜΗ! #名称? ####### ## Err:508 Err:502 Erro:508 Feil:504 Ошибка:508 エラー:508 Loading... ' +
      '#ERROR #REF #Error #Deleted =#REF! ＃REF! #REF\u200b!'
    ).split(' '),
  )('is seen in %s', (text) => {
    expect(isFormulaError(text)).toBe(true);
    expect(isFormulaError(` ${text.normalize('NFD')}`)).toBe(true);
  });

  it.each([
    '#1',
    '#',
    '#12/3',
    '# 7',
    'N/A',
    '#peace',
    'Errol',
    'Err: none',
    'Is it #1?',
    'A-508',
    '#M-12',
    '#MeToo',
    '=A1',
    'Room 508',
  ])('is not seen in %s', (text) => {
    expect(isFormulaError(text)).toBe(false);
  });
});
