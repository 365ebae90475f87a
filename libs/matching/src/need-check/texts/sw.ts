import type { FindingTexts } from '../finding-texts.js';

export const sw: FindingTexts = {
  sentences: {
    NETWORKS_EXCLUDED:
      'Wanachama wa {networks} pekee wanakubaliwa, na wote wametengwa kwa mgongano wa maslahi: hakuna anayeweza kustahiki.',
    NOBODY_ELIGIBLE: 'Hakuna anayestahiki, kati ya wasifu {considered} zilizoangaliwa.',
    FEWER_THAN_WANTED: 'Wanaostahiki ({eligible}) ni wachache kuliko wanaotakiwa ({wanted}).',
    MOST_RESTRICTIVE:
      'Kati ya masharti yote, kuondoa hili pekee kunaingiza wengi zaidi: {requirement}. Wanaostahiki bila sharti hilo: {count}.',
    UNKNOWN_NETWORK:
      'Hakuna mwanamke unayeweza kuonyeshwa aliye katika mtandao unaoitwa {network}: angalia jinsi unavyoandikwa.',
    PERIOD_PAST: 'Kipindi kiliisha {to}, ambayo imepita.',
    PERIOD_BEFORE_DATE: 'Kipindi kinaanza {from}, kabla ya {date}, siku ambayo wagombea wanapimwa.',
    LANGUAGE_NOT_WANTED:
      '{language} inahitajika na haimo kati ya lugha zinazotakiwa: kuijua zaidi hakuongezi chochote.',
    LEVEL_ABOVE_WANTED:
      '{language} inahitajika katika kiwango cha {required}, juu ya {wanted} ambacho tayari kinatoa thamani kamili: kiwango chake hakiamui chochote.',
    ROLE_NOT_WANTED:
      'Jukumu hili linakubaliwa na halimo kati ya yanayotakiwa, hivyo haliongezi chochote: {role}.',
    TRACK_NOT_WANTED:
      'Ngazi hii inakubaliwa na haimo kati ya zinazotakiwa, hivyo haiongezi chochote: {track}.',
    YEARS_ABOVE_WANTED:
      'Angalau {minimum} inahitajika, na {wanted} tayari inatoa thamani kamili: miaka haiamui chochote.',
    TERRITORIES_ASSUMED:
      'Hitaji halisemi mchakato uko wapi. Inachukuliwa kuwa uko mahali uzoefu unapotakiwa: {areas}. Taja orodha tupu ya maeneo ikiwa si hivyo.',
    INSIDERS_EXCLUDED:
      'Raia na wakazi wa {area} wametengwa kwa mgongano wa maslahi, huku uzoefu wa huko ukitakiwa: wanaopajua zaidi mara nyingi wako kati yao. Waliotengwa kwa mgongano wa maslahi: {count}.',
    NETWORK_EXCLUDED:
      'Wanachama wa {network} wanakubaliwa na kutengwa kwa mgongano wa maslahi kwa wakati mmoja: wanatengwa.',
    PREFERRED_NETWORK_EXCLUDED:
      '{network} unapendelewa, na wanachama wake wametengwa kwa mgongano wa maslahi.',
    WEIGHT_WITHOUT_CRITERION:
      'Kigezo hiki kina uzito na hakijatajwa, hivyo uzito hauna athari: {criterion}.',
    CRITERION_WITHOUT_WEIGHT:
      'Kigezo hiki kimetajwa kwa uzito 0, hivyo hakiongezi chochote: {criterion}.',
    BRIEF_WITHOUT_MATCHES: 'Hakuna wasifu unaolingana na maelezo huru: hayaamui chochote.',
    SAME_VALUE:
      'Wote wanaostahiki ({count}) wana thamani sawa, hivyo kigezo hiki hakiamui chochote kati yao: {criterion}.',
  },
  requirements: {
    STATE: 'wasifu uliothibitishwa hivi karibuni',
    LANGUAGE: 'lugha zinazohitajika',
    CONFLICT_OF_INTEREST: 'kutengwa kwa mgongano wa maslahi',
    AVAILABILITY: 'upatikanaji unaohitajika',
    ROLE: 'majukumu yanayokubaliwa',
    TRACK: 'ngazi zinazokubaliwa',
    NETWORK: 'mitandao inayokubaliwa',
    YEARS: 'idadi ya chini ya miaka ya uzoefu',
  },
};
