import { describe, test } from 'vitest';
import { check } from './check.ts';

describe('behind a name', () => {
  test.each([
    ['[Kanzhun]o, the owner of [Boss Zhipin]r, floated', 'description Kanzhun: the owner of Boss Zhipin'],
    ['[Kanzhun]o, the owner of [Boss Zhipin]r floated on the', 'description Kanzhun: the owner of Boss Zhipin'],
    ['[Kanzhun]o, owner of [Boss Zhipin]r, floated', 'description Kanzhun: owner of Boss Zhipin'],
    ['[Volvo]o, the [Swedish]g carmaker, said', 'description Volvo: the Swedish carmaker'],
    ['[Volvo]o, the\n[Swedish]g carmaker.', 'description Volvo: the\nSwedish carmaker'],
    [
      '[Dong Shaopeng]p, a senior research fellow at the [Chongyang Institute]o at [Renmin University]o, pointed',
      'description Dong Shaopeng: a senior research fellow at the Chongyang Institute at Renmin University',
    ],
    ['[Paris]l, the capital of [France]l, is', 'description Paris: the capital of France'],
    ['in [Anyama]l, a suburb of [Abidjan]l.', 'description Anyama: a suburb of Abidjan'],
    ["[Nigeria]l, [Africa]l's most populous country, is", "description Nigeria: Africa's most populous country"],
    ['[GM]o, the world’s largest carmaker, fell', 'description GM: the world’s largest carmaker'],
    ['[Bank Leumi]o, one of [Israel]l’s largest banks.', 'description Bank Leumi: one of Israel’s largest banks'],
    [
      '[Jane Roe]p, the head of the [U.S.]l-based group, said',
      'description Jane Roe: the head of the U.S.-based group',
    ],
    ['[Jane Roe]p, a lawyer.', 'description Jane Roe: a lawyer'],
    ['[Jane Roe]p, a lawyer who said', 'description Jane Roe: a lawyer'],
    ['[Jane Roe]p, a climatologist, said', 'description Jane Roe: a climatologist'],
    [
      '[Jane Roe]p, an oncologist and former mayor of [Rome]l, said',
      'description Jane Roe: an oncologist and former mayor of Rome',
    ],
    [
      "[Tom Burt]p, [Microsoft]o's vice president for customer security, said",
      'role Tom Burt: vice president for customer security | Microsoft',
    ],
    ['[Tom Burt]p, chief executive of [Microsoft]o, said', 'role Tom Burt: chief executive | Microsoft'],
    ['[Tom Burt]p, former head of the [IAEA]o.', 'role Tom Burt: former head | IAEA'],
    [
      '[Tom Burt]p, vice president for customer security at [Microsoft]o, said',
      'role Tom Burt: vice president for customer security | Microsoft',
    ],
    ['[Tom Burt]p, director of the [IAEA]o in [Vienna]l, said', 'role Tom Burt: director | IAEA'],
  ])('%s', (marked, ...expected) => check(marked, ...expected));

  test.each([
    '[Rome]l, [Paris]l and [London]l',
    '[Tom Doe]p, the mayor of [Rome]l, and [Jane Roe]p met',
    '[Tom Doe]p, the minister of trade, industry and energy',
    '[Paris]l, [France]l, is',
    '[Paris]l, the [Netherlands]l, and',
    '[Wang]p, the president, said',
    '[Wang]p, who said',
    '[Wang]p, speaking from [Rome]l, said',
    '[Wang]p, the president said',
    '[Wang]p, a day after the talks, said',
    '[Jane Roe]p, a woman who said',
    'In [Rome]l, the mayor of the city, who had a cold, said',
    'In [Baghdad]l, the [U.S.]l military said',
    'According to [Reuters]o, the agency said',
    '[Tom Doe]p, the leader of a group that did it, said',
    'with [Rome]l, [Paris]l, the capital of [France]l.',
    '[Tom Doe]p, the leader of [Hamas]o and said',
    '[Monday]x, the leader of [Hamas]o',
    '[$5]m, the price of a book,',
    '“It is good,” said [Tom Doe]p, the',
    '[Tom Doe]p, 45, said',
    '[Tom Doe]p, a founding director of the [French]g "New Wave" movement, has',
    '[Tom Doe]p, chief executive officer of [Toledo]l, Ohio-based [Meridian]o',
    '[Jane Roe]p, a winner over [Tom Doe]p of [Poland]l 07-May, 06-Apr.',
  ])('nothing in: %s', (marked) => check(marked));
});

describe('before a name', () => {
  test.each([
    ['The head of the [IAEA]o, [Mohamed ElBaradei]p, says', 'description Mohamed ElBaradei: The head of the IAEA'],
    ["[Iran]l's new president, [Mahmoud Roe]p, said", 'role Mahmoud Roe: new president | Iran'],
    ['the [Somali]g capital, [Mogadishu]l.', 'description Mogadishu: the Somali capital'],
    ["outside [Haiti]l's capital, [Port-au-Prince]l.", "description Port-au-Prince: Haiti's capital"],
    ['A hospital spokesman, [Jane Roe]p, said', 'description Jane Roe: A hospital spokesman'],
  ])('%s', (marked, ...expected) => check(marked, ...expected));

  test.each([
    'the western city of [Denver]l, [Colorado]l, is',
    'He told the mayor, [Tom Doe]p and [Jane Roe]p',
    'the president, [Tom Doe]p, said',
    'He met the head of the agency, [Tom Doe]p, and [Jane Roe]p',
    'After the talks, [Tom Doe]p, said',
  ])('nothing of the name in: %s', (marked) =>
    check(marked, ...(marked.includes('city of') ? ['class Denver: western city'] : [])),
  );
});
