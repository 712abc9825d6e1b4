/** Titles and offices before names of persons: resources of `titles.ts`. Small letters, no full stops at the end. */

/**
 * Words that end what stands before a name. Prince, Lord, Lady, Pope, Saint, Duke, Sheikh and the like are not among them:
 * without them hardly anybody would be known ("Lord Palmerston", "Pope Francis"), and corpora keep them more often than not.
 */
export const TITLES =
  'mr mrs ms mx miss messrs mme mlle monsieur madame madam herr frau señor señora dr prof doctor professor sir dame rev revd reverend fr hon president premier chancellor minister secretary senator sen representative rep congressman congresswoman governor gov mayor councillor alderman ambassador envoy consul commissioner chairman chairwoman chairperson ceo cfo coo cto chief director general gen colonel col lieutenant lt captain capt cpt major maj sergeant sgt corporal cpl private pvt admiral adm commander cmdr brigadier brig marshal commodore officer inspector constable detective judge justice sheriff king queen emperor empress sultan ayatollah mullah rabbi bishop archbishop cardinal pastor leader spokesman spokeswoman spokesperson coach manager analyst correspondent reporter editor columnist author actor actress singer striker midfielder goalkeeper lawyer economist scientist researcher journalist photographer founder co-founder boss comrade attorney';

/** Words that stand before one of those or behind a hyphen. */
export const BESIDE_TITLES =
  'former ex acting interim outgoing incoming deputy vice assistant associate senior junior executive prime first second foreign defense defence interior finance home health education energy trade economy labor labour agriculture transport environment information press under surgeon solicitor rear wing flight air field grand supreme managing state party opposition majority minority house senate ministry department police army navy military government presidential security national research rebel right honourable honorable late crown financial political news staff high district elect designate in co';

/** Of those titles, the ones that stand before nothing but a person when they are written small. */
export const OFFICES =
  'president chairman chairwoman ceo spokesman spokeswoman spokesperson director secretary analyst correspondent reporter minister chancellor ambassador';

/** What stands before such an office: "Microsoft | Executive Vice President". */
export const RANKS = 'vice deputy senior executive chief prime managing assistant former press general';

/** Names that have an article of their own, without which they would be another word. */
export const WITH_ARTICLE =
  'hague times sun guardian economist independent observer onion who clash atlantic hill verge intercept cure doors nation lancet';

/** Last words of names that end with an ’s of their own. */
export const WITH_POSSESSIVE =
  "mcdonald's macy's lloyd's sotheby's christie's moody's kellogg's levi's wendy's sainsbury's domino's denny's kohl's poor's dillard's bloomingdale's arby's applebee's hardee's lowe's reese's";

/** Small words that begin a family name. */
export const PARTICLES = 'de da di du del der den van von la le el al bin bint ibn ben abu ter ten af zu';
