import type { Phrases } from './phrases.js';

export const sw: Phrases = {
  sentence: '{heading}: {clauses}.',
  separator: '; ',
  headings: {
    LANGUAGE: 'Lugha',
    REGION: 'Eneo',
    EXPERTISE: 'Utaalamu',
    ROLE: 'Jukumu',
    TRACK: 'Njia',
    PROCESS: 'Uzoefu wa mchakato',
    YEARS: 'Miaka ya uzoefu',
    AVAILABILITY: 'Upatikanaji',
    FRESHNESS: 'Wasifu wa sasa',
    TEXT: 'Maelezo huru',
    NETWORK: 'Mtandao',
  },
  levelled: '{name} ({level})',
  LANGUAGE: {
    same: 'inahitajika {wanted} naye ana {found}: {fit}',
    member: 'inahitajika {wanted} naye ana {found}, ambayo ni sehemu yake: {fit}',
    macrolanguage: 'inahitajika {wanted} naye ametaja tu {found}, inayoijumuisha: {fit}',
    sibling: 'inahitajika {wanted} naye ana lugha ya karibu sana, {found}: {fit}',
    none: 'inahitajika {wanted} naye hana lugha iliyo karibu',
  },
  REGION: {
    same: 'eneo linalohitajika ni {wanted} nalo ni miongoni mwa maeneo yake ya utaalamu: {fit}',
    inside:
      'eneo linalohitajika ni {wanted} naye ana utaalamu wa {found}, ambayo ni sehemu yake: {fit}',
    neighbour: 'eneo linalohitajika ni {wanted} naye ana utaalamu wa jirani yake, {found}: {fit}',
    near: 'eneo linalohitajika ni {wanted} naye ana utaalamu wa {found}, katika jumuiya au kanda hiyohiyo: {fit}',
    continent:
      'eneo linalohitajika ni {wanted} naye ana utaalamu wa {found}, katika bara hilohilo: {fit}',
    none: 'eneo linalohitajika ni {wanted} naye hana utaalamu wa karibu nalo',
  },
  EXPERTISE: {
    same: 'unahitajika utaalamu wa {wanted} naye ana {found}: {fit}',
    child: 'unahitajika utaalamu wa {wanted} naye ana mada iliyo ndani yake, {found}: {fit}',
    domain: 'unahitajika utaalamu wa {wanted} naye ametaja tu uwanja wa jumla, {found}: {fit}',
    sibling: 'unahitajika utaalamu wa {wanted} naye ana mada jirani, {found}: {fit}',
    none: 'unahitajika utaalamu wa {wanted} naye hana ulio karibu',
  },
  ROLE: {
    served: 'jukumu linalohitajika ni {wanted} naye amewahi kulitekeleza ({found}): {fit}',
    stated:
      'jukumu linalohitajika ni {wanted} na wasifu wake unataja {found}, bila kazi inayoonyesha: {fit}',
    none: 'jukumu linalohitajika ni {wanted} naye hana jukumu hilo',
  },
  TRACK: {
    same: 'inahitajika {wanted} naye amefanya kazi hapo: {fit}',
    next: 'inahitajika {wanted} naye amefanya kazi katika ya jirani, {found}: {fit}',
    none: 'inahitajika {wanted} naye hajafanya kazi hapo wala jirani yake',
  },
  PROCESS: {
    'type-and-phase':
      'unahitajika mchakato wa {wanted} naye amefanya kazi katika hali hiyo hasa: {fit}',
    type: 'unahitajika mchakato wa {wanted} naye amefanya kazi katika aina hiyohiyo ({found}): {fit}',
    phase:
      'unahitajika mchakato wa {wanted} naye amefanya kazi katika awamu hiyohiyo ({found}): {fit}',
    none: 'unahitajika mchakato wa {wanted} naye hajafanya kazi katika aina wala awamu hiyo',
  },
  YEARS: 'thamani kamili ni kuanzia {wanted} naye ana uzoefu wa {found}: {fit}',
  AVAILABILITY: {
    days: 'kuanzia {from} hadi {to} ({wanted}), siku anazopatikana: {found}, yaani {fit}',
    limited:
      'kuanzia {from} hadi {to} ({wanted}) muda wake ni mdogo na wasifu wake hausemi siku zipi: {fit}, na mtandao wake pekee ndio unaoweza kuhakiki',
    unknown:
      'wasifu wake hausemi kama anapatikana kuanzia {from} hadi {to}: haiongezi kitu, na mtandao wake pekee ndio unaoweza kuhakiki',
  },
  FRESHNESS: {
    confirmed: 'alithibitisha wasifu wake mara ya mwisho {found}, {age} kabla ya {wanted}: {fit}',
    later: 'alithibitisha wasifu wake mara ya mwisho {found}: {fit}',
    none: 'hajawahi kuthibitisha wasifu wake',
  },
  TEXT: {
    matched: 'nafasi yake kati ya matokeo {wanted} ya maelezo: {found}, yaani {fit}',
    none: 'hayumo kati ya matokeo {wanted} ya maelezo',
  },
  NETWORK: {
    member: 'unapendelewa {wanted} naye ni mwanachama wa {found}: {fit}',
    none: 'unapendelewa {wanted} naye si mwanachama wa mtandao unaopendelewa',
  },
};
