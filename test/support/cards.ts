import { subjectAt } from '../../server/src/features/cards/subject.ts';
import { tell } from '../../server/src/features/cards/told.ts';
import { hover } from '../../server/src/features/hover.ts';
import { yamlHover, yamlSubjectAt } from '../../server/src/features/yaml-hover.ts';
import { nameOfKey } from '../../server/src/workspace/index/types.ts';
import { withCursor } from './cursor.ts';
import { indexed } from './index.ts';
import { NEVER_CANCELLED, ROOT } from './world.ts';

export interface CardOptions {
  readonly trusted?: boolean;
  readonly commands?: readonly string[];
}

/**
 * The card at `$0`, as the server answers it; undefined where there is none. `files`: texts by path, one of them with the cursor, which is
 * open; all seeds have been read.
 */
export async function cardIn(
  marked: Readonly<Record<string, string>>,
  { trusted = true, commands = [] }: CardOptions = {},
): Promise<string | undefined> {
  const [name, text] = Object.entries(marked).find(([, one]) => one.includes('$0')) ?? [];
  if (name === undefined || text === undefined) throw new Error('no file has a cursor');
  const cursor = withCursor(text);
  const { workspace, names } = await indexed({ ...marked, [name]: cursor.text });
  workspace.open(ROOT + name, cursor.text, 1);
  await workspace.settled();
  await workspace.indexedWhole();
  const opened = workspace.snapshot(ROOT + name);
  if (opened === undefined) throw new Error('the file did not open');
  const snapshot = opened.kind === 'seed' ? await workspace.analyze(opened, NEVER_CANCELLED) : opened;
  if (snapshot === undefined) throw new Error('the file was not analysed');
  const subject =
    snapshot.kind === 'seed' ? subjectAt(snapshot, cursor.position) : yamlSubjectAt(snapshot, cursor.position);
  const entities = snapshot.kind === 'seed' ? snapshot.knowledge.entities : snapshot.entities;
  const id = subject && nameOfKey(subject.key).entity;
  const described = id !== undefined && entities.get(id)?.entity.description !== undefined;
  const told = subject && (await tell(subject, names, (uris) => workspace.seedTexts(uris), { described }));
  const options = {
    trusted,
    commands,
    icons: true,
    told,
    linesOf: (uri: string) => workspace.linesOf(uri),
    sourceFile: (factsUri: string, source: string) => workspace.sourceFile(factsUri, source),
  };
  const found =
    snapshot.kind === 'seed'
      ? hover(snapshot, cursor.position, options)
      : yamlHover(snapshot, cursor.position, options);
  return (found?.contents as { value: string } | undefined)?.value;
}
