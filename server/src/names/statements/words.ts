import { Keywords } from '../../text/keywords.ts';
import { wordsOf } from '../capitals.ts';
import { BESIDE_TITLES, TITLES } from '../title-words.ts';

/** Words that tell what a name is: resources of this folder. Lists are words in small letters, between blanks. */

/** Said of a person. */
export const PERSON = 1;
/** An office or post, which one holds for somebody: "president of", "Microsoft's lawyer". */
export const OFFICE = 2;
/** Said of organisations and what they make. */
export const THING = 4;
/** Said of a place, before its name with "of" as well: "the city of Basra". */
export const PLACE = 8;
/** Said of persons and organisations, with "of" and what it is about: "owner of". */
export const RELATION = 16;
/** Stands before a word for an office: "former", "deputy", "prime". */
export const BESIDE = 32;
/** Stands before the name of a person and says nothing: "Mr". */
export const HONORIFIC = 64;
/** A word of several: "companies". */
export const PLURAL = 128;
/** Said of works: "the film Titanic". */
export const WORK = 256;
/** "capital": of a place, but never with "of" before its name. */
export const CAPITAL = 512;

/** Titles that are no offices. */
const HONORIFICS =
  'mr mrs ms mx miss messrs mme mlle monsieur madame madam herr frau señor señora dr prof doctor sir dame rev revd reverend fr hon comrade boss right honourable honorable st sheikh shaikh sister brother father saint prophet lord lady maulana mullah';

/** Offices besides the titles. */
const MORE_OFFICES =
  'executive chief-executive counsel head spokeswoman ambassador adviser advisor aide treasurer manager principal dean rector chancellor vice-president vice-chairman co-chairman co-chair chair president-elect co-director deputy undersecretary administrator prosecutor negotiator commander commander-in-chief superintendent chief-of-staff secretary-general director-general attorney-general leader representative strategist economist co-leader vice-chancellor managing-director ombudsman comptroller lawmaker parliamentarian legislator';

const MORE_PERSONS =
  'lawyer attorney activist politician businessman businesswoman billionaire millionaire banker investor entrepreneur philanthropist scientist physicist chemist biologist historian sociologist psychologist philosopher mathematician engineer architect astronaut cosmonaut pilot doctor physician surgeon nurse professor lecturer teacher scholar academic student researcher fellow expert specialist consultant strategist novelist writer poet playwright dramatist screenwriter filmmaker film-maker producer actor actress comedian singer songwriter singer-songwriter rapper musician composer conductor pianist violinist guitarist drummer dancer painter sculptor artist designer model photographer cartoonist illustrator journalist reporter correspondent broadcaster presenter host anchor columnist blogger editor critic player footballer golfer cyclist swimmer sprinter runner skier skater boxer wrestler gymnast cricketer quarterback pitcher racer driver jockey champion medalist medallist winner laureate captain coach goalkeeper striker midfielder defender veteran soldier general colonel major lieutenant sergeant officer official diplomat envoy negotiator mediator politician lawmaker legislator senator congressman congresswoman parliamentarian councillor candidate nominee dissident cleric imam ayatollah priest bishop archbishop cardinal monk nun theologian preacher evangelist warlord militant insurgent rebel guerrilla terrorist extremist commander fighter mastermind bombmaker financier smuggler fugitive defector spy agent hacker whistleblower informant suspect gunman murderer killer rapist victim survivor widow widower wife husband son daughter brother sister father mother uncle aunt nephew niece cousin grandson granddaughter grandfather grandmother son-in-law brother-in-law half-brother stepson girlfriend boyfriend friend ally rival opponent protege protégé successor predecessor heir founder co-founder cofounder creator inventor pioneer author co-author translator publisher native citizen national resident member farmer fisherman worker miner trader merchant shopkeeper neighbor neighbour tycoon magnate oligarch heiress socialite celebrity star superstar legend icon hero heroine prince princess king queen monarch emperor sultan emir sheikh duke duchess earl baron noble chieftain elder statesman stateswoman reformer revolutionary nationalist communist socialist economist analyst statistician demographer environmentalist conservationist ecologist geologist climatologist meteorologist astronomer archaeologist anthropologist linguist virologist epidemiologist immunologist geneticist oncologist psychiatrist neurologist cardiologist judge magistrate lawyer solicitor barrister prosecutor detective policeman policewoman sheriff inspector investigator man woman boy girl teenager hardliner moderate technocrat bureaucrat loyalist supporter critic advocate campaigner organizer organiser crusader lobbyist spokesperson chef restaurateur hotelier mountaineer explorer adventurer sailor captain navigator technician mechanic programmer developer instructor trainer counselor counsellor missionary chaplain pastor minister vicar rabbi mufti patriarch pope pontiff youth immigrant refugee exile prisoner detainee inmate hostage contractor employee';

/** Organisations, and what has a maker. */
const THINGS =
  'company firm startup start-up platform conglomerate carmaker automaker chipmaker drugmaker plane-maker planemaker steelmaker shipbuilder retailer manufacturer insurer lender airline utility multinational e-tailer telecom telco marketplace subsidiary brokerage consultancy charity nonprofit non-profit think-tank newspaper tabloid broadsheet daily bank corporation enterprise business bookseller supermarket chain brand label studio broadcaster network channel station website site portal blog app application game browser search-engine service provider operator supplier distributor giant maker producer exporter importer miner refiner developer group organization organisation agency party movement faction militia coalition alliance union association federation league club team institute institution university college school hospital museum foundation watchdog regulator committee board council court ministry department bureau laboratory lab publisher exchange partnership cooperative consortium venture carrier broker wholesaler vendor rival competitor affiliate parent unit arm outlet mouthpiece magazine journal periodical publication tribe clan sect cult denomination church band orchestra choir troupe ensemble quartet trio duo vaccine drug medicine smartphone tablet laptop console device gadget aircraft airliner jet helicopter missile rocket satellite spacecraft probe telescope ship vessel tanker freighter ferry yacht submarine cruiser frigate destroyer warship trawler car sedan truck motorcycle program software tool system currency cryptocurrency budget-airline lobby bloc syndicate cartel gang offshoot wing';

const PLACES =
  'city town village hamlet suburb settlement province state county district municipality prefecture canton region republic kingdom emirate sultanate principality territory colony enclave exclave island islet archipelago peninsula port resort oasis neighborhood neighbourhood borough township stronghold';

/** Places that are never named with "of". */
const FEATURES =
  'country nation river lake mountain volcano peak valley desert airport seaport base prison stadium shrine mosque cathedral monastery temple palace castle fortress bridge dam reservoir canal strait glacier reef park monument refinery oilfield pipeline hub crossing checkpoint';

const WORKS =
  'film movie documentary novel book memoir autobiography biography poem play musical opera ballet symphony song single album ep sitcom series show program programme drama comedy thriller anthology collection painting sculpture sequel trilogy magazine newspaper journal';

const RELATIONS =
  'owner co-owner operator maker parent publisher creator developer founder co-founder organizer organiser sponsor producer seller supplier provider distributor manufacturer designer builder inventor successor predecessor host member winner author ally rival home birthplace subsidiary unit part';

const flags = new Map<string, number>();

function add(list: string, flag: number): void {
  for (const word of list.split(' ')) flags.set(word, (flags.get(word) ?? 0) | flag);
}

function addPlurals(list: string, flag: number): void {
  add(list.split(' ').map(pluralOf).join(' '), flag | PLURAL);
}

/** The plural of a noun as English makes most of them. */
function pluralOf(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (/(?:s|x|ch|sh)$/.test(noun)) return `${noun}es`;
  return noun.replace(/man$/, 'men').replace(/(?<!men)$/, 's');
}

add(TITLES, PERSON | OFFICE);
for (const word of HONORIFICS.split(' ')) flags.set(word, HONORIFIC);
add(MORE_OFFICES, PERSON | OFFICE);
add(MORE_PERSONS, PERSON);
add(BESIDE_TITLES.replace(/\b(?:in|and|foreign|first|staff)\b ?/g, ''), BESIDE);
add(
  'foreign first then then-acting chief general self-proclaimed self-styled self-declared alleged suspected presumed longtime veteran caretaker newly-elected',
  BESIDE,
);
add(THINGS, THING);
add(PLACES, PLACE);
add(FEATURES, CAPITAL);
add('capital', CAPITAL);
add(WORKS, WORK);
add(RELATIONS, RELATION);
const singulars = `${MORE_PERSONS} ${TITLES}`;
addPlurals(singulars, PERSON);
addPlurals(THINGS, THING);
addPlurals(PLACES, PLACE);
addPlurals(FEATURES, CAPITAL);
addPlurals(WORKS, WORK);

/** What a word says of the name beside it: the flags above. */
export const NOUNS = new Keywords(flags);

/** Small words and verbs, which no noun phrase has in it. */
export const PREPOSITION = 1;
export const RELATIVE = 2;
export const VERB = 4;
export const ARTICLE = 8;
export const JOINT = 16;
export const PRONOUN = 32;
export const TIME = 64;
export const OTHER = 128;
/** A determiner that is no article: "its", "this", "two". */
export const DETERMINER = 256;

const grammar = new Map<string, number>();
function put(list: string, flag: number): void {
  for (const word of list.split(' ')) grammar.set(word, (grammar.get(word) ?? 0) | flag);
}
put(
  'of for at in on with from to by near under over behind against between among into within without outside inside during across around along beyond toward towards off about via per throughout onto upon',
  PREPOSITION,
);
put('who which that whose whom where when why how whether', RELATIVE);
put(
  'is are was were be been being has have had having do does did will would can could may might must shall should said says say saying told tells tell asked asks added adds noted notes announced announces warned warns reported reports argued argues believes believed called calls came comes become became becomes got gets get gave gives give went goes go made makes make took takes take met meets meet led leads won wins lost loses left leaves held holds began begins saw sees knew knows thinks thought wrote writes spoke speaks spent kept keeps put puts set sets ran runs sent sends sold sells bought buys built builds brought brings fell falls rose rises grew grows drew draws quit quits broke breaks chose chooses drove drives fought fights found finds flew flies hit hits cut cuts hopes wants want wanted plans expects expected agreed agrees accused accuses blamed blames denied denies urged urges vowed vows pledged pledges criticized criticizes declared declares confirmed confirms insisted insists acknowledged died dies arrived arrives named names elected appointed killed arrested include includes included including joined joins faces faced remains remained plays played',
  VERB,
);
put('the a an', ARTICLE);
put('and or but nor', JOINT);
put('he she it they we you i him her them us me himself herself itself themselves there here', PRONOUN);
put(
  'its his their our my your this these those another each every some any all both no such what two three four five six seven eight nine ten several many few most more other',
  DETERMINER,
);
put(
  'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december today yesterday tomorrow tonight',
  TIME,
);
put(
  'while as if because since until unless although though after before once than so not also never however meanwhile then later earlier ago yet just only even still already now again too very well soon instead despite out up down away back like unlike following amid except plus minus versus who’s according',
  OTHER,
);

export const GRAMMAR = new Keywords(grammar);

/** Words in -er and the like that are no persons. */
export const NO_PERSONS = wordsOf(
  'soccer later earlier other another number order power matter offer letter paper water former latter whether never ever over under center border river computer career cancer disorder murder quarter corner chapter error terror honor labor favor sector factor horror dinner winter summer remainder gender weather further rather together however either neither longer larger smaller bigger greater higher lower older younger better closer after easier list twist waist exist resist assist persist mist fist wrist checklist shortlist register minor major senior junior prior interior exterior anterior posterior inferior superior motor vector mirror tremor rumor rumour vapor her per tower shower flower layer answer transfer cover shelter counter barrier tender charter encounter disaster cluster',
);
/** Peoples that are none, but a party or a faith: no one holds an office for them. */
export const NO_NATIONS = wordsOf(
  "sandinista baath ba'ath peronist tory druze maronite pashtun serb croat bolshevik republican republicans democrat democrats democratic muslim muslims sunni sunnis shiite shiites shi'ite shi'ites shia christian christians catholic catholics protestant jewish jew jews islamist islamic communist conservative labour liberal socialist hindu buddhist sikh orthodox anglican evangelical african-american arab kurdish tamil baptist methodist lutheran hispanic latino black white marxist maoist zionist western asian european african",
);
/** Small words that stand before nouns, and do hardly anything else there. */
export const MODIFIERS = wordsOf(
  'private public online digital mobile local state news rebel militant terror terrorist opposition ruling port holy oil gas energy insurance software internet technology tech media television radio aid rights human trade labor labour car food drug health video social security resort border mining space research separatist market main top major key small big large new old nearby neighboring neighbouring remote sacred rival sister parent messaging recruiting streaming trading banking engineering consulting publishing gaming shipping advertising booking housing manufacturing operating shopping nuclear guerrilla militia tennis football soccer basketball baseball golf rock pop jazz opera film movie youth union party team company group court church peace rugby cricket boxing chess climate business war army police air hardline junta gang rookie slain jailed exiled ousted deposed detained wanted disgraced renowned noted famed young late star chief lead fellow cabinet sports arms weapons communications electronics cosmetics securities systems logistics arts airlines foods crimes drugs affairs investigative electronics semiconductor pharmaceutical aerospace automotive retail wireless oil foreign finance interior defense defence prime vice deputy former acting managing recording leading visiting reigning founding supporting sitting playback band interim outgoing incoming senior junior assistant associate world national',
);
/** Words between a noun and the name that it is said of, or the last ones of an office: "city | of", "Secretary of | State". */
export const LEADS = new Keywords([
  ...['of', 'called', 'named'].map((word) => [word, 1] as const),
  ...'state defense defence energy education labor agriculture commerce transportation interior treasury health justice finance information'
    .split(' ')
    .map((word) => [word, 2] as const),
]);
