/**
 * Organisations that news from around the world name often, written for Seedmark: the model learns from them how much
 * standing on a list is worth, and knows them where the context says nothing. Parted by `|` and line ends.
 */
const MEDIA = `ABC|ABC News|Aftenposten|Aftonbladet|Agence France Presse|Al Arabiya|Al Hayat|Al Manar|Al-Ahram
Al-Arabiya|Al-Hayat|Al-Manar|Al-Quds al-Arabi|Al-Sharq al-Awsat|Al-Thawra|AllAfrica|Anadolu|Anadolu Agency|ANSA|Antara
Arab News|ARD|Asahi|Asahi Shimbun|Asharq Al-Awsat|Bangkok Post|BBC Radio|BBC World Service|Bernama|Bild|Bloomberg
Bloomberg News|Boston Globe|Boston Herald|Breitbart|Business Day|Business Insider|BuzzFeed|CBC|CBS|CBS News|CCTV
Central News Agency|Channel NewsAsia|Charlie Hebdo|Chicago Sun-Times|Chicago Tribune|China Central Television
China Daily|CNBC|CNET|Corriere della Sera|Dagens Nyheter|Daily Express|Daily Mail|Daily Mirror|Daily Monitor
Daily Nation|Daily News|Daily Star|Daily Telegraph|Daily Times|De Standaard|De Telegraaf|De Volkskrant|Der Standard
Deutsche Presse-Agentur|Die Presse|Die Welt|Die Zeit|Dow Jones|DPA|EFE|El Mercurio|El Mundo|El Pais|El País
El Universal|El Watan|Engadget|Euronews|Fairfax Media|Folha de S.Paulo|Forbes|Fox News|France 24|France Info
Frankfurter Allgemeine Zeitung|Gazeta Wyborcza|Ghanaian Times|Globe and Mail|GMA News|Gulf News|Haaretz|Handelsblatt
Helsingin Sanomat|Hindustan Times|Houston Chronicle|Hurriyet|Il Messaggero|Indian Express|Interfax|Irish Independent
Irish Times|IRNA|ITAR-TASS|Itar-Tass|ITV|Izvestia|Jakarta Post|Japan Times|Jerusalem Post|Jyllands-Posten
Kathmandu Post|KCNA|Khaleej Times|Kommersant|Korea Herald|Korea Times|KUNA|Kyiv Independent|Kyiv Post|Kyodo|Kyodo News
L'Equipe|L'Express|La Jornada|La Nacion|La Prensa|La Repubblica|La Stampa|Le Figaro|Le Matin|Le Monde
Le Nouvel Observateur|Le Parisien|Le Soir|Le Temps|Libération|Los Angeles Times|Maariv|Mail & Guardian
Mainichi Shimbun|MediaCorp|Miami Herald|Middle East Eye|Milliyet|Moscow Times|MSNBC|Nation Media Group
National Geographic|National Post|NBC|NBC News|NDTV|Neue Zürcher Zeitung|New Scientist|New Straits Times|New Vision
New York Daily News|New York Post|New York Review of Books|New York Times|New Yorker|New Zealand Herald
News International|News of the World|Newsday|Newsweek|Nezavisimaya Gazeta|NHK|Nikkei|Novaya Gazeta|NPR|NRC Handelsblad
NTV|O Globo|PBS|People's Daily|Philippine Daily Inquirer|Philippine Star|Politico|Pravda|Premium Times
Press Association|Press Trust of India|Press TV|ProPublica|PTI|Radio France Internationale|Radio Free Asia
Radio Free Europe|Radio Liberty|Radio New Zealand|Radio Television of Serbia|RAI|Rappler|Reuters|RFI|RIA Novosti
Rolling Stone|Rossiyskaya Gazeta|RTE|Rzeczpospolita|SABC|San Francisco Chronicle|SANA|Sky News|Sky Sports
South China Morning Post|Sowetan|Sports Illustrated|Star Media|Star Tribune|Straits Times|Sunday Mail|Sunday Mirror
Sunday Telegraph|Sunday Times|Svenska Dagbladet|Sydney Morning Herald|Süddeutsche Zeitung|TASS|TechCrunch|Telesur
The Age|The Atlantic|The Australian|The Conversation|The Daily Star|The Daily Telegraph|The East African|The Economist
The Financial Times|The Globe and Mail|The Guardian|The Hill|The Hindu|The Independent|The Intercept|The Irish Times
The Lancet|The Namibian|The Nation|The National|The New York Times|The New Yorker|The Observer|The Onion|The Standard
The Star|The Straits Times|The Sun|The Sunday Times|The Telegraph|The Times|The Times of India|The Verge
The Wall Street Journal|The Washington Post|The Washington Times|ThisDay|Times of India|Times of Israel|Toronto Star
TVNZ|UPI|USA Today|Vanity Fair|Vedomosti|Vice News|VOA|Voice of America|Wall Street Journal|Washington Examiner
Washington Post|Washington Times|Xinhua|Xinhua News Agency|Yedioth Ahronoth|Yle|Yomiuri Shimbun|Yonhap
Yonhap News Agency|ZDF|Zee News`;

const COMPANIES = `3M|ABB|ABN Amro|ABN AMRO|Absa|Accenture|Acer|Adani Group|Adidas|Aegon|AES|AgBank|Agip
Agricultural Bank of China|AIA|AIG|Air Berlin|Air Canada|Air China|Air France|Air India|Air Liquide|Air New Zealand
AirAsia|Airbnb|Airbus|Alaska Airlines|Alcatel|Alcatel-Lucent|Alcoa|Aldi|Alibaba|Alibaba Group|Alitalia
All Nippon Airways|Allianz|Alphabet|Alstom|Amazon|AMD|American Airlines|American Express|Amgen|Anglo American
AngloGold Ashanti|Anheuser-Busch|Ant Financial|Ant Group|ANZ|AOL|Apple|Aramco|ArcelorMittal|Archer Daniels Midland
Areva|Ariane Group|ASML|Associated British Foods|AstraZeneca|Asustek|AT&T|Austrian Airlines|Avianca|Aviva|AXA
Axel Springer|Axis Bank|Azul|BAE Systems|Baidu|Bain Capital|Banco Bilbao Vizcaya|Banco do Brasil|Banco Santander
Bank of America|Bank of China|Bank of Communications|Bank of Ireland|Bank of Montreal|Bank of New York
Bank of Nova Scotia|Bankia|Barclays|Barrick Gold|BASF|Bayer|BBVA|Bear Stearns|Berkshire Hathaway|Bertelsmann|Best Buy
Bharti Airtel|BHP|BHP Billiton|BlackBerry|BlackRock|Blackstone|Blackwater|Blue Origin|BMW|BNP Paribas|Boeing
Bombardier|Bosch|BP|Bridgestone|Bristol-Myers Squibb|British Aerospace|British Airways|British Gas|British Petroleum
British Telecom|Broadcom|BT|BT Group|Budweiser|Burberry|BYD|ByteDance|Cable & Wireless|Cadbury|Cadbury Schweppes|Canon
Capgemini|Cargill|Carlsberg|Carnival|Carrefour|Casio|Caterpillar|Cathay Pacific|Cemex|Chase Manhattan|Chevron
China Construction Bank|China Eastern|China Eastern Airlines|China Mobile|China National Petroleum Corporation
China Southern Airlines|China Telecom|China Unicom|Chrysler|Ciba|Cisco|Cisco Systems|Citibank|Citigroup|Citroen
Citroën|CNOOC|CNPC|Coca Cola|Coca-Cola|Cognizant|Comcast|Commerzbank|Commonwealth Bank|Compaq|Conoco|ConocoPhillips
Continental Airlines|Copa Airlines|COSCO|Costco|Country Garden|Credit Agricole|Credit Lyonnais|Credit Suisse
Crédit Agricole|CSX|Daewoo|Daihatsu|Daimler|DaimlerChrysler|Danone|Danske Bank|Dassault|Dassault Aviation|DBS|De Beers
Dell|Deloitte|Delphi|Delta Air Lines|Deutsche Bahn|Deutsche Bank|Deutsche Boerse|Deutsche Post|Deutsche Telekom|DHL
Diageo|Digicel|Disney|DoorDash|Dow Chemical|DP World|DreamWorks|Dropbox|DuPont|E.ON|EADS|Eastman Kodak|easyJet|EasyJet
eBay|Ecopetrol|EDF|Electrolux|Electronic Arts|Eli Lilly|Embraer|EMI|Emirates|Enbridge|Enel|Eni|ENI|Enron|Equinor
Ericsson|Ernst & Young|Eskom|Essar|Estee Lauder|Ethiopian Airlines|Etihad|Etihad Airways|Etisalat|EVA Air|Evergrande
Exxon|Exxon Mobil|ExxonMobil|EY|Facebook|Fannie Mae|Federal Express|FedEx|Ferrari|Fiat|Fiat Chrysler|Finmeccanica
Finnair|Fitch|Fitch Ratings|Flipkart|Fonterra|Ford|Ford Motor|Fortescue|Foxconn|France Telecom|Freddie Mac
Freeport-McMoRan|Fuji|Fujifilm|Fujitsu|G4S|Garuda|Garuda Indonesia|Gazprom|Gazprombank|GE|Geely|Genentech
General Dynamics|General Electric|General Mills|General Motors|Generali|Gillette|GlaxoSmithKline|Glencore|GM
Goldman Sachs|Goodyear|Google|GSK|Gulfstream|H&M|Halliburton|Harley-Davidson|HBO|HCL|HDFC Bank|Heineken|Heinz
Hewlett-Packard|Hilton|Hitachi|Holcim|Home Depot|Honda|Honeywell|HP|HSBC|HTC|Huawei|Hutchison Whampoa|Hyundai
Hyundai Motor|Iberdrola|Iberia|IBM|ICBC|ICI|ICICI Bank|IKEA|Ikea|Inditex|Industrial and Commercial Bank of China
Infineon|Infosys|ING|ING Group|Instagram|Intel|Intesa Sanpaolo|Isuzu|Itau Unibanco|ITT|J.P. Morgan|Jaguar Land Rover
Japan Airlines|Jardine Matheson|JBS|Jet Airways|JetBlue|John Deere|Johnson & Johnson|JP Morgan|JPMorgan|JPMorgan Chase
Kaspersky Lab|Kawasaki|KBC|Kellogg|Kenya Airways|KFC|Kia|Kimberly-Clark|KLM|Kmart|Kodak|Komatsu|Korean Air|KPMG|Kraft
Kraft Foods|L'Oreal|L'Oréal|Lafarge|LATAM|Lazard|Lehman Brothers|Lenovo|LG|LG Electronics|Li Auto|Lion Air|Lloyd's
Lloyd's of London|Lloyds|Lloyds TSB|Lockheed|Lockheed Martin|Lonmin|Lucent|Lucent Technologies|Lufthansa|Lukoil|LUKoil
LVMH|Lyft|M-Pesa|Maersk|Magna|Mahindra|Malaysia Airlines|Marks & Spencer|Marks and Spencer|Marriott|Maruti Suzuki
Mastercard|MasterCard|Matsushita|Mattel|Mazda|McDonald's|McDonnell Douglas|MCI|McKinsey|Mercedes|Mercedes-Benz|Merck
Merrill Lynch|Metallgesellschaft|MGM|Michelin|Micron|Microsoft|Mitsubishi|Mitsubishi Heavy Industries|Mitsui|Mizuho
Moderna|Monsanto|Moody's|Morgan Stanley|Motorola|MTN|MTN Group|Nasdaq|NASDAQ|Naspers|National Australia Bank|NatWest
Neste|Nestle|Nestlé|Netflix|Netscape|New York Stock Exchange|News Corp|News Corporation|Nike|Nikon|Nintendo|Nissan
Nokia|Nokia Siemens|Nomura|Nordea|Norsk Hydro|Nortel|Northrop Grumman|Northwest Airlines|Norwegian Air|Novartis
Novo Nordisk|Nvidia|NYSE|O2|Occidental Petroleum|Olivetti|Olympic Airways|OMV|OpenAI|Oracle|Orascom|Palantir|Pan Am
Panasonic|Paramount|PayPal|PDVSA|Pearson|Pemex|Pepsi|PepsiCo|Pertamina|Petrobras|PetroChina|Petronas|Peugeot|Pfizer
Philip Morris|Philips|Pinterest|Pirelli|PKN Orlen|Porsche|Posco|POSCO|PricewaterhouseCoopers|Procter & Gamble|Proton
Prudential|PSA|PwC|Qantas|Qatar Airways|Qualcomm|Raytheon|Reckitt Benckiser|Reddit|Reebok|Reliance|Reliance Industries
Renault|Repsol|Research In Motion|Rio Tinto|Roche|Rolls-Royce|Rosatom|Rosneft|Royal Ahold|Royal Bank of Canada
Royal Bank of Scotland|Royal Brunei|Royal Dutch Shell|RusAl|Rusal|RWE|Ryanair|Sabena|Safaricom|Salesforce|Samsung
Samsung Electronics|Sandoz|Sanofi|Santander|Sany|SAP|Sasol|Saudi Aramco|Saudia|Sberbank|Schlumberger
Schneider Electric|Scotiabank|Seagate|Sears|Sega|Shell|Shell Oil|Shopify|Siemens|Silicon Valley Bank|Sime Darby
Singapore Airlines|SingTel|Sinopec|SK Hynix|Skoda|Skype|SMIC|SNCF|Societe Generale|Société Générale|SoftBank|Sony
Sotheby's|Southwest Airlines|SpaceX|Spirit Airlines|Spotify|Sprint|Standard & Poor's|Standard and Poor's|Standard Bank
Standard Chartered|Starbucks|Starlink|State Bank of India|Statoil|Stellantis|STMicroelectronics|Subaru|Sumitomo
Sun Microsystems|Surgutneftegaz|Suzuki|Swatch|Swiss Re|Swissair|T-Mobile|Taiwan Semiconductor Manufacturing Company
Tata|Tata Group|Tata Motors|Tata Steel|TCS|Telefonica|Telefónica|Telekom|Telenor|Telia|Telkom|Telstra|Temasek|Tencent
Tesco|Tesla|Texaco|Texas Instruments|Thai Airways|Thales|Thomson Reuters|ThyssenKrupp|TikTok|Time Warner|TNT|Toshiba
TotalEnergies|Toyota|Toyota Motor|Trafigura|TransCanada|TSMC|Turkish Airlines|TWA|Twitter|Tyson Foods|Uber|Ubisoft|UBS
UniCredit|Unilever|Union Pacific|United Airlines|United Parcel Service|Universal Music|UPS|US Airways|Valero
Vattenfall|Verizon|Vestas|Viacom|Virgin Atlantic|Virgin Galactic|Vivendi|Vodacom|Vodafone|Volkswagen|Volvo|VTB|VW
Wal-Mart|Walmart|Walt Disney|Warner Bros|Warner Bros.|Wells Fargo|Western Union|Westinghouse|Westpac|WhatsApp
Whirlpool|Wipro|Wirecard|WordPress|WorldCom|WPP|Xerox|Xiaomi|XPeng|Yahoo|Yamaha|Yandex|Yes Bank|YouTube|YPF|Yukos
Zenith Bank|ZTE`;

const PARTIES = `Aam Aadmi Party|Abu Sayyaf|Afghan Taliban|African National Congress|AKP|Al Shabaab
Al-Nusra Front|al-Nusra Front|Al-Shabaab|al-Shabaab|al-Shabab|All Progressives Congress|Alternative for Germany|ANC
Ansar al-Islam|Ansar al-Sharia|Ansaru|Awami League|Ba'ath Party|Baath Party|Bharatiya Janata Party|Biju Janata Dal|BJP
Bloc Quebecois|Bloc Québécois|BNP|Brothers of Italy|Burma Socialist Programme Party|CDU|Chama Cha Mapinduzi
Christian Democratic Union|Christian Social Union|Ciudadanos|Congress Party|Convergence and Union|CPN-UML|CSU
Democratic Alliance|Democratic Progressive Party|Democratic Unionist Party|DMK|DPP|DUP|Economic Freedom Fighters|EFF
ELN|En Marche|Ennahda|ETA|Euskadi Ta Askatasuna|Farc|FARC|Fatah|Fianna Fail|Fianna Fáil|Fidesz|Fine Gael
Five Star Movement|FMLN|Forza Italia|Free Aceh Movement|Free Syrian Army|Freedom Party|FRELIMO|Frelimo
Frente Polisario|Gerindra|Golkar|GOP|Grand National Party|Green Party|Hindu Mahasabha|Hizb ut-Tahrir|Hizbullah|Houthis
Inkatha Freedom Party|Islamic Action Front|Islamic Courts Union|Islamic Jihad|Islamic Salvation Front|Islamic State
Jaish-e-Mohammad|Jamaat-e-Islami|Janata Dal|Janjaweed|Jemaah Islamiyah|Jewish Home|Jubilee Party
Justice and Development Party|Kadima|KANU|Khmer Rouge|KMT|Komeito|Kosovo Liberation Army|Ku Klux Klan|Kuomintang
Labor Party|Labour|Labour Party|Lashkar-e-Taiba|Law and Justice|Lebanese Forces|Left Front|Lega Nord
Liberal Democratic Party|Liberal Party|Liberation Tigers of Tamil Eelam|Likud|Lok Sabha|Lord's Resistance Army|LTTE
M23|Mahdi Army|Malaysian Chinese Association|Mapai|MDC|Medellin Cartel|Mehdi Army|Moro Islamic Liberation Front
Moro National Liberation Front|Movement for Democratic Change|MPLA|MQM|Muslim Brotherhood|Muslim League
Nahdlatul Ulama|National Action Party|National Congress|National Democratic Party|National Front
National League for Democracy|National Liberation Army|National Party|National Rally|NDC|NDP|New Democracy
New Democratic Party|New People's Army|NLD|Northern Alliance|Northern League|NPP|One Nation|Orange Democratic Movement
Pakatan Harapan|Pakistan Muslim League|Pakistan People's Party|Pakistan Tehreek-e-Insaf
Palestine Liberation Organization|Palestinian Authority|Palestinian Islamic Jihad|Parti Quebecois|Partido Popular
Party of Regions|PASOK|Patriotic Front|PDP|People's Action Party|People's Democratic Party|People's National Party
People's Party|Peshmerga|Pheu Thai|PKK|Plaid Cymru|PLO|PML-N|Podemos|Polisario|Polisario Front|Politburo
Popular Front for the Liberation of Palestine|Popular Mobilization Forces|Popular Party|PPP|PRD|PRI|Provisional IRA
PSOE|Quds Force|Rapid Support Forces|Rashtriya Swayamsevak Sangh|Red Brigades|Renamo|RENAMO|Republican Party
Revolutionary Guard|Revolutionary Guards|Revolutionary United Front|Rohingya Salvation Army|RSS|RUF
Sandinista National Liberation Front|Sendero Luminoso|Shas|Shining Path|Shiv Sena|Shura Council|Sinn Fein|Sinn Féin
SNP|Social Democratic Party|Socialist Party|SPD|SPLA|SPLM|Sudan People's Liberation Movement|Sunni Endowment|SWAPO
Swapo|Syrian Democratic Forces|Syriza|Taleban|Taliban|Tamil Tigers|Tehreek-e-Taliban Pakistan|Telugu Desam Party
Tigray People's Liberation Front|TPLF|Trinamool Congress|UKIP|Ulster Unionist Party|UMNO|UNITA|Unita
United National Party|United Russia|UPA|Viet Cong|Vlaams Belang|Wagner Group|Welfare Party|Workers' Party|Yabloko
Yisrael Beiteinu|YPG|ZANU|ZANU-PF|Zanu-PF`;

const BODIES = `ACLU|Afghan National Army|African Commission on Human and Peoples' Rights
African Export-Import Bank|American Civil Liberties Union|Anglican Church|Appeals Court|Arab Monetary Fund
Atomic Energy Organization|Australian Federal Police|BaFin|Bank Indonesia|Bank Negara|Bank of Canada|Bank of Israel
Bank of Italy|Bank of Korea|Bank of Thailand|Border Patrol|Brookings Institution|Bureau of Meteorology
Cambridge University|CARICOM|Caricom|Carnegie Endowment|Catholic Church|Cato Institute|CBI|CDC|Census Bureau
Center for Disease Control|Centers for Disease Control and Prevention|Central Bank|Central Bank of Nigeria
Central Committee|Central Intelligence Agency|Chamber of Commerce|Chamber of Deputies|Chatham House|Church of England
Coast Guard|Commerce Department|Constitutional Court|Cornell|Council on Foreign Relations|Court of Appeal|DEA
Department of Defense|Department of Energy|Department of Health|Department of Homeland Security|Department of State
Drug Enforcement Administration|East African Community|Economic and Financial Crimes Commission
Economic Community of West African States|EFCC|Election Commission|Electoral Commission|Energy Department
Environmental Protection Agency|EPA|Eurocontrol|Eurostat|FAA|FAO|FBR|FCC|FDA|FDIC|Fed|Federal Aviation Administration
Federal Bureau of Investigation|Federal Communications Commission|Federal Reserve Board|Federal Security Service
Federal Trade Commission|Finance Ministry|Food and Drug Administration|Foreign Ministry|Foreign Office|FSB|GAVI|GCHQ
Gestapo|Global Fund|GRU|Harvard|Harvard University|Health Ministry|Heritage Foundation|High Court|Home Office
Homeland Security|House of Commons|Human Rights Commission|Human Rights Council|IATA|IDF|Imperial College London
Independent National Electoral Commission|Indian Army|Indian Navy|INEC|Inter-Services Intelligence|Interior Ministry
Internal Revenue Service|International Air Transport Association|International Crisis Group
International Energy Agency|International Olympic Committee|International Organization for Migration|IOM|IRS|ISAF|ISI
Islamic Development Bank|Israel Defense Forces|Israel Police|Justice Department|Justice Ministry|KGB|Knesset
Labor Department|Labour Ministry|Law Society|Legislative Council|LSE|Majlis|Marine Corps|Medecins Sans Frontieres
Mercosur|Met Office|Metropolitan Police|MI5|MI6|Ministry of Defence|Ministry of Defense|Ministry of Education
Ministry of Finance|Ministry of Foreign Affairs|Ministry of Health|Ministry of Justice|MIT|Mossad|MSF
Médecins Sans Frontières|NAACP|NAFTA|NASA|National Assembly|National Bank|National Bureau of Statistics
National Election Commission|National Guard|National Health Service|National Institutes of Health
National Oceanic and Atmospheric Administration|National People's Congress|National Rifle Association
National Security Agency|National Security Council|National Transportation Safety Board|National Weather Service|NATO
Nato|NHS|NIH|NOAA|Nobel Committee|NRA|NSA|OAS|OECD|Ofcom|Office for National Statistics|OIC|OPCW|OPEC|Opec
Organisation of Islamic Cooperation|Organization of American States|OSCE|Oxfam|Oxford University|PAHO|Peace Corps
Pentagon|People's Bank of China|People's Liberation Army|PLA|Planned Parenthood|Princeton|Privy Council
Rand Corporation|RBI|Red Crescent|Red Cross|Republican Guard|Reserve Bank of Australia|Reserve Bank of India
Reserve Bank of New Zealand|Royal Air Force|Royal Navy|Royal Society|SADC|Save the Children|Scotland Yard|SEBI|SEC
Secret Service|Securities and Exchange Commission|Security Council|Senate|Shin Bet|Smithsonian|Smithsonian Institution
Southern African Development Community|SPCA|Special Tribunal for Lebanon|Stanford|Stanford University|State Department
State Duma|Stormont|Supreme Court|Swiss National Bank|Transparency International
Transportation Security Administration|Treasury|Treasury Department|U.N.|U.N. General Assembly
U.N. Human Rights Council|U.N. Security Council|U.S. Air Force|U.S. Army|U.S. Congress|U.S. Navy|U.S. Senate
U.S. State Department|U.S. Supreme Court|UK Parliament|UN General Assembly|UN Human Rights Council|UN Security Council
UNAIDS|UNCTAD|UNDP|UNEP|UNESCO|Unesco|UNFPA|UNHCR|UNICEF|Unicef|UNIFIL|UNMIK|UNODC|UNRWA|UNTAC|USAID|USDA
Verkhovna Rada|WFP|WHO|World Bank|World Economic Forum|World Food Program|World Food Programme
World Health Organization|World Trade Organization|World Wildlife Fund|WTO|WWF|Yale|Yale University`;

const TEAMS = `AC Milan|AFC Ajax|AFL|Ajax|Al Ahly|Al Hilal|Al Nassr|ALP|Anderlecht|Arizona Diamondbacks|Arsenal
AS Roma|Aston Villa|Atalanta|Athletic Bilbao|Atlanta Braves|Atlanta Falcons|Atlanta Hawks|Atletico Madrid
Atlético Madrid|Baltimore Orioles|Baltimore Ravens|Barça|Bayer Leverkusen|Bayern Munich|BCCI|Benfica|Besiktas
Birmingham City|Blackburn Rovers|Boca Juniors|Bolton Wanderers|Borussia Dortmund|Boston Bruins|Boston Celtics
Boston Red Sox|Brooklyn Dodgers|Brooklyn Nets|Buffalo Bills|Buffalo Sabres|CAF|Calgary Flames|Carolina Panthers|Celtic
Charlotte Hornets|Chennai Super Kings|Chicago Bears|Chicago Blackhawks|Chicago Bulls|Chicago Cubs|Chicago White Sox
Cincinnati Bengals|Cincinnati Reds|Cleveland Browns|Cleveland Cavaliers|Cleveland Indians|Colorado Avalanche
Colorado Rockies|Concacaf|CONCACAF|Conmebol|Corinthians|Cricket Australia|Crystal Palace|CSKA Moscow|Dallas Cowboys
Dallas Mavericks|Denver Broncos|Denver Nuggets|Derby County|Detroit Lions|Detroit Pistons|Detroit Red Wings
Detroit Tigers|Dynamo Kiev|Dynamo Moscow|ECB|Edmonton Oilers|Everton|FC Barcelona|FC Copenhagen|FC Porto|Fenerbahce
Feyenoord|FIA|FIFA|Fiorentina|Flamengo|Florida Marlins|Fluminense|Football Association|Fulham|Galatasaray
Golden State Warriors|Green Bay Packers|Hertha Berlin|Houston Astros|Houston Rockets|Houston Texans|IAAF|ICC
Indiana Pacers|Indianapolis Colts|Inter Milan|International Cricket Council|Internazionale|Ipswich Town|IRB
Jacksonville Jaguars|Juventus|Kaizer Chiefs|Kansas City Chiefs|Kansas City Royals|Kolkata Knight Riders|LA Galaxy
LA Lakers|La Liga|Lazio|Leeds United|Leicester City|Los Angeles Clippers|Los Angeles Dodgers|Los Angeles Kings
Los Angeles Lakers|Los Angeles Rams|Major League Baseball|Mamelodi Sundowns|Manchester City|Manchester United|McLaren
Memphis Grizzlies|Miami Dolphins|Miami Heat|Milwaukee Brewers|Milwaukee Bucks|Minnesota Timberwolves|Minnesota Twins
Minnesota Vikings|MLB|Montreal Canadiens|Montreal Expos|Mumbai Indians|Napoli|NASCAR|NBA|NCAA|New England Patriots
New Jersey Devils|New Orleans Saints|New York Giants|New York Islanders|New York Jets|New York Knicks|New York Mets
New York Rangers|New York Yankees|Newcastle United|NFL|NHL|Norwich City|Nottingham Forest|Oakland Athletics
Oakland Raiders|Oklahoma City Thunder|Olympiakos|Olympique Lyonnais|Olympique Marseille|Orlando Magic|Orlando Pirates
Ottawa Senators|Panathinaikos|Paris Saint-Germain|Paris St Germain|PCB|PGA|Philadelphia 76ers|Philadelphia Eagles
Philadelphia Flyers|Philadelphia Phillies|Phoenix Suns|Pittsburgh Penguins|Pittsburgh Pirates|Pittsburgh Steelers
Portland Trail Blazers|Premier League|PSG|PSV Eindhoven|Queens Park Rangers|RB Leipzig|Real Madrid|Real Sociedad
Red Bull|Red Star Belgrade|River Plate|Royal Challengers Bangalore|Sacramento Kings|Sampdoria|San Antonio Spurs
San Diego Chargers|San Diego Padres|San Francisco 49ers|San Francisco Giants|San Jose Sharks|Schalke|Seattle Mariners
Seattle Seahawks|Seattle SuperSonics|Serie A|Sevilla|Shakhtar Donetsk|Sheffield United|Sheffield Wednesday
Spartak Moscow|Sporting Lisbon|St Louis Cardinals|St. Louis Blues|St. Louis Cardinals|Stoke City|Swansea City
Tampa Bay Buccaneers|Tampa Bay Lightning|Tennessee Titans|Texas Rangers|Torino|Toronto Blue Jays|Toronto Maple Leafs
Toronto Raptors|Tottenham|Tottenham Hotspur|UEFA|Uefa|Utah Jazz|Vancouver Canucks|Vancouver Grizzlies|VfB Stuttgart
Villarreal|WADA|Washington Bullets|Washington Capitals|Washington Redskins|Washington Wizards|WBA|WBC|Werder Bremen
West Bromwich Albion|West Ham|West Ham United|Wimbledon|Winnipeg Jets|Wolverhampton Wanderers|World Anti-Doping Agency
WTA|Yomiuri Giants|Zenit St Petersburg`;

const namesIn = (text: string): readonly string[] => text.split(/[|\n]/);

export const KNOWN_MEDIA = namesIn(MEDIA);
export const KNOWN_COMPANIES = namesIn(COMPANIES);
export const KNOWN_PARTIES = namesIn(PARTIES);
export const KNOWN_BODIES = namesIn(BODIES);
export const KNOWN_TEAMS = namesIn(TEAMS);
export const KNOWN_ORGANIZATIONS = [KNOWN_MEDIA, KNOWN_COMPANIES, KNOWN_PARTIES, KNOWN_BODIES, KNOWN_TEAMS].flat();
