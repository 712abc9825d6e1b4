import { describe, expect, test } from 'vitest';
import { NameRecognizer } from '../../../server/src/names/model/recognizer.ts';
import { isShown } from '../../../server/src/names/model/shown.ts';
import { projectModel } from './support.ts';

const recognizer = new NameRecognizer(projectModel());

function organizations(text: string): string[] {
  return (recognizer.document([text])[0] ?? [])
    .filter((mention) => mention.kind === 'organization' && isShown(mention))
    .map(({ start, end }) => text.slice(start, end));
}

describe('what a noun says of the name beside it', () => {
  test.each<[text: string, names: readonly string[]]>([
    ['He rode with the ride-hailing platform Vorlik Wenpu last year.', ['Vorlik Wenpu']],
    ['Inspectors looked into the startup ‘Zemblaq’ for weeks.', ['Zemblaq']],
    ['Reviews of the platforms, Qunlora, Huotanbei, and Vemblar began on Monday.', ['Qunlora', 'Huotanbei', 'Vemblar']],
    ['She invested in companies such as Qunlora and Zemblaq before they failed.', ['Qunlora', 'Zemblaq']],
    ['Zemblaq, a small Danish drugmaker, lost its case.', ['Zemblaq']],
    ['Vemblar, the owner of two ferries, went bankrupt.', ['Vemblar']],
    ['Then Vemblar, which operates the ferry, raised its fares.', ['Vemblar']],
    // Persons, whatever stands beside them.
    ['The company chairman Peter Kamau said nothing.', []],
    ['Maria Lopez, the owner of a small bakery, wept.', []],
    ['He left the company. Maria Lopez stayed.', []],
    ['At the company, Maria Lopez was unknown.', []],
    ['The company in Nairobi closed.', []],
    ['The broadcaster Peter Kamau met his rivals, Maria Lopez and Anna Berg.', []],
  ])('%s', (text, names) => {
    expect(organizations(text)).toEqual(names);
  });

  test('elsewhere in the document the name is the same', () => {
    const [, later] = recognizer.document(['The firm Zemblaq rose quickly.', 'By Friday, Zemblaq had fallen.']);
    expect(later?.map(({ kind }) => kind)).toEqual(['organization']);
  });
});
