/** What pages show beside the text: buttons, menus, credits of pictures. None of it is a headline. */

const BUTTONS = new Set(
  (
    'by|share|save|print|email|e-mail|comment|comments|copy link|copy url|close|menu|search|home|news|sport|sports|world|business|politics|uk|us|asia|europe|africa|' +
    'middle east|americas|tech|technology|science|health|culture|opinion|lifestyle|video|audio|live|more|advertisement|ad|sponsored|subscribe|subscribe now|' +
    'sign in|sign up|log in|login|register|support us|donate|skip to content|skip to main content|skip to navigation|skip links|listen|listen to this article|' +
    'read more|read next|related|related topics|related content|most read|topics|tags|facebook|twitter|x|whatsapp|linkedin|telegram|messenger|pinterest|reddit|' +
    'breaking|breaking news|exclusive|analysis|explainer|fact check|fact-check|editorial|follow|follow us|translate|font size|text size|view comments|add to list|' +
    'newsletter|sign up for our newsletter|image source|image caption|media caption|video caption|getty images|file photo|epa|alamy|shutterstock|continue|' +
    'share this|share this article|share full article|share page|share story|about sharing|gift this article|print this page|bookmark|back to top|loading'
  ).split('|'),
);

const CREDITS =
  /^[([]?(?:photo(?:graph(?:y|er)?|s)?|image|picture|illustration|file(?: photo)?|credit|video|graphic|caption|image source|image caption|media caption|pictured)\b\s{0,2}(?:[:,/]|by\b|courtesy\b|credit\b)/i;
const OWNERS =
  /(?:[(/[]|[,|]\s|\bvia\s|^©\s?)(?:getty(?: images)?|afp|reuters|epa(?:-efe)?|ap(?: photo)?|pa(?: media| wire)?|alamy|shutterstock|bloomberg|rex)(?:\s?(?:via|\/)\s?[\w\s]{2,30})?[)\]]?$/i;
const WORDS =
  /^(?:this article is more than \d|\d{1,3}\s?(?:-\s?)?(?:min(?:ute)?s?)\s(?:read|listen)|reading time|estimated reading|\d{1,6}\s(?:shares?|comments?|views?)$|listen\s(?:to|·|\()|share\b.{0,40}(?:facebook|twitter|via|on|this)|sign up (?:for|to)|subscribe (?:to|now)|follow .{0,40} on (?:facebook|twitter|x)\b|click here|image source|image caption|copyright|©|\(c\)\s|all rights reserved|for immediate release|press release|news release|media release|media advisory|embargoed|embargo|contact(?:s)?:|media contact|press contact|notes? to editors|-+\s?ends?\s?-+$|[–—]\s?ends?\s?[–—]$|ends$|#{2,}$|about sharing|dear\s)/i;
/** "Home > News > World" */
const PATH = /^[^.!?]{1,120}\s?[>›»→]\s?[^.!?]{1,60}$/u;

export function isChrome(text: string): boolean {
  if (text.length > 300) return false;
  const plain = text.toLowerCase().replace(/^[^\p{L}\p{N}©(#–—-]+|[^\p{L}\p{N})\]–—-]+$/gu, '');
  if (plain === '' || BUTTONS.has(plain)) return true;
  return WORDS.test(text) || CREDITS.test(text) || (text.length < 120 && OWNERS.test(text)) || PATH.test(text);
}

/** Whether a line says that what follows is a press release. */
export function isReleaseLine(text: string): boolean {
  return (
    text.length < 120 &&
    /^(?:for immediate release|press release|news release|media release|embargoed\b|presse(?:mitteilung|information)\b|communiqué de presse\b)/i.test(
      text,
    )
  );
}
