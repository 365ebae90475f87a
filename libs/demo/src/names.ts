/** Given and family names by region, put together by chance; a second spelling where one is usual. */
export interface NamePool {
  readonly given: readonly string[];
  readonly family: readonly string[];
}

const pool = (given: string, family: string): NamePool => ({
  given: given.split(' '),
  family: family.split('|'),
});

/** A name may carry its spelling in another script behind a slash. */
export const NAME_POOLS = {
  westAfricaFr: pool(
    'Awa Fatoumata Mariam Aminata Kadiatou Rokia Oumou Assétou Djénéba Salimata Ramata Nana Haoua Aïssata',
    'Traoré|Coulibaly|Keïta|Diarra|Sanogo|Ouédraogo|Kaboré|Camara|Condé|Touré|Maïga|Dembélé|Zongo|Agbéko',
  ),
  senegambia: pool(
    'Ndèye Khady Awa Coumba Sokhna Isatou Fatou Binta Yacine Maïmouna Adama Ramatoulaye',
    'Ndiaye|Diop|Fall|Sow|Jallow|Ceesay|Sarr|Faye|Bah|Mané|Diédhiou|Touray',
  ),
  westAfricaEn: pool(
    'Ngozi Adaeze Amina Funmilayo Akosua Abena Efua Hawa Musu Zainab Folasade Kadija Ese Comfort',
    'Okafor|Adeyemi|Bello|Mensah|Owusu|Kamara|Sesay|Kollie|Danjuma|Boateng|Eze|Asante|Conteh|Yusuf',
  ),
  eastAfrica: pool(
    'Wanjiru Akinyi Neema Zawadi Rehema Nakato Uwimana Immaculée Furaha Espérance Mwajuma Atieno Nyambura Consolata',
    'Kamau|Otieno|Mwangi|Mushi|Ssekandi|Habimana|Ndayishimiye|Kabongo|Mutombo|Wafula|Nsabimana|Kilonzo',
  ),
  horn: pool(
    'Tigist Selam Hodan Ifrah Saba Almaz Nyandeng Achol Asha Mekdes Fowsiyo Abuk Rahel Samira',
    'Tesfaye|Abebe|Farah|Warsame|Haile|Deng|Garang|Osman|Idris|Gebre|Ayen|Mohamud|Kidane',
  ),
  arab: pool(
    'Amina/أمينة Fatima/فاطمة Leïla/ليلى Nour/نور Salma/سلمى Huda/هدى Rania/رانيا Zeinab/زينب Khadija/خديجة Samia/سامية Hanan/حنان Ibtissam/ابتسام',
    'Ben Salah/بن صالح|Haddad/حداد|Mansour/منصور|Khalil/خليل|Naser/ناصر|Amrani/عمراني|Bouzid/بوزيد|Saleh/صالح|Al-Amin/الأمين|Darwish/درويش',
  ),
  portuguese: pool(
    'Graça Isabel Lurdes Celeste Filomena Conceição Anabela Joaquina Esperança Teresa',
    'Machava|Nhantumbo|Sitoe|dos Santos|Tavares|Cá|Monteiro|Cabral|Muianga|Lopes',
  ),
  southernAfrica: pool(
    'Thandiwe Nomsa Rudo Chipo Naledi Lerato Zanele Tendai Mulenga Palesa',
    'Dlamini|Nkosi|Moyo|Ndlovu|Banda|Mokoena|Chikwanda|Phiri|Sithole|Molefe',
  ),
  nordic: pool(
    'Åsa Ingrid Sólveig Kaisa Mette Sigrid Liv Aino Birgitta Guðrún Marjatta Henriette Tuuli Ragnhild',
    'Lindqvist|Hansen|Mäkinen|Jónsdóttir|Øvergård|Sørensen|Nygård|Virtanen|Ekström|Haugland|Kjær|Sigurðardóttir',
  ),
  southEurope: pool(
    'Chiara Lucía Eleni Marija Giulia Núria Claire Déspina Francesca Inmaculada Maëlle Katerina',
    'Bellini|Papadopoulou|Vella|Ferrer|Lefèvre|Novak|Ricci|Georgiou|Ibáñez|Camilleri|Moreau|Zammit',
  ),
  balkan: pool(
    'Jelena Elira Ayşe Vesna Zeynep Besa Mirjana Elif Teuta Dragana',
    'Petrović|Krasniqi|Yılmaz|Hoxha|Kovačević|Demir|Begić|Öztürk|Marković|Berisha',
  ),
} as const satisfies Record<string, NamePool>;
