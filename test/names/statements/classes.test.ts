import { describe, test } from 'vitest';
import { check } from './check.ts';

describe('classes', () => {
  test.each([
    ['ride-hailing platform [Didi]o', 'class Didi: ride-hailing platform'],
    ['[China]l’s top ride-hailing platform [Didi]o', 'class Didi: China’s top ride-hailing platform'],
    ['the app developer [Xapp]o', 'class Xapp: app developer'],
    ['into the job recruiting platform [Boss Zhipin]r and', 'class Boss Zhipin: job recruiting platform'],
    ['E-commerce company [Allibaba]o was', 'class Allibaba: E-commerce company'],
    ['while food delivery firm [Meituan]o is', 'class Meituan: food delivery firm'],
    [
      'the viral video app [TikTok]r and messaging app [WeChat]r.',
      'class TikTok: viral video app',
      'class WeChat: messaging app',
    ],
    [
      'truck-hailing platforms [Yunmanman]o and [Huochebang]o.',
      'class Yunmanman: truck-hailing platforms',
      'class Huochebang: truck-hailing platforms',
    ],
    [
      'two banks, the cities of [Rome]l, [Paris]l and [Bonn]l.',
      'class Rome: cities',
      'class Paris: cities',
      'class Bonn: cities',
    ],
    ['the [German]g firm [Bilfinger]o said', 'class Bilfinger: German firm'],
    ['the [U.S.]l-based rights group [Human Rights Watch]o has', 'class Human Rights Watch: U.S.-based rights group'],
    ['the southern\ncity of [Basra]l', 'class Basra: southern\ncity'],
    ['the northern city [Mosul]l for', 'class Mosul: northern city'],
    ['the newspaper [Milliyet]o, he', 'class Milliyet: newspaper'],
    ['the film “[Titanic]w” won', 'class Titanic: film'],
    ['a company called [Didi]o', 'class Didi: company'],
    ['He owns messaging app [WeChat]r.', 'class WeChat: messaging app'],
  ])('%s', (marked, ...expected) => check(marked, ...expected));

  test.each([
    'the head of state of [Ethiopia]l is',
    'the Rodgers and [Hammerstein]p musical [Carousel]w',
    'the capital and chief port of [New Caledonia]l.',
    'from his home state of [Massachusetts]l',
    'the group [Jama]o ul Dawa',
    'native to tropical regions of [Africa]l and [Asia]l',
    'told the newspaper [Iran]o would',
    'a northern suburb of [Paris]l during',
    'in the main city of [Kashmir]l is',
    'the [Panjwayi]l district of [Kandahar]l on',
    'in the stronghold of [Helmand]l province',
    'the giant [Yukos]o oil firm',
    'the company’s [Berlin]l office',
    'the company. [Didi]o said',
    'the group [Fatah]o al-Islam broke',
    'companies [Didi]o will',
    'the government of [Iran]l',
    'the country’s largest bank [Roe]o',
    'of helping fund [Islamic]g militants',
  ])('nothing in: %s', (marked) => check(marked));
});
