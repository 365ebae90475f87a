import { foldText } from './fold.js';
import type { Refusal } from './lexicon.js';
import { groupings, regions } from './lists.js';

/** Places below a country, or across countries, that conflicts have made known; by the countries they lie in. */
const PLACES: Readonly<Record<string, string>> = {
  AF: 'Helmand|Kandahar|Nangarhar|Panjshir|Herat',
  AO: 'Cabinda|Kabinda|كابيندا',
  AZ: 'Nagorno-Karabakh|Nagorno Karabakh|Haut-Karabagh|Alto Karabaj|Nagorno-Karabaj|Alto Carabaque|Artsakh|ناغورني قره باغ',
  BA: 'Republika Srpska|Srebrenica',
  BD: 'Chittagong Hill Tracts|Cox’s Bazar',
  CD: 'Kivu|Nord-Kivu|North Kivu|Sud-Kivu|South Kivu|Kivu Norte|Kivu do Norte|Kivu Sur|Kivu del Norte|Kivu del Sur|Ituri|Katanga|Kasaï|Kasai|Kasaï-Central|Tanganyika Province|Équateur Province|Maniema|Haut-Uele|Goma|Bukavu|Kisangani|Mai-Ndombe|كيفو|إيتوري',
  CF: 'Vakaga|Haut-Mbomou|Ouham-Pendé|Bangui|Birao',
  CM: 'Extrême-Nord|Far North Region|Ambazonia|Anglophone Cameroon|Southern Cameroons|NOSO|Bamenda',
  CN: 'Xinjiang|Tibet|Inner Mongolia|Uyghuristan',
  CO: 'Cauca|Catatumbo|Chocó|Nariño|Putumayo|Arauca|Urabá|Caquetá|Buenaventura|Norte de Santander|Montes de María',
  CY: 'Northern Cyprus|Chypre du Nord|Chipre del Norte|TRNC',
  DZ: 'Kabylie|Kabylia|Cabilia|Tindouf|Tinduf|تندوف|القبائل',
  ES: 'Basque Country|Pays basque|País Vasco|País Basco|Euskadi|Catalonia|Cataluña|Catalogne|Catalunha',
  ET: 'Tigray|Tigré|Tigrai|Amhara|Oromia|Afar Region|Ogaden|Gambella|Benishangul-Gumuz|Sidama|Somali Region|تيغراي|أوروميا|أمهرة',
  GE: 'Abkhazia|Abkhazie|Abjasia|Abecásia|South Ossetia|Ossétie du Sud|Osetia del Sur|Ossétia do Sul|أبخازيا',
  GB: 'Ulster|Belfast|Derry',
  GN: 'Guinée forestière|Nzérékoré',
  GT: 'Quiché|Ixil',
  HT: 'Cité Soleil|Port-au-Prince|Artibonite',
  ID: 'Aceh|Atjeh|West Papua|Papouasie occidentale|Papúa Occidental|Maluku|Moluccas|Poso|آتشيه',
  IN: 'Manipur|Nagaland|Assam|Chhattisgarh|Mizoram',
  'IN PK': 'Kashmir|Cachemire|Cachemira|Caxemira|Jammu and Kashmir|كشمير',
  IQ: 'Iraqi Kurdistan|Kurdistan Region of Iraq|KRI|Kirkuk|Mosul|Mossoul|Nineveh|Sinjar|Anbar|كردستان العراق|الموصل|سنجار|كركوك|نينوى',
  'IQ TR SY IR': 'Kurdistan|Kurdistán|Curdistão|كردستان',
  KE: 'Turkana|Rift Valley|Mandera|Garissa|Wajir|Marsabit|Baringo|Samburu|Lamu|Mombasa|Dadaab|Kakuma|Laikipia',
  LB: 'Tripoli, Lebanon|Bekaa|Beqaa|Ain al-Hilweh|South Lebanon|Liban Sud|البقاع',
  LK: 'Jaffna|Tamil Eelam|Northern Province of Sri Lanka',
  LY: 'Fezzan|Cyrenaica|Cyrénaïque|Tripolitania|Tripolitaine|Benghazi|Misrata|Sebha|فزان|برقة|بنغازي',
  MA: 'Rif|Hirak Rif',
  MD: 'Transnistria|Transnistrie|Pridnestrovie|Transdniestria|Transdnistria|Transnístria|Gagauzia',
  ML: 'Azawad|Kidal|Gao|Tombouctou|Timbuktu|Mopti|Ménaka|Ségou|أزواد',
  'ML BF NE': 'Liptako-Gourma|Liptako Gourma',
  MM: 'Rakhine|Arakan|Kachin|Shan State|Chin State|Karen State|Kayin|Kayah|Karenni|Sagaing',
  MZ: 'Cabo Delgado|Niassa|Nampula|Sofala|Palma|كابو ديلغادو',
  NE: 'Diffa|Tillabéri|Tillaberi|Tahoua|Agadez',
  'NG NE TD CM':
    'Lake Chad Basin|Lake Chad|Lac Tchad|Bassin du lac Tchad|Lago Chad|Lago Chade|بحيرة تشاد',
  NG: 'Borno|Adamawa|Yobe|Niger Delta|Delta du Niger|Delta del Níger|Delta do Níger|Biafra|Kaduna|Zamfara|Plateau State|Benue|Maiduguri|Jos|Ogoniland|Middle Belt',
  PG: 'Bougainville',
  PH: 'Mindanao|Bangsamoro|BARMM|Marawi|Sulu|Cotabato|مينداناو',
  PK: 'Balochistan|Baluchistan|Khyber Pakhtunkhwa|FATA|Waziristan|Swat',
  PE: 'Ayacucho|VRAEM',
  MX: 'Chiapas|Guerrero State|Oaxaca|Michoacán',
  PS: 'Gaza|Gaza Strip|Bande de Gaza|Franja de Gaza|Faixa de Gaza|West Bank|Cisjordanie|Cisjordania|Cisjordânia|Hebron|Nablus|غزة|قطاع غزة|الضفة الغربية',
  RU: 'Chechnya|Tchétchénie|Chechenia|Chechénia|Dagestan|Ingushetia|North Ossetia|الشيشان',
  RS: 'Vojvodina|Sandžak|Preševo Valley',
  SD: 'Darfur|Darfour|West Darfur|North Darfur|South Darfur|Kordofan|South Kordofan|Blue Nile|Nil Bleu|Nilo Azul|Nuba Mountains|Monts Nouba|Khartoum|El Fasher|El Geneina|Kassala|دارفور|كردفان|النيل الأزرق|جبال النوبة|الخرطوم',
  'SD SS': 'Abyei|أبيي',
  SN: 'Casamance|Ziguinchor|Kolda|Casamanza|Casamansa|كازامانس',
  SO: 'Somaliland|Puntland|Jubaland|Galmudug|Hirshabelle|Gedo|Mogadishu|Mogadiscio|أرض الصومال|بونتلاند|Somalilandia',
  SS: 'Jonglei|Upper Nile|Bentiu|Equatoria|Unity State|Warrap|Bahr el Ghazal',
  SY: 'Rojava|Idlib|Aleppo|Alep|Alepo|Homs|Afrin|Deir ez-Zor|Raqqa|Kobani|Kobane|Daraa|روج آفا|إدلب|حلب|حمص|عفرين|دير الزور|الرقة|درعا',
  'SY IL': 'Golan|Golan Heights',
  TD: 'Tibesti|Ouaddaï|Ouaddai|N’Djamena|Ennedi',
  TH: 'Patani|Pattani|Deep South Thailand|Yala|Narathiwat',
  TR: 'Turkish Kurdistan|Diyarbakır|Bakur',
  UA: 'Donbas|Donbass|Dombás|Donetsk|Luhansk|Lougansk|Lugansk|Crimea|Crimée|Crimeia|Kherson|Zaporizhzhia|دونباس|القرم',
  UG: 'Acholi|Acholiland|Karamoja|Gulu|West Nile|Rwenzori|Lango',
  YE: 'Aden|Hadramawt|Hadramout|Taiz|Marib|Hodeidah|Sanaa|Sana’a|Saada|Socotra|حضرموت|تعز|مأرب|الحديدة|عدن|صنعاء|صعدة',
};

/** Places that are no country, by folded name; what is suggested is the country. */
export const PLACES_BELOW_COUNTRIES: Readonly<Record<string, Refusal>> = Object.fromEntries(
  Object.entries(PLACES).flatMap(([codes, names]) =>
    names
      .split('|')
      .map((text): [string, Refusal] => [
        foldText(text),
        { is: 'belowCountry', text, instead: codes.split(' ') },
      ]),
  ),
);

/** Regions that no source lists as one. */
const FURTHER_REGIONS =
  'Sahel|Le Sahel|Sahel region|Région du Sahel|Saheli|الساحل|منطقة الساحل|Sahel central|Central Sahel|Great Lakes|African Great Lakes|Great Lakes Region|' +
  'Grands Lacs|Région des Grands Lacs|Grandes Lagos|Región de los Grandes Lagos|Maziwa Makuu|البحيرات العظمى|منطقة البحيرات الكبرى|Horn of Africa|Greater Horn of Africa|' +
  'Corne de l’Afrique|Cuerno de África|Corno de África|Corno da África|Pembe ya Afrika|القرن الأفريقي|المغرب العربي|المغرب الكبير|North Africa and Middle East|' +
  'MENA|MENA region|Middle East and North Africa|Moyen-Orient et Afrique du Nord|Middle East|Near East|Moyen-Orient|Proche-Orient|Oriente Medio|Oriente Próximo|' +
  'Médio Oriente|Oriente Médio|Mashariki ya Kati|الشرق الأوسط|الشرق الأوسط وشمال أفريقيا|Levant|Mashreq|Machrek|المشرق|بلاد الشام|Balkans|Western Balkans|Balkan|Balcanes|Balcãs|' +
  'البلقان|Caucasus|South Caucasus|Caucase|Caucase du Sud|Cáucaso|Cáucaso Sur|القوقاز|PALOP|Lusophone Africa|Afrique francophone|Francophone Africa|Anglophone Africa|' +
  'Afrique anglophone|Mano River|Mano River Union|Fleuve Mano|Afrique des Grands Lacs|Lake Victoria region|Sub-Saharan|Global|Worldwide|International|Global South|' +
  'Gulf|Gulf states|Gulf countries|Golfe|Pays du Golfe|الخليج|دول الخليج|Baltics|Baltic states|Pays baltes|Scandinavia|Scandinavie|Escandinavia|Escandinávia|Pacific|Pacific Islands|' +
  'Pacifique|South Pacific|Andes|Andean region|Región andina|Centroamérica y el Caribe|Cono Sur|Indian Ocean|Océan Indien|CEMAC|UEMOA|WAEMU|CPLP|EU|UE|LAC';

/** Names of regions and of groups of states that nobody takes for a country, by folded name. */
export const REGIONS_OF_COUNTRIES: Readonly<Record<string, Refusal>> = Object.fromEntries(
  [
    ...[...regions, ...groupings].flatMap(({ code, labels, aliases }) => [
      ...Object.values(labels),
      ...aliases,
      code,
    ]),
    ...FURTHER_REGIONS.split('|'),
  ]
    // A code as short as those of countries is one only where it is listed here.
    .filter((text) => /[\p{L}].{3}|^(?:EU|UE|LAC)$/u.test(text))
    .map((text): [string, Refusal] => [foldText(text), { is: 'region', text, instead: [] }]),
);
