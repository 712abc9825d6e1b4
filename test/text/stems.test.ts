import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasStem, mayHold, soughtStems, stemsOf } from '../../server/src/text/stems.ts';
import { hardText, longRunOf } from '../support/unicode.ts';

/** Whether all words of a phrase stand in a text, as a keyword is looked for. */
function isIn(phrase: string, text: string): boolean {
  const stems = stemsOf(text);
  return soughtStems(phrase).every((sought) => {
    const has = hasStem(stems, sought);
    // The quick look never misses what the slow one finds.
    if (has) expect(mayHold(text, sought), `${sought} in ${text}`).toBe(true);
    return has;
  });
}

describe('forms of one word', () => {
  test.each(
    (
      'cities=city parties=party armies=army lies=lie movies=movie companies=company studied=study women=woman policemen=policeman ' +
      'children=child wolves=wolf lives=life crises=crisis analyses=analysis boxes=box buses=bus churches=church quizzes=quiz ' +
      'buzzes=buzz houses=housing shipped=shipping running=run making=make heroes=hero photos=photo viruses=virus ' +
      'economics=economy vaccines=vaccination Koreans=Korea Europäischen=Europäische organisation=organization colour=color ' +
      'programme=program é=e Øresund=Oresund Łódź=Lodz Straße=Strasse Fußball=Fussball æther=aether naïve=naive U.S.=US G-20=G20 ' +
      'e-mail=email co-operation=cooperation B-52=B52s COVID-19=Covid‑19 O’Brien=OBrien l’Europe=Europe Москва=Москвы Киев=Киеве ' +
      'Китай=Китаю Україна=України 서울=서울에서 القاهرة=بالقاهرة مصر=مِصْر ירושלים=בירושלים 外交部=中国外交部长 東京=東京都 ไทย=ประเทศไทย'
    )
      .split(' ')
      .map((pair) => pair.split('=') as [string, string]),
  )('%s and %s', (a, b) => {
    expect(isIn(a, `(${b}),`)).toBe(true);
    // What is a part of the other in a script with words inside of words is not so the other way round.
    if (!/[\u0590-\u06ff\u0e00-\u0e7f\u3000-\ud7ff]/.test(a)) expect(isIn(b, `“${a}”`)).toBe(true);
  });
});

describe('words apart', () => {
  test.each(
    (
      'China=Chinese CPC=CCP Iran=Iraq Niger=Nigeria 北京=南京 서울=부산 Москва=Минск art=party us=bus 19=2019 100th=hundredth ' +
      'ship=hip U.K.=Ukraine US=Russia cat=category port=sport man=many Austria=Australia 北京=北'
    )
      .split(' ')
      .map((pair) => pair.split('=') as [string, string]),
  )('%s and %s', (a, b) => expect(isIn(a, b)).toBe(false));

  test('words of grammar are not looked for, unless there is nothing else', () => {
    expect(isIn('The Bank of England', 'England bank')).toBe(true);
    expect(isIn('The The', 'nothing')).toBe(false);
    expect(isIn('!!!', 'nothing')).toBe(true);
  });
});

test('any text: the quick look never misses, and a text holds its own words', () => {
  fc.assert(
    fc.property(hardText, hardText, (phrase, text) => {
      isIn(phrase, text);
      isIn(phrase, `${text} ${phrase}`);
    }),
    { numRuns: 1000 },
  );
});

test.each(['ab', 'a-', 'a’', 'é', 'ies', '北', 'а', '-\u0301', 'A.'])('a long run of %j takes a moment', (piece) => {
  const text = longRunOf(piece);
  stemsOf(text);
  for (const sought of soughtStems('Przewalski’s U.K. 北京 Москва women')) mayHold(text, sought);
});
