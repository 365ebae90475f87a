import type { Wording } from './template.js';

export const sw: Wording = {
  footer: 'Ujumbe huu umetumwa kiotomatiki. Majibu yake hayasomwi.',
  mails: {
    invitation: {
      subject: 'Mwaliko wako wa kujiunga na Baraza',
      text: [
        'Umealikwa kufungua akaunti katika Baraza, orodha ya mitandao ya wanawake wapatanishi. Ili kukubali, fungua kiungo hiki:',
        '{link}',
        'Kiungo hiki hutumika mara moja tu, hadi {until}. Ikiwa hukutarajia mwaliko, unaweza kupuuza ujumbe huu.',
      ],
    },
    'verify-email': {
      subject: 'Thibitisha anwani yako ya barua pepe',
      text: [
        'Kuna mtu aliyetoa anwani hii ya barua pepe alipojisajili katika Baraza. Ikiwa ni wewe, thibitisha anwani hapa:',
        '{link}',
        'Kiungo hiki hutumika mara moja tu, hadi {until}. Ikiwa si wewe, unaweza kupuuza ujumbe huu: bila kiungo hakuna kinachofanyika.',
      ],
    },
    'already-registered': {
      subject: 'Tayari una akaunti',
      text: [
        'Kuna mtu aliyetoa anwani hii ya barua pepe alipojisajili katika Baraza, lakini tayari kuna akaunti yenye anwani hii. Ikiwa ni wewe, ingia hapa au uombe nenosiri jipya hapo:',
        '{link}',
        'Ikiwa si wewe, unaweza kupuuza ujumbe huu: hakuna kilichobadilika.',
      ],
    },
    'password-reset': {
      subject: 'Chagua nenosiri jipya',
      text: [
        'Kuna mtu aliyeomba nenosiri jipya la akaunti yako ya Baraza. Ikiwa ni wewe, lichague hapa:',
        '{link}',
        'Kiungo hiki hutumika mara moja tu, hadi {until}. Ikiwa si wewe, unaweza kupuuza ujumbe huu: nenosiri lako halibadiliki.',
      ],
    },
    'sign-in-link': {
      subject: 'Kiungo chako cha kuingia',
      text: [
        'Kwa kiungo hiki unaingia katika Baraza:',
        '{link}',
        'Kiungo hiki hutumika mara moja tu, hadi {until}. Usimpe mtu yeyote. Ikiwa hukukiomba, unaweza kupuuza ujumbe huu.',
      ],
    },
    'password-changed': {
      subject: 'Nenosiri lako limebadilishwa',
      text: [
        'Nenosiri la akaunti yako ya Baraza lilibadilishwa {at}. Ikiwa ni wewe, huhitaji kufanya jambo lingine.',
        'Ikiwa si wewe, chagua nenosiri jipya mara moja na ufunge vipindi vyote:',
        '{link}',
      ],
    },
    'second-factor-removed': {
      subject: 'Hatua yako ya pili imeondolewa',
      text: [
        'Wasimamizi waliondoa kithibitishaji na misimbo ya akiba ya akaunti yako ya Baraza {at}, na kufunga vipindi vyako. Ikiwa uliomba hivyo, ingia na uweke kingine:',
        '{link}',
        'Ikiwa hukuomba, chagua nenosiri jipya mara moja na uwaandikie wanaosimamia saraka hii.',
      ],
    },
    'new-sign-in': {
      subject: 'Kuingia kupya katika akaunti yako',
      text: [
        'Kuna mtu aliyeingia katika akaunti yako ya Baraza {at}. Ikiwa ni wewe, huhitaji kufanya jambo lingine.',
        'Ikiwa si wewe, chagua nenosiri jipya mara moja na ufunge vipindi vyote:',
        '{link}',
      ],
    },
    'profile-confirm': {
      subject: 'Je, taarifa zako bado ni sahihi?',
      text: [
        'Muda umepita tangu ulipothibitisha wasifu wako katika Baraza mara ya mwisho. Ikiwa bado ni sahihi, uthibitishe kwa kiungo hiki:',
        '{link}',
        'Kiungo hiki hutumika mara moja tu, hadi {until}. Ikiwa kuna kilichobadilika, ingia na ukirekebishe. Wasifu usiothibitishwa haupendekezwi tena kwa waandaaji.',
      ],
    },
    'profile-stale': {
      subject: 'Taarifa zako zinasubiri uthibitisho wako',
      text: [
        'Wasifu wako katika Baraza haujathibitishwa kwa muda mrefu, kwa hiyo haupendekezwi tena kwa waandaaji.',
        'Ili kuupitia na kuuthibitisha, ingia hapa:',
        '{link}',
      ],
    },
    'correction-handled': {
      subject: 'Ombi lako limejibiwa',
      text: [
        'Marekebisho uliyoomba katika Baraza yameshughulikiwa. Ili kuona matokeo, ingia hapa:',
        '{link}',
        'Ikiwa hukubaliani nayo, unaweza kuomba tena hapo.',
      ],
    },
    'organization-verified': {
      subject: 'Shirika lako limethibitishwa',
      text: [
        'Shirika lako sasa limethibitishwa katika Baraza. Utakapoingia tena, utaona yaliyo wazi kwa mashirika yaliyothibitishwa:',
        '{link}',
      ],
    },
    'consent-withdrawn-notice': {
      subject: 'Idhini imeondolewa',
      text: [
        'Kuna mtu aliyeorodheshwa na mtandao wako katika Baraza ambaye ameondoa idhini. Uondoaji huo tayari unatekelezwa.',
        'Rejeleo: {reference}',
        'Tafadhali ondoa pia unachohifadhi nje ya Baraza, kama vile orodha na kurasa zilizochapishwa. Ili kuona ni idhini gani, ingia hapa:',
        '{link}',
      ],
    },
    'session-ended': {
      subject: 'Kipindi chako kimefungwa',
      text: [
        'Ufunguo wa kimojawapo cha vipindi vyako vya Baraza ulitumika mara ya pili {at}. Huenda kuna mtu aliyeunakili, kwa hiyo kipindi hicho kimefungwa.',
        'Ingia tena. Ukiona jambo ambalo hukulifanya, chagua nenosiri jipya na ufunge vipindi vyote:',
        '{link}',
      ],
    },
  },
};
