import { describe, test } from 'vitest';
import { check } from './check.ts';

describe('titles before names', () => {
  test.each([
    ['[Microsoft]o Vice President [Tom Burt]p spoke', 'role Tom Burt: Vice President | Microsoft'],
    ['referencing [Microsoft]o Vice President [Tom Burt]p’s claim', 'role Tom Burt: Vice President | Microsoft'],
    ['[Foreign Ministry]o spokesman [Wang Wenbin]p said', 'role Wang Wenbin: spokesman | Foreign Ministry'],
    ['Foreign Ministry spokesman [Wang Wenbin]p said', 'role Wang Wenbin: Foreign Ministry spokesman'],
    ['[Chinese]g [Foreign Ministry]o spokesperson [Wang]p said', 'role Wang: spokesperson | Foreign Ministry'],
    [
      "[Pakistan]l's [Foreign Ministry]o spokeswoman [Tasnim Aslam]p",
      'role Tasnim Aslam: spokeswoman | Foreign Ministry',
    ],
    ['[German]g Chancellor [Angela Merkel]p met him', 'role Angela Merkel: Chancellor | German'],
    ['[German]g\nChancellor\n[Angela Merkel]p met him', 'role Angela Merkel: Chancellor | German'],
    ["[Somalia]l's interim President [Abdullahi Yusuf]p", 'role Abdullahi Yusuf: interim President | Somalia'],
    ['[U.S.]l Secretary of State [Condoleezza Rice]p', 'role Condoleezza Rice: Secretary of State | U.S.'],
    ['[New Orleans]l Mayor [Ray Nagin]p says', 'role Ray Nagin: Mayor | New Orleans'],
    ['former President [Donald Trump]p said', 'role Donald Trump: former President'],
    [
      'former [Lebanese]g Prime Minister [Rafik Hariri]p',
      'role Rafik Hariri: former Lebanese Prime Minister | Lebanese',
    ],
    ['a former [Microsoft]o vice president [Tom Burt]p', 'role Tom Burt: former Microsoft vice president | Microsoft'],
    ["[India]l's Oil Minister [Mani Aiyar]p", 'role Mani Aiyar: Oil Minister | India'],
    ['Trade and Industry Minister [Ali Roe]p said', 'role Ali Roe: Trade and Industry Minister'],
    ['Hamas leader Sheikh [Talal Sidr]p', 'role Talal Sidr: Hamas leader'],
    ['[Hamas]o leader Sheikh [Talal Sidr]p', 'role Talal Sidr: leader | Hamas'],
    ['They say prominent tribal leader [Malik Khan]p was', 'role Malik Khan: prominent tribal leader'],
    ['the nuclear scientist [Abdul Khan]p', 'role Abdul Khan: nuclear scientist'],
    ['of radical [Shi’ite]g cleric [Moqtada]p', 'role Moqtada: radical Shi’ite cleric'],
    ['[Bosnian]g [Serb]g leader [Radovan]p', 'role Radovan: Bosnian Serb leader'],
    ['[Australian]g striker [Harry Kewell]p', 'role Harry Kewell: Australian striker'],
    ['[Dakar]l journalist [Ricci Shryock]p', 'role Ricci Shryock: Dakar journalist'],
    ['[Turkish]g General [Ali Roe]p', 'role Ali Roe: Turkish General'],
    ['[BBC]o journalist [Alan Johnston]p', 'role Alan Johnston: journalist | BBC'],
    ['[Democratic]o majority leader [Harry Reid]p', 'role Harry Reid: Democratic majority leader'],
    ['the news agency quoted zoo official [Zhang]p', 'role Zhang: zoo official'],
    ['The creditors sued billionaire [Carl Icahn]p', 'role Carl Icahn: billionaire'],
    ['co-founder [Bill Gates]p left', 'role Bill Gates: co-founder'],
    ['Prime Minister-designate [Omar Karami]p', 'role Omar Karami: Prime Minister-designate'],
    ['chairman and chief executive [Jane Roe]p', 'role Jane Roe: chairman and chief executive'],
  ])('%s', (marked, ...expected) => check(marked, ...expected));

  test.each([
    'Mr [Wang]p and Dr. [Roe]p left',
    'said the President. [Wang]p left',
    'in general [Wang]p agrees',
    'his friend [Tom]p left',
    'the elder [KIM]p died',
    'a reporter of [The Times]o',
    'when presidents [Bush]p and [Putin]p met',
    'He met the president, [Bush]p said',
    'North Korean leader [Kim Jong]p il said',
    'the leader’s [Hamas]o visit',
    'Nobody saw [Tom Burt]p there',
    '“President”, [Tom Burt]p said',
  ])('nothing in: %s', (marked) => check(marked));
});
