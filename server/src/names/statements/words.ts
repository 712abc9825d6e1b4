/** What statements are told by: nouns by what they are said of, and the words that stand beside them. */

function set(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

/** Offices and occupations: said of persons. Forms of address are none. */
export const ROLES = set(
  `president premier chancellor minister secretary senator representative congressman congresswoman governor mayor councillor
  alderman ambassador envoy consul commissioner chairman chairwoman chairperson chair ceo cfo coo cto chief director general
  colonel lieutenant captain major sergeant corporal admiral commander brigadier marshal inspector constable detective judge
  justice sheriff king queen emperor empress sultan bishop archbishop cardinal pastor leader spokesman spokeswoman spokesperson
  coach manager analyst correspondent reporter editor columnist author actor actress singer striker midfielder goalkeeper lawyer
  economist scientist researcher journalist photographer founder co-founder attorney professor lecturer fellow scholar historian
  adviser advisor consultant expert specialist strategist activist campaigner advocate organizer farmer teacher doctor physician
  surgeon nurse engineer designer architect artist painter sculptor poet novelist writer playwright composer musician guitarist
  drummer rapper pianist conductor filmmaker producer screenwriter comedian presenter broadcaster anchor host chef entrepreneur
  businessman businesswoman banker investor executive officer official lawmaker legislator politician diplomat prosecutor
  prime-minister deputy head dean principal chancellor rector provost biologist physicist chemist astronomer psychologist
  sociologist anthropologist epidemiologist virologist geologist meteorologist mathematician philosopher linguist veteran pilot
  astronaut soldier policeman policewoman firefighter student graduate resident survivor widow widower wife husband son daughter
  brother sister father mother cousin nephew niece uncle aunt candidate nominee winner champion medalist medallist swimmer runner
  cyclist boxer golfer footballer defender forward quarterback pitcher sprinter skier surfer driver owner partner principal
  treasurer trustee curator librarian archaeologist blogger translator interpreter priest imam rabbi monk nun preacher heir
  heiress prince princess duke duchess statesman dictator warlord militant rebel negotiator mediator whistleblower hacker
  programmer developer technician counsel solicitor barrister magistrate coroner paramedic midwife pharmacist dentist
  veterinarian ecologist environmentalist conservationist zoologist botanist paleontologist neuroscientist`,
);

/** Said of organizations. */
export const ORGANIZATIONS = set(
  `company firm startup start-up platform conglomerate carmaker automaker chipmaker drugmaker planemaker plane-maker steelmaker
  shipbuilder retailer manufacturer insurer lender airline utility multinational e-tailer telecom telco marketplace subsidiary
  brokerage consultancy charity nonprofit non-profit think-tank newspaper tabloid broadsheet bank group organization organisation
  agency regulator watchdog union party university college institute foundation association federation coalition alliance
  ministry department network broadcaster channel magazine website publisher publication club team band orchestra museum
  hospital school maker producer provider operator supplier distributor developer parent owner unit arm division affiliate
  partnership consortium fund investor exchange corporation corp business chain supermarket brewer miner refiner contractor
  militia movement militant-group rebel-group body court tribunal church service giant exporter importer lobby nongovernmental-organization
  ngo ring-maker search-engine studio label carrier railway port-operator builder`,
);

/** Said of places. */
export const PLACES = set(
  `capital city town village island country nation state province region district county suburb port neighborhood neighbourhood
  territory republic archipelago peninsula river lake mountain volcano valley desert sea bay strait settlement resort municipality
  borough prefecture kingdom metropolis hub stronghold hometown birthplace`,
);

/** Said of works and products, and of what people use. */
export const THINGS = set(
  `app application service website site platform game video-game film movie documentary novel book album song single series show
  program programme drama comedy musical opera play painting sculpture magazine newspaper drug vaccine medicine phone smartphone
  tablet computer console model car suv sedan truck rocket spacecraft satellite aircraft jet helicopter missile software browser
  search-engine operating-system chatbot tool cryptocurrency currency brand product device`,
);

/** Said of events and of peoples. */
export const OTHERS = set(
  'festival tournament war battle conference summit holiday race tribe people language religion storm hurricane typhoon',
);

/** Plurals of what stands before names in a row. */
export const PLURALS: ReadonlyMap<string, string> = new Map(
  `companies company firms firm startups startup start-ups start-up platforms platform conglomerates conglomerate carmakers carmaker
  automakers automaker chipmakers chipmaker drugmakers drugmaker retailers retailer manufacturers manufacturer insurers insurer
  lenders lender airlines airline banks bank utilities utility charities charity newspapers newspaper supermarkets supermarket
  apps app brokerages brokerage broadcasters broadcaster universities university`
    .split(/\s+/)
    .flatMap((word, i, all) => (i % 2 === 0 ? [[word, all[i + 1] ?? ''] as const] : [])),
);

/** Stands before a noun and belongs to it, besides words with a hyphen and adjectives of peoples. */
export const QUALIFIERS = set(
  `giant big large largest biggest leading major top small private public national local regional global international state
  independent online digital financial electric electronic new former technology tech internet web software hardware oil gas
  energy power car auto mobile phone media social video music insurance news shipping drug food space security credit property
  real estate coal steel mining gold logistics delivery freight travel hotel gaming game games education recruitment recruiting
  messaging chat streaming shopping e-commerce ecommerce commerce retail fashion luxury sports sport clothing furniture toy
  biotech biotechnology pharmaceutical medical health healthcare chemical chip semiconductor computer chips telecommunications
  telecoms telecom wireless satellite television tv radio film movie record publishing investment commercial central development
  savings cooperative human rights environmental aid relief humanitarian advocacy opposition ruling conservative liberal
  socialist communist far-right far-left militant rebel islamist terrorist armed student labor labour trade workers rival
  budget low-cost flag research polling data analytics consulting accounting law advertising marketing public-relations
  cybersecurity crypto cryptocurrency payment payments ride taxi truck trucking train rail railway aircraft plane engine battery
  solar wind nuclear water waste tobacco beer wine coffee chocolate dairy meat seed fertilizer tractor weapons arms defense
  defence aerospace rocket satellite drone robotics popular famous well-known parent holding family weekly daily monthly
  business job jobs hiring search dating photo sharing photo-sharing video-sharing food-delivery home rental app`,
);

/** Stands before an office and belongs to it. */
export const BESIDE_ROLES = set(
  `former ex acting interim outgoing incoming deputy vice assistant associate senior junior executive prime first second foreign
  defense defence interior finance home health education energy trade economy labor labour agriculture transport environment
  information press rear wing flight air field grand supreme managing state party opposition majority minority house senate
  ministry department police army navy military government presidential security national research political news staff high
  district chief general attorney lead co principal founding honorary emeritus retired veteran longtime long-time then late
  policy marketing operating financial technology science sports music film human rights company group team union campaign club
  assembly cabinet court police federal regional local legal head visiting chairman chairwoman president co-chief world heavyweight
  olympic award-winning prize-winning nobel laureate pop rock folk jazz hip-hop opera stage television tv radio folk-rock
  investment bank business commerce culture tourism justice planning development industry science climate`,
);

/** What a person is addressed by; nothing is said by it. */
export const ADDRESSES = set('mr mrs ms miss mx dr sir dame madam madame lord lady prof rev');

export const ARTICLES = set('the a an');
export const POSSESSIVES = set('its his her their our my');
export const LINKS = set('of for at in to on from with by behind');
/** Begins a clause: what stands before it is whole. */
export const CLAUSES = set('who whom whose which that where when while and but');
/** Gives no letter to an abbreviation. */
export const SILENT = set('of the and for in on to a an at by de la du des und der le les et y del');
