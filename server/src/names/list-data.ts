// Made by server/train/names.mjs: see server/train/names.md for sources and licences. Do not edit.

/** Countries, capitals, continents, regions, seas, well-known cities. */
export const PLACES = `Abidjan|Abkhazia|Abu Dhabi|Abuja|Accra|Aceh|Adamstown|Addis Ababa|Afghanistan|Africa|Alabama|Aland Islands|Alaska
Albania|Aleppo|Algeria|Algiers|Alofi|Alps|American Samoa|Amman|Amsterdam|Anbar|Andes|Andorra|Andorra la Vella|Angola
Anguilla|Ankara|Antananarivo|Antarctica|Antigua & Barbuda|Antigua and Barbuda|Antwerp|Apia|Arabian Peninsula
Arabian Sea|Arctic Ocean|Argentina|Arizona|Arkansas|Armenia|Aruba|Ascension Island|Ashgabat|Asia|Asia Pacific
Asia-Pacific|Asmara|Astana|Asuncion|Asunción|Athens|Atlantic Ocean|Auckland|Australasia|Australia|Austria
Austria-Hungary|Avarua|Azerbaijan|Baghdad|Bahamas|Bahrain|Baku|Balkans|Balochistan|Baltic Sea|Baltic States|Baltics
Baluchistan|Bamako|Bandar Seri Begawan|Bangalore|Bangkok|Bangladesh|Bangui|Banjul|Barbados|Barcelona|Basque Country
Basra|Basse-Terre|Basseterre|Bavaria|Bay of Bengal|Beijing|Beirut|Belarus|Belfast|Belgium|Belgrade|Belize|Belmopan
Benelux|Bengaluru|Benghazi|Benin|Bering Strait|Bermuda|Bethlehem|Bhutan|Bishkek|Bissau|Black Sea|Bogota|Bogotá|Bolivia
Bombay|Borneo|Bosnia|Bosnia & Herzegovina|Bosnia and Herzegovina|Bosnia-Herzegovina|Bosphorus|Botswana|Bouvet Island
Brasilia|Brasília|Bratislava|Brazil|Brazzaville|Bridgetown|Brisbane|Britain|British Columbia
British Indian Ocean Territory|British Isles|British Virgin Islands|Brittany|Brunei|Brunei Darussalam|Brussels
Bucharest|Budapest|Buenos Aires|Bulgaria|Burkina Faso|Burma|Burundi|Busan|Cabo Verde|Cairo|Calcutta|California
Cambodia|Cameroon|Canada|Canberra|Cape Town|Cape Verde|Caracas|Cardiff|Caribbean|Caribbean Netherlands|Casablanca
Caspian Sea|Castries|Catalonia|Caucasus|Cayenne|Cayman Islands|Central Africa|Central African Republic|Central America
Central Asia|Central Europe|Ceylon|Chechnya|Chengdu|Chennai|Chile|China|Chisinau|Chișinău|Chongqing|Christmas Island
Cockburn Town|Cocos Islands|Colombia|Colorado|Comoros|Conakry|Congo-Brazzaville|Congo-Kinshasa|Connecticut
Cook Islands|Copenhagen|Corsica|Costa Rica|Cote d'Ivoire|Cote d’Ivoire|Crete|Crimea|Croatia|Curacao|Curaçao|Cyprus
Czech Republic|Czechia|Czechoslovakia|Côte d’Ivoire|DPRK|DR Congo|DRC|Dagestan|Dakar|Damascus|Dar es Salaam|Darfur
Dead Sea|Delhi|Democratic People's Republic of Korea|Democratic Republic of Congo|Democratic Republic of the Congo
Denmark|Dhaka|Diego Garcia|Dili|District of Columbia|Djibouti|Dodoma|Doha|Dominican Republic|Donbas|Donbass|Donetsk
Dubai|Durban|Dushanbe|East Africa|East Asia|East China Sea|East Germany|East Jerusalem|East Timor|Eastern Europe
Ecuador|Edinburgh|Egypt|El Aaiun|El Aaiún|El Salvador|English Channel|Equatorial Guinea|Eritrea|Estonia|Eswatini
Ethiopia|Eurasia|Europe|Fakaofo|Falkland Islands|Fallujah|Far East|Faroe Islands|Federal Republic of Germany|Fiji
Finland|Flying Fish Cove|Fort-de-France|France|Frankfurt|French Guiana|French Polynesia|French Southern Territories
Fukushima|Funafuti|Gabon|Gaborone|Gambia|Gaza|Gaza Strip|Geneva|George Town|Germany|Ghana|Gibraltar|Gitega|Glasgow
Golan Heights|Goma|Great Britain|Greece|Greenland|Grenada|Grozny|Guadeloupe|Guam|Guangdong|Guangzhou|Guatemala
Guatemala City|Guernsey|Guinea-Bissau|Gulf States|Gulf of Aden|Gulf of Guinea|Gulf of Mexico|Gustavia|Guyana|Hagatna
Hagåtña|Haifa|Haiti|Hamburg|Hangzhou|Hanoi|Harare|Harbin|Havana|Hawaii|Heard & McDonald Islands
Heard Island and McDonald Islands|Heard and McDonald Islands|Hebron|Helmand|Helsinki|Herat|Herzegovina|Himalayas
Hiroshima|Ho Chi Minh City|Hokkaido|Hollywood|Homs|Honduras|Hong Kong|Honiara|Horn of Africa|Hubei|Hungary
Iberian Peninsula|Iceland|Idaho|Illinois|India|Indian Ocean|Indiana|Indo-Pacific|Indochina|Indonesia|Ingushetia
Inner Mongolia|Iowa|Iran|Iraq|Iraqi Kurdistan|Isfahan|Islamabad|Islamic Republic of Iran|Isle of Man|Istanbul|Italy
Ivory Coast|Jakarta|Jalalabad|Jamaica|Japan|Jeddah|Jenin|Jerusalem|Johannesburg|Juba|Kabul|Kampala|Kandahar|Kansas
Kaohsiung|Karachi|Karbala|Kashmir|Kathmandu|Kazakhstan|Kentucky|Kenya|Kharkiv|Khartoum|Kiev|Kigali
Kingdom of Saudi Arabia|Kingdom of the Netherlands|Kingstown|Kinshasa|Kiribati|Kirkuk|Kolkata|Korean Peninsula
Korean peninsula|Kosovo|Krakow|Kraków|Kralendijk|Kuala Lumpur|Kurdistan|Kuwait|Kuwait City|Kyiv|Kyoto|Kyrgyzstan
La Paz|Lagos|Lahore|Laos|Las Vegas|Latin America|Latvia|Lebanon|Leningrad|Lesotho|Levant|Lhasa|Liberia|Libreville
Libya|Liechtenstein|Lilongwe|Lisbon|Lithuania|Ljubljana|Lobamba|Lombardy|Lome|Lomé|Longyearbyen|Louisiana|Luanda
Lusaka|Luxembourg|Lyon|Macao|Macau|Madagascar|Madrid|Maghreb|Maine|Mainland China|Majuro|Malabo|Malawi|Malaysia
Maldives|Male'|Mali|Malta|Malé|Mamoudzou|Managua|Manama|Manchuria|Manila|Maputo|Mariehamn|Marigot|Mariupol|Marseille
Marshall Islands|Martinique|Maryland|Maseru|Massachusetts|Mata-Utu|Mauritania|Mauritius|Mayotte|Mazar-e-Sharif|Mecca
Mediterranean|Mediterranean Sea|Melanesia|Mexico|Mexico City|Michigan|Micronesia|Middle East|Minnesota|Minsk|Misrata
Mississippi|Missouri|Mogadishu|Moldova|Mombasa|Monaco|Mongolia|Monrovia|Montenegro|Montevideo|Montreal|Morocco|Moscow
Mosul|Mozambique|Mumbai|Munich|Muscat|Myanmar|N'Djamena|Nablus|Nagasaki|Nagorno-Karabakh|Nairobi|Najaf|Namibia|Nanjing
Nauru|Naypyidaw|Nazareth|Ndjamena|Near East|Nebraska|Nepal|Netherlands|Nevada|New Caledonia|New Delhi|New Hampshire
New Jersey|New Mexico|New Orleans|New South Wales|New York City|New Zealand|Ngerulmud|Niamey|Nicaragua|Nicosia|Niger
Nigeria|Niue|Norfolk Island|North Africa|North America|North Carolina|North Caucasus|North Dakota|North Korea
North Macedonia|North Ossetia|North Sea|North Vietnam|North Waziristan|Northeast Asia|Northern Europe|Northern Ireland
Northern Mariana Islands|Norway|Nouakchott|Noumea|Nouméa|Nuku'alofa|Nur-Sultan|Nuuk|Oceania|Odesa|Ohio|Okinawa
Oklahoma|Oman|Ontario|Oranjestad|Oregon|Osaka|Oslo|Ottawa|Ottoman Empire|Ouagadougou|PRC|Pacific Ocean|Pago Pago
Pakistan|Palau|Palestine|Palestinian Territories|Palestinian territories|Palikir|Panama|Panama Canal|Panama City
Papeete|Papeetē|Papua New Guinea|Paraguay|Paramaribo|Peking|Pennsylvania|People's Republic of China|Persian Gulf
Peshawar|Philippines|Phnom Penh|Pitcairn|Pitcairn Islands|Podgorica|Poland|Polynesia|Port Louis|Port Moresby|Port Vila
Port of Spain|Port-au-Prince|Port-aux-Francais|Port-aux-Français|Porto-Novo|Portugal|Prague|Praia|Pretoria|Pristina
Puerto Rico|Pyongyang|Qatar|Quebec|Queensland|Quetta|Quito|Rabat|Rafah|Ramadi|Ramallah|Rangoon|Red Sea
Republic of China|Republic of Congo|Republic of India|Republic of Ireland|Republic of Korea|Republic of Macedonia
Republic of Turkey|Republic of the Congo|Reykjavik|Reykjavík|Rhode Island|Rhodesia|Riga|Rio de Janeiro|Riyadh
Road Town|Romania|Rome|Roseau|Rotterdam|Russia|Russian Federation|Rwanda|Réunion|Sahel|Saigon|Saint Barthelemy
Saint Barthélemy|Saint George's|Saint Helena|Saint Helier|Saint John's|Saint Kitts & Nevis|Saint Kitts and Nevis
Saint Lucia|Saint Peter Port|Saint Petersburg|Saint Pierre & Miquelon|Saint Pierre and Miquelon
Saint Vincent & Grenadines|Saint Vincent and Grenadines|Saint Vincent and the Grenadines|Saint-Denis|Saint-Pierre
Saipan|Samoa|San Jose|San José|San Juan|San Marino|San Salvador|Sana'a|Sanaa|Santo Domingo|Sao Paulo|Sao Tome
Sao Tome & Principe|Sao Tome and Principe|Sarajevo|Sardinia|Saudi Arabia|Saxony|Scandinavia|Scotland|Sea of Japan
Senegal|Seoul|Serbia|Sevastopol|Seychelles|Shanghai|Shenzhen|Siam|Siberia|Sichuan|Sicily|Sierra Leone|Silicon Valley
Sinai Peninsula|Singapore|Sint Maarten|Skopje|Slovakia|Slovenia|Solomon Islands|Somalia|Somaliland|South Africa
South America|South Asia|South Carolina|South Caucasus|South China Sea|South Dakota|South East Asia
South Georgia & South Sandwich Islands|South Georgia and South Sandwich Islands
South Georgia and the South Sandwich Islands|South Korea|South Ossetia|South Sudan|South Tarawa|South Vietnam
South Waziristan|South-East Asia|Southeast Asia|Southern Africa|Southern Europe|Southern Ocean|Soviet Union|Spain
Sri Lanka|St Barthelemy|St Barthélemy|St George's|St Helena|St Kitts & Nevis|St Kitts and Nevis|St Lucia|St Martin
St Peter Port|St Pierre & Miquelon|St Pierre and Miquelon|St Vincent & Grenadines|St Vincent and Grenadines
St. Barthelemy|St. Barthélemy|St. George's|St. Helena|St. Kitts & Nevis|St. Kitts and Nevis|St. Lucia|St. Martin
St. Peter Port|St. Petersburg|St. Pierre & Miquelon|St. Pierre and Miquelon|St. Vincent & Grenadines
St. Vincent and Grenadines|State of Israel|Stockholm|Strait of Hormuz|Strasbourg|Sub-Saharan Africa|Sucre|Sudan
Suez Canal|Sumatra|Suriname|Suva|Svalbard & Jan Mayen|Svalbard and Jan Mayen|Swaziland|Sweden|Switzerland|Syria
Syrian Arab Republic|São Paulo|São Tomé|São Tomé & Príncipe|São Tomé and Príncipe|Taipei|Taiwan|Taiwan Strait
Tajikistan|Tallinn|Tanzania|Tashkent|Tasmania|Tatarstan|Tbilisi|Tegucigalpa|Tehran|Tel Aviv|Tennessee|Texas|Thailand
The Hague|Thimphu|Tianjin|Tibet|Tikrit|Timbuktu|Timor-Leste|Tirana|Togo|Tokelau|Tokyo|Tonga|Toronto|Torshavn
Transnistria|Trinidad & Tobago|Trinidad and Tobago|Tripoli|Tristan da Cunha|Tunis|Tunisia|Turkiye|Turkmenistan
Turks & Caicos Islands|Turks and Caicos Islands|Tuscany|Tuvalu|Tórshavn|Türkiye|U.A.E.|U.K.|U.S.
U.S. Minor Outlying Islands|U.S. Outlying Islands|U.S. Virgin Islands|U.S.A.|U.S.S.R.|UAE|UK|US|USA|USSR|Uganda
Ukraine|Ulaanbaatar|Ulan Bator|United Arab Emirates|United Kingdom|United States|United States of America|Urals
Uruguay|Urumqi|Utah|Uzbekistan|Vaduz|Vancouver|Vanuatu|Vatican|Vatican City|Venezuela|Vermont|Vienna|Vientiane
Viet Nam|Vietnam|Vilnius|Wallis & Futuna|Wallis and Futuna|Wallonia|Warsaw|Washington DC|Washington State
Washington, D.C.|Washington, DC|Waziristan|West Africa|West Bank|West Germany|West Indies|West Virginia|Western Europe
Western Sahara|Willemstad|Windhoek|Wisconsin|Wuhan|Wyoming|Xinjiang|Yamoussoukro|Yangon|Yaounde|Yaoundé|Yaren
Yellow Sea|Yemen|Yerevan|Yugoslavia|Zagreb|Zaire|Zambia|Zimbabwe|Zurich|southern Africa|sub-Saharan Africa
the Americas|Åland Islands`;

/** Places that people, papers and clubs are named after too. */
export const PLACES_WITH_NAMESAKES = `Alberta|Amazon Basin|America|Arctic|Atlanta|Atlantic|Berlin|Bern|Birmingham|Chad|Charlotte Amalie|Chicago|Cologne
Colombo|Congo|Cuba|Dallas|Delaware|Detroit|Dominica|Douglas|Dublin|Emirates|England|Flanders|Florida|Freetown
Georgetown|Georgia|Guinea|Hamilton|Holland|Houston|Hyderabad|Ireland|Israel|Jamestown|Java|Jersey|Jordan|Kingston|Lima
London|Los Angeles|Macedonia|Medina|Melbourne|Miami|Milan|Montana|Montserrat|Moroni|Naples|Nassau|New York|Normandy
Odessa|Pacific|Paris|Perth|Peru|Philadelphia|Philipsburg|Plymouth|Prussia|Punjab|Sahara|San Francisco|Santiago|Seattle
Sinai|Sofia|Stanley|Sydney|Turkey|Ural|Valletta|Venice|Victoria|Virginia|Wales|Wall Street|Washington|Wellington`;

/** Nationalities, peoples, faiths, followings. */
export const GROUPS = `Abkhaz|Abkhazian|Abkhazians|Abkhazs|Afghan|Afghans|African|African American|African Americans|African-American
African-Americans|Africans|Afrikaner|Afrikaners|Alaskan|Alaskans|Alawite|Alawites|Albanian|Albanians|Algerian
Algerians|American|American Indian|American Indians|Americans|Andorran|Andorrans|Anglo-American|Anglo-Saxon|Angolan
Angolans|Anguillan|Anguillans|Arab|Arabic|Arabs|Argentine|Argentinean|Argentineans|Argentines|Argentinian|Argentinians
Armenian|Armenians|Asian|Asian American|Asian Americans|Asians|Australian|Australians|Austrian|Austrians|Azerbaijani
Azerbaijanis|Bahamian|Bahamians|Bahraini|Bahrainis|Baltic|Bangladeshi|Bangladeshis|Barbadian|Barbadians|Basque|Basques
Bavarian|Bavarians|Belarusian|Belarusians|Belgian|Belgians|Belizean|Belizeans|Bengali|Bengalis|Beninese|Berber|Berbers
Berliner|Berliners|Bermudian|Bermudians|Bhutanese|Bissau-Guinean|Bissau-Guineans|Bolivian|Bolivians|Bosnian|Bosnians
Botswanan|Botswanans|Brazilian|Brazilians|Brit|Britannic|British|British Virgin Islander|British Virgin Islanders
Briton|Britons|Brits|Bruneian|Bruneians|Buddhist|Buddhists|Bulgarian|Bulgarians|Burkinabe|Burkinabes|Burkinan
Burkinans|Burmese|Burundian|Burundians|Californian|Californians|Cambodian|Cambodians|Cameroonian|Cameroonians|Canadian
Canadians|Cantonese|Cape Verdean|Cape Verdeans|Catalan|Catalans|Catholic|Catholics|Cayman Islander|Cayman Islanders
Central African|Central Africans|Central American|Central Americans|Central Asian|Central Asians|Chadian|Chadians
Chechen|Chechens|Chilean|Chileans|Chinese|Christian|Christians|Colombian|Colombians|Comoran|Comorans|Congolese
Cook Islander|Cook Islanders|Corsican|Corsicans|Cossack|Cossacks|Costa Rican|Costa Ricans|Crimean Tatar|Crimean Tatars
Croat|Croatian|Croatians|Croats|Cuban|Cubans|Cypriot|Cypriots|Czech|Czechoslovak|Czechoslovakian|Czechoslovakians
Czechoslovaks|Dane|Danes|Danish|Democrat|Democrats|Djiboutian|Djiboutians|Dominican|Dominicans|Druze|Druzes|Dutch
Dutchman|Dutchmen|Dutchwoman|East German|East Timorese|Ecuadorean|Ecuadoreans|Ecuadorian|Ecuadorians|Egyptian
Egyptians|Emirati|Emiratis|English|Englishman|Englishmen|Englishwoman|Englishwomen|Equatorial Guinean
Equatorial Guineans|Eritrean|Eritreans|Estonian|Estonians|Ethiopian|Ethiopians|European|Europeans|Faroese|Fijian
Fijians|Filipino|Filipinos|Finn|Finnish|Finns|French|Frenchman|Frenchmen|Frenchwoman|Frenchwomen|Gabonese|Gambian
Gambians|Georgian|Georgians|German|Ghanaian|Ghanaians|Gibraltarian|Gibraltarians|Greek|Greeks|Greenlandic|Greenlandics
Grenadian|Grenadians|Guamanian|Guamanians|Guatemalan|Guatemalans|Guinean|Guineans|Guyanese|Haitian|Haitians
Han Chinese|Hawaiian|Hawaiians|Hindu|Hindus|Hispanic|Hispanics|Honduran|Hondurans|Hong Konger|Hong Kongers|Hungarian
Hungarians|Hutu|Hutus|Icelandic|Icelandics|Indian|Indians|Indonesian|Indonesians|Inuit|Inuits|Iranian|Iranians|Iraqi
Iraqis|Irish|Irishman|Irishmen|Irishwoman|Irishwomen|Islamic|Islamist|Islamists|Israeli|Israelis|Italian|Italians
Ivorian|Ivorians|Jamaican|Jamaicans|Japanese|Jew|Jewish|Jews|Jordanian|Jordanians|Kashmiri|Kashmiris|Kazakh|Kazakhs
Kenyan|Kenyans|Kittitian|Kittitians|Kosovan|Kosovans|Kosovar|Kosovars|Kurd|Kurdish|Kurds|Kuwaiti|Kuwaitis|Kyrgyz|Lao
Laos|Laotian|Laotians|Latin American|Latin Americans|Latino|Latinos|Latvian|Latvians|Lebanese|Liberian|Liberians
Libyan|Libyans|Lithuanian|Lithuanians|Londoner|Londoners|Luxembourger|Luxembourgers|Macanese|Macedonian|Macedonians
Malagasy|Malagasys|Malawian|Malawians|Malaysian|Malaysians|Maldivian|Maldivians|Malian|Malians|Maltese|Maori|Maoris
Marshallese|Martiniquais|Marxist|Marxists|Mauritanian|Mauritanians|Mauritian|Mauritians|Mexican|Mexicans|Micronesian
Micronesians|Moldovan|Moldovans|Monegasque|Monegasques|Mongol|Mongolian|Mongolians|Mongols|Montenegrin|Montenegrins
Montserratian|Montserratians|Moroccan|Moroccans|Moslem|Moslems|Mosotho|Mosothos|Mozambican|Mozambicans|Muslim|Muslims
Namibian|Namibians|Native American|Native Americans|Nauruan|Nauruans|Nazi|Nazis|Nepalese|New Yorker|New Yorkers
New Zealander|New Zealanders|Nicaraguan|Nicaraguans|Nigerian|Nigerians|Nigerien|Nigeriens|Niuean|Niueans|Nordic
North American|North Americans|North Korean|North Koreans|North Vietnamese|Northern Irish|Norwegian|Norwegians|Omani
Omanis|Orthodox Christian|Ossetian|Ossetians|Ottoman|Pakistani|Pakistanis|Palauan|Palauans|Palestinian|Palestinians
Panamanian|Panamanians|Papua New Guinean|Papua New Guineans|Paraguayan|Paraguayans|Parisian|Parisians|Pashtun|Pashtuns
Persian|Persians|Peruvian|Peruvians|Pitcairn Islander|Pitcairn Islanders|Portuguese|Protestant|Protestants|Prussian
Prussians|Puerto Rican|Puerto Ricans|Punjabi|Punjabis|Qatari|Qataris|Quebecer|Quebecers|Republican|Republicans
Rohingya|Roma|Romanian|Romanians|Romas|Russian|Russians|Rwandan|Rwandans|Salvadoran|Salvadorans|Salvadorean
Salvadoreans|Sammarinese|Samoan|Samoans|Sao Tomean|Sao Tomeans|Saudi|Saudi Arabian|Saudi Arabians|Saudis|Scandinavian
Scot|Scots|Scotsman|Scotsmen|Scottish|Senegalese|Serb|Serbian|Serbians|Serbs|Shi'a|Shi'ite|Shi'ites|Shia|Shiite
Shiites|Sicilian|Sicilians|Sierra Leonean|Sierra Leoneans|Sikh|Sikhs|Singaporean|Singaporeans|Sinhalese|Slav|Slavic
Slavs|Slovak|Slovaks|Slovene|Slovenes|Slovenian|Slovenians|Solomon Islander|Solomon Islanders|Somali|Somalis
South African|South Africans|South American|South Americans|South Asian|South Asians|South Korean|South Koreans
South Sudanese|South Vietnamese|Soviet|Soviets|Spaniard|Spaniards|Spanish|Sri Lankan|Sri Lankans|St. Helenian
St. Helenians|St. Lucian|St. Lucians|Sudanese|Sunni|Sunnis|Surinamese|Swazi|Swazis|Swede|Swedes|Swedish|Swiss|Syrian
Syrians|Taiwanese|Tajik|Tajiks|Tamil|Tamils|Tanzanian|Tanzanians|Tatar|Tatars|Texan|Texans|Thai|Thais|Tibetan|Tibetans
Togolese|Tongan|Tongans|Trinidadian|Trinidadians|Tristanian|Tristanians|Tuareg|Tuaregs|Tunisian|Tunisians|Turk|Turkish
Turkmen|Turks|Turks and Caicos Islander|Turks and Caicos Islanders|Tutsi|Tutsis|Tuvaluan|Tuvaluans|Ugandan|Ugandans
Uighur|Uighurs|Ukrainian|Ukrainians|Uruguayan|Uruguayans|Uyghur|Uyghurs|Uzbek|Uzbeks|Venezuelan|Venezuelans|Vietnamese
Vincentian|Vincentians|Wallisian|Wallisians|Welsh|Welshman|Welshmen|West German|Yemeni|Yemenis|Yugoslav|Yugoslavs
Zambian|Zambians|Zimbabwean|Zimbabweans|Zionist|Zionists|Zulu|Zulus`;

/** The same, where the word has another meaning. */
export const VERBS_TOO = `Polish`;

/** International organisations, and some that every paper names. */
export const ORGANIZATIONS = `AFP|APEC|ASEAN|AU|African Development Bank|African Union|Agence France-Presse|Al Jazeera|Al Qaeda|Al-Jazeera|Al-Qaeda
Al-Qaida|Amnesty International|Arab League|Asean|Asian Development Bank|Asian Infrastructure Investment Bank
Associated Press|Association of Southeast Asian Nations|BBC|BRICS|Bank of England|Bank of Japan|Boko Haram|Bundesbank
Bundestag|CERN|CIA|CNN|Chinese Communist Party|Commonwealth of Nations|Communist Party|Communist Party of China
Congress|Conservative Party|Council of Europe|Defense Department|Democratic Party|Department of Justice|Der Spiegel
Deutsche Welle|Doctors Without Borders|Downing Street|Duma|E.U.|ECB|ECOWAS|EEC|EU|Eurogroup|European Central Bank
European Commission|European Council|European Court of Human Rights|European Court of Justice
European Economic Community|European Investment Bank|European Parliament|European Space Agency|European Union|Europol
FBI|FIFA|Fatah|Federal Reserve|Fifa|Financial Times|Food and Agriculture Organization|Frontex|G-20|G-7|G-8|G20|G7|G8
GCC|Global Times|Greenpeace|Gulf Cooperation Council|Hamas|Hezbollah|Hizballah|Hizbollah|Hong Kong Stock Exchange
House of Commons|House of Lords|House of Representatives|Human Rights Watch|IAEA|ICC|ICJ|ICRC|ILO|IMF|INTERPOL|IOC|IRA
ISIL|ISIS|International Atomic Energy Agency|International Committee of the Red Cross|International Court of Justice
International Criminal Court|International Labour Organization|International Monetary Fund
International Olympic Committee|Interpol|Islamic State|Justice Department|Knesset|Kremlin|Labour Party|Le Monde
League of Arab States|League of Nations|Liberal Democrats|London Stock Exchange|Medecins Sans Frontieres|Mercosur
Médecins Sans Frontières|NASA|NASDAQ|NATO|NSA|NYSE|Nasa|Nasdaq|Nato|New York Stock Exchange|New York Times
North Atlantic Treaty Organization|OAS|OECD|OPEC|OPEC+|OSCE|Opec
Organisation for Economic Co-operation and Development|Organization for Economic Cooperation and Development
Organization for Security and Cooperation in Europe|Organization of American States|Oxfam|PKK|PLO|Pentagon
People's Bank of China|Red Crescent|Red Cross|Reporters Without Borders|Republican Party|Reuters|SCO|Save the Children
Security Council|Senate|Shanghai Cooperation Organisation|Shanghai Cooperation Organization|Shanghai Stock Exchange
Sky News|State Department|Supreme Court|Taleban|Taliban|The Economist|The Guardian|The Times|Tokyo Stock Exchange
Transparency International|Treasury Department|U.N.|U.N. General Assembly|U.N. Security Council|U.S. Congress
U.S. Federal Reserve|U.S. Senate|U.S. State Department|U.S. Supreme Court|UEFA|UN|UN General Assembly
UN Security Council|UNAIDS|UNDP|UNEP|UNESCO|UNHCR|UNICEF|UNRWA|US Congress|US Federal Reserve|US Senate
US State Department|US Supreme Court|Uefa|Unesco|Unicef|United Nations|United Nations General Assembly
United Nations Security Council|Voice of America|WHO|WTO|WWF|Wall Street Journal|Warsaw Pact|Washington Post
White House|World Bank|World Economic Forum|World Food Program|World Food Programme|World Health Organisation
World Health Organization|World Trade Organisation|World Trade Organization|World Wildlife Fund|Xinhua
Xinhua News Agency|al Qaeda|al-Qaeda|al-Qaida|al-Shabaab|al-Shabab`;
