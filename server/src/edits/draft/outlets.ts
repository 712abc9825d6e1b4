/** Outlets by the hosts of their pages. A host stands for those below it, too: `edition.cnn.com` is `cnn.com`. */
const HOSTS: Readonly<Record<string, string>> = {
  'abc.net.au': 'ABC News (Australia)',
  'abcnews.go.com': 'ABC News',
  'afp.com': 'AFP',
  'aftenposten.no': 'Aftenposten',
  'aljazeera.com': 'Al Jazeera',
  'apnews.com': 'Associated Press',
  'arstechnica.com': 'Ars Technica',
  'asahi.com': 'The Asahi Shimbun',
  'axios.com': 'Axios',
  'bangkokpost.com': 'Bangkok Post',
  'bbc.co.uk': 'BBC News',
  'bbc.com': 'BBC News',
  'bloomberg.com': 'Bloomberg',
  'bostonglobe.com': 'The Boston Globe',
  'businessinsider.com': 'Business Insider',
  'buzzfeednews.com': 'BuzzFeed News',
  'caixinglobal.com': 'Caixin Global',
  'cbc.ca': 'CBC News',
  'cbsnews.com': 'CBS News',
  'cgtn.com': 'CGTN',
  'channelnewsasia.com': 'CNA',
  'channel4.com': 'Channel 4 News',
  'chicagotribune.com': 'Chicago Tribune',
  'chinadaily.com.cn': 'China Daily',
  'cnbc.com': 'CNBC',
  'cnn.com': 'CNN',
  'corriere.it': 'Corriere della Sera',
  'csmonitor.com': 'The Christian Science Monitor',
  'dailymail.co.uk': 'Daily Mail',
  'dawn.com': 'Dawn',
  'derstandard.at': 'Der Standard',
  'dw.com': 'Deutsche Welle',
  'economist.com': 'The Economist',
  'elpais.com': 'El País',
  'euronews.com': 'Euronews',
  'express.co.uk': 'Daily Express',
  'faz.net': 'Frankfurter Allgemeine Zeitung',
  'forbes.com': 'Forbes',
  'foxnews.com': 'Fox News',
  'france24.com': 'France 24',
  'ft.com': 'Financial Times',
  'globaltimes.cn': 'Global Times',
  'gov.uk': 'GOV.UK',
  'haaretz.com': 'Haaretz',
  'hindustantimes.com': 'Hindustan Times',
  'hongkongfp.com': 'Hong Kong Free Press',
  'huffpost.com': 'HuffPost',
  'independent.co.uk': 'The Independent',
  'indianexpress.com': 'The Indian Express',
  'inews.co.uk': 'i',
  'irishtimes.com': 'The Irish Times',
  'itv.com': 'ITV News',
  'japantimes.co.jp': 'The Japan Times',
  'jpost.com': 'The Jerusalem Post',
  'koreaherald.com': 'The Korea Herald',
  'kyivindependent.com': 'The Kyiv Independent',
  'latimes.com': 'Los Angeles Times',
  'lefigaro.fr': 'Le Figaro',
  'lemonde.fr': 'Le Monde',
  'liberation.fr': 'Libération',
  'mainichi.jp': 'The Mainichi',
  'metro.co.uk': 'Metro',
  'mirror.co.uk': 'Daily Mirror',
  'nature.com': 'Nature',
  'nbcnews.com': 'NBC News',
  'newscientist.com': 'New Scientist',
  'news.sky.com': 'Sky News',
  'newsweek.com': 'Newsweek',
  'newyorker.com': 'The New Yorker',
  'nikkei.com': 'Nikkei',
  'npr.org': 'NPR',
  'nytimes.com': 'The New York Times',
  'nzherald.co.nz': 'The New Zealand Herald',
  'nzz.ch': 'Neue Zürcher Zeitung',
  'pbs.org': 'PBS',
  'people.com.cn': "People's Daily",
  'politico.com': 'Politico',
  'politico.eu': 'Politico Europe',
  'propublica.org': 'ProPublica',
  'repubblica.it': 'la Repubblica',
  'reuters.com': 'Reuters',
  'rfi.fr': 'RFI',
  'rnz.co.nz': 'RNZ',
  'rte.ie': 'RTÉ',
  'scmp.com': 'South China Morning Post',
  'scotsman.com': 'The Scotsman',
  'smh.com.au': 'The Sydney Morning Herald',
  'spiegel.de': 'Der Spiegel',
  'standard.co.uk': 'Evening Standard',
  'straitstimes.com': 'The Straits Times',
  'sueddeutsche.de': 'Süddeutsche Zeitung',
  'swissinfo.ch': 'SWI swissinfo.ch',
  'tagesschau.de': 'tagesschau',
  'taipeitimes.com': 'Taipei Times',
  'tass.com': 'TASS',
  'techcrunch.com': 'TechCrunch',
  'telegraph.co.uk': 'The Telegraph',
  'theage.com.au': 'The Age',
  'theatlantic.com': 'The Atlantic',
  'theconversation.com': 'The Conversation',
  'theglobeandmail.com': 'The Globe and Mail',
  'theguardian.com': 'The Guardian',
  'thehindu.com': 'The Hindu',
  'thesun.co.uk': 'The Sun',
  'thetimes.co.uk': 'The Times',
  'thetimes.com': 'The Times',
  'theverge.com': 'The Verge',
  'time.com': 'Time',
  'timesofindia.indiatimes.com': 'The Times of India',
  'usatoday.com': 'USA Today',
  'vice.com': 'Vice',
  'voanews.com': 'VOA News',
  'vox.com': 'Vox',
  'washingtonpost.com': 'The Washington Post',
  'wired.com': 'Wired',
  'wsj.com': 'The Wall Street Journal',
  'xinhuanet.com': 'Xinhua',
  'news.cn': 'Xinhua',
  'yna.co.kr': 'Yonhap',
  'zeit.de': 'Die Zeit',
};

/** Hosts that show, shorten or keep what others published. */
const CARRIERS: ReadonlySet<string> = new Set(
  (
    'archive.org archive.ph archive.is archive.today archive.md t.co bit.ly ow.ly tinyurl.com lnkd.in goo.gl buff.ly dlvr.it google.com ' +
    'facebook.com fb.com twitter.com x.com reddit.com linkedin.com youtube.com youtu.be instagram.com t.me web.app flip.it ' +
    'apple.news msn.com 12ft.io medium.com substack.com docs.google.com drive.google.com dropbox.com'
  ).split(' '),
);

/** News agencies and wires by the names that datelines and credits give them. */
const AGENCIES: Readonly<Record<string, string>> = {
  reuters: 'Reuters',
  'thomson reuters': 'Reuters',
  ap: 'Associated Press',
  'associated press': 'Associated Press',
  'the associated press': 'Associated Press',
  afp: 'AFP',
  'agence france-presse': 'AFP',
  xinhua: 'Xinhua',
  upi: 'UPI',
  dpa: 'dpa',
  efe: 'EFE',
  ansa: 'ANSA',
  tass: 'TASS',
  'itar-tass': 'TASS',
  'ria novosti': 'RIA Novosti',
  interfax: 'Interfax',
  'interfax-ukraine': 'Interfax-Ukraine',
  ukrinform: 'Ukrinform',
  yonhap: 'Yonhap',
  kyodo: 'Kyodo News',
  'kyodo news': 'Kyodo News',
  jiji: 'Jiji Press',
  cna: 'CNA',
  ians: 'IANS',
  ani: 'ANI',
  pti: 'PTI',
  bernama: 'Bernama',
  antara: 'Antara',
  anadolu: 'Anadolu Agency',
  aa: 'Anadolu Agency',
  pa: 'PA Media',
  'pa media': 'PA Media',
  'press association': 'PA Media',
  aap: 'AAP',
  bloomberg: 'Bloomberg',
  voa: 'VOA News',
  mena: 'MENA',
  spa: 'Saudi Press Agency',
  wam: 'WAM',
  irna: 'IRNA',
  kcna: 'KCNA',
  cnn: 'CNN',
  'cnn business': 'CNN',
};

/** Services that spread the press releases of others: they stand in datelines and are no source. */
const WIRES: ReadonlySet<string> = new Set(
  'prnewswire|pr newswire|business wire|businesswire|globe newswire|globenewswire|accesswire|newswire|prweb|ein presswire'.split(
    '|',
  ),
);

/** Other names under which outlets stand in their pages. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  bbc: 'BBC News',
  'bbc news': 'BBC News',
  'bbc news online': 'BBC News',
  'bbc sport': 'BBC Sport',
  'bbc world service': 'BBC World Service',
  'bbc verify': 'BBC News',
  guardian: 'The Guardian',
  'guardian.com': 'The Guardian',
  telegraph: 'The Telegraph',
  'daily telegraph': 'The Telegraph',
  'the daily telegraph': 'The Telegraph',
  independent: 'The Independent',
  economist: 'The Economist',
  'new york times': 'The New York Times',
  'washington post': 'The Washington Post',
  'wall street journal': 'The Wall Street Journal',
  'al jazeera english': 'Al Jazeera',
  'ap news': 'Associated Press',
  'xinhua news agency': 'Xinhua',
  新华社: '新华社',
  新华网: '新华网',
  人民日报: '人民日报',
  中新社: '中新社',
  中国新闻网: '中国新闻网',
  央视新闻: '央视新闻',
  澎湃新闻: '澎湃新闻',
  朝日新聞: '朝日新聞',
  共同通信: '共同通信',
};

/** Names that are ordinary words as well: only a host stands for them. */
const ORDINARY: ReadonlySet<string> = new Set([
  'i',
  'time',
  'metro',
  'nature',
  'vice',
  'vox',
  'wired',
  'dawn',
  'politico',
]);

const BY_NAME: ReadonlyMap<string, string> = new Map([
  ...Object.values(HOSTS)
    .map((name) => [name.toLowerCase(), name] as const)
    .filter(([name]) => !ORDINARY.has(name)),
  ...Object.entries(OTHER_NAMES),
]);

/** How many outlets the table of hosts knows. */
export const HOST_COUNT = Object.keys(HOSTS).length;

/** The outlet that a name means, as it is best written; agencies are none here, since they stand in credits, too. */
export function outletNamed(name: string): string | undefined {
  return BY_NAME.get(plain(name));
}

export function agencyNamed(name: string): string | undefined {
  const key = plain(name);
  return Object.hasOwn(AGENCIES, key) ? AGENCIES[key] : undefined;
}

export function isWire(name: string): boolean {
  return WIRES.has(plain(name));
}

/** The outlet whose pages a host serves, and whether it is one of the table; undefined for hosts that carry what others wrote. */
export function outletOfHost(host: string): { readonly name: string; readonly known: boolean } | undefined {
  const bare = host.toLowerCase().replace(/^(?:www|m|amp|mobile)\./, '');
  for (let rest = bare; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
    if (Object.hasOwn(HOSTS, rest)) return { name: HOSTS[rest] as string, known: true };
    if (CARRIERS.has(rest)) return undefined;
  }
  return /^[\d.]+$|^[^.]*$/.test(bare) ? undefined : { name: bare, known: false };
}

function plain(name: string): string {
  return name.length > 60
    ? ''
    : name
        .trim()
        .toLowerCase()
        .replace(/[’`]/g, "'")
        .replace(/\s+/g, ' ')
        .replace(/^[-–—|·•]\s?|[.,;]$/g, '');
}
