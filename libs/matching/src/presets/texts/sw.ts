import type { PresetTexts } from '../preset-text.js';

export const sw: PresetTexts = {
  'ceasefire-talks': {
    title: 'Mazungumzo ya kusitisha mapigano',
    reason:
      'Masharti ya kusitisha mapigano ni ya kitaalamu na mazungumzo ni mafupi: utaalamu wa kusitisha mapigano na kuwahi kushiriki mazungumzo kama hayo huhesabiwa zaidi kuliko kwingine, na lazima awe na nafasi kwa wakati.',
  },
  'community-mediation': {
    title: 'Upatanishi wa jamii',
    reason:
      'Imani hujengwa mahali: lugha na eneo huhesabiwa zaidi, kisha kazi katika ngazi ya jamii; miaka kwenye meza za juu haisemi mengi hapa.',
  },
  'constitution-process': {
    title: 'Mchakato wa katiba',
    reason:
      'Maudhui ndiyo huamua: utaalamu wa katiba na ujumuishaji huhesabiwa zaidi, na uzoefu wa nchi nyingine unafaa, hivyo eneo huhesabiwa kidogo.',
  },
  'crsv-accountability': {
    title: 'Uwajibikaji kwa ukatili wa kingono unaohusiana na migogoro',
    reason:
      'Manusura wasidhuriwe tena: kina cha utaalamu na miaka huhesabiwa zaidi, pamoja na lugha kwa kuwa ushuhuda husikilizwa; mbinu hutumika popote, hivyo eneo huhesabiwa kidogo.',
  },
  'election-dialogue': {
    title: 'Mazungumzo yanayohusu uchaguzi',
    reason:
      'Kalenda huwekwa na sheria: upatikanaji huhesabiwa sana, pamoja na ujuzi wa nchi na wa migogoro ya uchaguzi.',
  },
  'humanitarian-access': {
    title: 'Ufikiaji wa misaada ya kibinadamu',
    reason:
      'Mazungumzo ni na wanaoshikilia eneo, na ni ya haraka: lugha, eneo na upatikanaji huhesabiwa zaidi, pamoja na wasifu uliosasishwa.',
  },
  'implementation-monitoring': {
    title: 'Ufuatiliaji wa utekelezaji',
    reason:
      'Ufuatiliaji huchukua muda na hufanyika mahali penyewe: uzoefu wa kutekeleza makubaliano, eneo na upatikanaji kwa kipindi chote huhesabiwa zaidi kuliko kwingine.',
  },
  'wps-action-plan': {
    title: 'Ushauri kuhusu mpango kazi wa wanawake, amani na usalama',
    reason:
      'Kazi ni ya sera, si ya meza kati ya pande: utaalamu wa mipango kazi huhesabiwa zaidi, na uzoefu wa michakato ya amani hauhesabiwi.',
  },
};
