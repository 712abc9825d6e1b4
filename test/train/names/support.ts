import type { Names } from '../../../server/train/names/documents.ts';

/** One name of each sort, so that what is put into a sentence is known. */
export const NAMES: Names = {
  first: ['Ilse'],
  last: ['Varga'],
  cities: ['Tromsø'],
  places: ['Quito'],
  namesakes: ['Georgia'],
  groups: ['Peruvian'],
  companies: ['Oakline'],
  bodies: ['Harbour Safety Board'],
  parties: ['Barley Party'],
  papers: ['Weekly Post'],
  teams: ['Quito Rovers'],
};
