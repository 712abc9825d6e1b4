/** News-like seeds of any size, the same ones in every run. */
export function makeSeed(bytes: number): string {
  const parts = ['Source: Harbour Times Published: 2021-07-05\nTitle: Three platforms under review\n\n'];
  let size = parts[0]?.length ?? 0;
  for (let i = 0; size < bytes; i++) {
    const paragraph = `${PARAGRAPHS[i % PARAGRAPHS.length]} It was item ${i} of the list.\n\n`;
    parts.push(paragraph);
    size += paragraph.length;
  }
  return parts.join('');
}

const PARAGRAPHS = [
  'The cyberspace office of China said on 5 July 2021 that it would look into three platforms, and their shares fell 12.5 per cent in New York before the market closed.',
  'In France and the United Kingdom, officials of the European Union said that US$2.8 billion had been paid by the end of June 2021, up from €1.2 billion in 2019.',
  'Nobody was hurt, and the inquiry was later taken up by a panel that had met behind closed doors for most of the week, as the minister had asked it to do.',
  '“It was a long-running dispute,” said the spokeswoman of the World Health Organization, speaking from Nairobi. Kenyan and German doctors had warned of it since 3 March 2020.',
  'Residents called it a costly delay, and many of them said that they had not been asked before the work began; critics argue that the plan is too small to matter.',
];
