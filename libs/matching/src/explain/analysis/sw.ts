import type { AnalysisPhrases } from './phrases.js';

export const sw: AnalysisPhrases = {
  separator: '; ',
  headings: {
    CONSENT: 'Ridhaa ya kupendekezwa',
    STATE: 'Wasifu uliochapishwa',
    CONFLICT_OF_INTEREST: 'Mgongano wa maslahi',
    SAFETY: 'Usalama',
  },
  change: {
    LANGUAGE: {
      raised: '{name} kiwango cha {to} badala ya {from}',
      gained: '{name} kiwango cha {to}',
    },
    REGION: 'utaalamu wa eneo la {name}',
    EXPERTISE: {
      raised: '{name} kiwango cha "{to}" badala ya "{from}"',
      gained: '{name} kiwango cha "{to}"',
    },
    ROLE: {
      stated: 'jukumu la "{name}" katika wasifu wake',
      served: 'kazi iliyofanywa katika jukumu la "{name}"',
    },
    TRACK: 'kazi katika {name}',
    PROCESS: 'kazi katika mchakato wa aina hii: {name}',
    YEARS: 'uzoefu wa {to} badala ya {from}',
    AVAILABILITY: 'upatikanaji wa {to} katika kipindi badala ya {from}',
    FRESHNESS: 'uthibitisho wa wasifu wake wa {to}',
    NETWORK: 'uanachama wa {name}',
  },
  lift: {
    enough: 'Akiwa na {change}, nafasi yake ingekuwa {rank} na alama yake {score}.',
    alike: 'Mabadiliko mengine ya aina hiyo yanayoongeza sawa: {count}.',
    most: 'Hakuna badiliko moja linalomweka kati ya {top} wa kwanza; linaloongeza zaidi ni {change}: nafasi {rank}, alama {score}.',
    none: 'Hakuna badiliko moja ambalo lingeongeza alama yake.',
  },
  margin: {
    spare:
      'Nafasi yake ni {rank}. Anabaki kati ya {top} wa kwanza hata alama yake ikipungua hadi {spare}.',
    safe: 'Nafasi yake ni {rank} na idadi ya wanaostahiki ni {eligible}: hakuna anayeweza kumwondoa kati ya {top} wa kwanza.',
    least:
      '{heading}: sasa ni {value}; akiwa na angalau {least} anabaki kati ya {top} wa kwanza, mengine yote yakibaki vilevile.',
  },
  stability:
    'Kila uzito ukibadilika hadi {delta}, yumo kati ya {top} wa kwanza katika majaribio {inside} kati ya {samples}: {share} (kipindi cha imani cha 95%: {low} hadi {high}). Nafasi yake ni kati ya {best} na {worst}.',
  comparison: {
    decided: '{ahead} anamzidi {behind} kwa {difference}; kinachompendelea zaidi ni: {heading}.',
    tied: '{ahead} na {behind} wana jumla sawa; ufunguo wa kutenganisha wa hitaji hili unamweka {ahead} kwanza.',
    stopped: '{name} ameondolewa na: {criteria}.',
    turn: 'Uzito wa "{heading}" ukiwa {to} badala ya {from}, {behind} angekuwa mbele.',
    fixed: 'Hakuna badiliko la uzito mmoja linalogeuza mpangilio wao.',
  },
  step: '{heading}: kigezo hiki peke yake kingeondoa {alone}; hapa kinaondoa {removed} na wanabaki {remaining}; bila hicho wangestahiki {added} zaidi.',
  lack: {
    LANGUAGE: {
      lower: 'inatakiwa {wanted} naye ana {found}',
      none: 'inatakiwa {wanted} naye hana',
    },
    CONFLICT_OF_INTEREST: {
      territories: 'uraia au makazi yake hayaruhusiwi na hitaji: {found}',
      networks: 'ni mwanachama wa mtandao usioruhusiwa na hitaji: {found}',
    },
    AVAILABILITY: 'zinatakiwa {needed} kati ya {period} naye anapatikana kwa {found}',
    ROLE: 'jukumu linalotakiwa ni {wanted} naye hana jukumu hilo',
    TRACK: 'inatakiwa {wanted} naye hajafanya kazi hapo',
    NETWORK: 'unatakiwa {wanted} naye si mwanachama wa mtandao huo',
    YEARS: 'inatakiwa {wanted} naye ana {found}',
  },
  shortfall: '{heading}: {clauses}.',
  nearly: 'Kigezo kimoja tu kinamzuia. {shortfall} Bila hicho alama yake ingekuwa {score}.',
  scarcity:
    '{language}, {expertise}, {area}: wanawake {available} kati ya {minimum} wanaotakiwa; mahitaji yanayoomba: {asked}.',
  bottleneck: {
    LANGUAGE: 'Wanawake wanaokosa lugha tu: {count}.',
    EXPERTISE: 'Wanawake wanaokosa utaalamu tu: {count}.',
    REGION: 'Wanawake wanaokosa eneo tu: {count}.',
    none: 'Hakuna mwanamke aliye na mawili kati ya matatu; waajiriwe wapya badala ya kufundisha.',
  },
};
