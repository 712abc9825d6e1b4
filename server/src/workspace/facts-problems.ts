import type { Entity, EntityRelation } from '../facts/types.ts';
import type { Project } from '../project/types.ts';
import { shorten } from '../text/shorten.ts';
import type { Span } from '../text/span.ts';
import { nearId } from './dangling.ts';
import { dateProblems } from './facts-dates.ts';
import type { FactsFiles } from './facts-files.ts';
import { decoded } from './kinds.ts';
import { isKnownType, nearest, unknownType } from './sidecar-problems.ts';
import type { FileProblem, KnownEntity } from './snapshot.ts';

/** What is wrong with the entries of a facts file that each can be read: against each other, other files and the project. */

/** So many unknown ids of a file are compared with all that there are. */
const MOST_COMPARED = 50;

interface Checked {
  readonly uri: string;
  readonly entities: readonly Entity[];
  readonly files: FactsFiles;
  readonly project: Project;
}

export function factsProblems(uri: string, files: FactsFiles, project: Project): FileProblem[] {
  const checked: Checked = { uri, entities: files.get(uri)?.entities ?? [], files, project };
  return [
    ...repeatedIds(checked),
    ...sharedNames(checked),
    ...unknownTypes(checked),
    ...unknownTargets(checked),
    ...wrongRelations(checked),
    ...dateProblems(uri, checked.entities),
  ];
}

function unknownTypes({ entities, project }: Checked): FileProblem[] {
  return entities
    .filter(({ type }) => type !== '' && !isKnownType(project, type))
    .map(({ type, typeSpan, span }) => unknownType(project, type, typeSpan ?? span));
}

/** An id that several entries have. In one file it is told at the later one, of two files in both. */
function repeatedIds({ uri, entities, files }: Checked): FileProblem[] {
  return entities.flatMap((entity): FileProblem[] => {
    const entries = files.entriesOf(entity.id);
    const [first] = entries;
    if (first === undefined) return [];
    const other = first.entity === entity ? entries.find((entry) => entry.uri !== uri) : first;
    if (other === undefined) return [];
    const [place, counts] = [
      other.uri === uri
        ? 'at an entry above, too'
        : `in ${decoded(other.uri.slice(other.uri.lastIndexOf('/') + 1))}, too`,
      first.entity === entity ? 'this entry counts' : 'that entry counts',
    ];
    return [
      {
        code: 'duplicate-id',
        span: entity.span,
        message: `The id “${shorten(entity.id)}” stands ${place}, and ${counts}. Give one of them another id, or make one entry of both.`,
        data: entity.idSpan === undefined ? { id: entity.id } : { id: entity.id, replace: 'id' },
        related: {
          uri: other.uri,
          span: other.entity.span,
          message: `The other entry with the id “${shorten(entity.id)}”`,
        },
      },
    ];
  });
}

/** Names that another entity has, too: which of both is meant, the name alone does not say. */
function sharedNames({ entities, files }: Checked): FileProblem[] {
  const all = files.entities();
  const matcher = files.matcher();
  const owners = new Map<string, readonly string[]>();
  return entities.flatMap((entity) => {
    if (all.get(entity.id)?.entity !== entity) return [];
    return namesOf(entity).flatMap(({ text, span, isAlias }): FileProblem[] => {
      const ids = owners.get(text) ?? matcher.entitiesOf(text);
      owners.set(text, ids);
      const other = all.get(ids.find((id) => id !== entity.id) ?? '');
      if (other === undefined) return [];
      const others = ids.length > 2 ? ` and ${ids.length - 2} more` : '';
      const type = other.entity.type === entity.type ? '' : `, of the type “${shorten(other.entity.type)}”`;
      return [
        {
          code: 'shared-name',
          span,
          message: `“${shorten(text)}” is also a name of “${shorten(other.entity.id)}”${type}${others}. Where it stands in a text, it is linked to none of them. Keep it at the one that is nearly always meant, or annotate the passages.`,
          data: isAlias ? { entity: other.entity.id, remove: 'alias' } : { entity: other.entity.id },
          related: {
            uri: other.uri,
            span: placeOf(other, text),
            message: `The name at “${shorten(other.entity.name)}”`,
          },
        },
      ];
    });
  });
}

function namesOf({ name, nameSpan, aliasEntries }: Entity) {
  const names = nameSpan === undefined ? [] : [{ text: name, span: nameSpan, isAlias: false }];
  const seen = new Set(names.map(({ text }) => text));
  for (const { text, span } of aliasEntries) {
    if (seen.has(text)) continue;
    seen.add(text);
    names.push({ text, span, isAlias: true });
  }
  return names;
}

/** Where an entity has a name, else where it stands. */
function placeOf({ entity }: KnownEntity, text: string): Span {
  return namesOf(entity).find((name) => name.text === text)?.span ?? entity.span;
}

/** Relations that lead to an entity that no facts file has. */
function unknownTargets({ entities, files }: Checked): FileProblem[] {
  const all = files.entities();
  const near = new Map<string, string | undefined>();
  return entities.flatMap(({ relations }) =>
    relations.flatMap(({ entity, spans }): FileProblem[] => {
      if (all.has(entity)) return [];
      if (!near.has(entity) && near.size < MOST_COMPARED) near.set(entity, nearId(entity, all.keys()));
      const replacement = near.get(entity);
      const advice =
        replacement === undefined
          ? 'Add the entity, or correct the id.'
          : `Did you mean “${replacement}”? Correct the id, or add the entity.`;
      return [
        {
          code: 'unknown-entity',
          span: spans.entity,
          message: `No facts file has the entity “${shorten(entity)}”, which this relation leads to. ${advice}`,
          data: replacement === undefined ? { entity } : { entity, replacement },
        },
      ];
    }),
  );
}

/** Relations that the project does not know, or not between such entities. A project that lists none allows all. */
function wrongRelations({ entities, files, project }: Checked): FileProblem[] {
  if (project.relations.length === 0) return [];
  const all = files.entities();
  return entities.flatMap((entity) =>
    entity.relations.flatMap((relation): FileProblem[] => {
      const known = project.relations.find(({ id }) => id === relation.type);
      if (known === undefined) return [unknownRelation(relation, project)];
      const target = all.get(relation.entity);
      const start = known.from?.includes(entity.type) === false && isKnownType(project, entity.type);
      const end = target !== undefined && known.to?.includes(target.entity.type) === false;
      return [
        ...(start ? [wrongEnd(relation, 'from', entity.type, known)] : []),
        ...(end && isKnownType(project, target.entity.type)
          ? [wrongEnd(relation, 'to', target.entity.type, known, target)]
          : []),
      ];
    }),
  );
}

function unknownRelation({ type, spans }: EntityRelation, { relations }: Project): FileProblem {
  const near = nearest(type, relations);
  const known = relations.map(({ id }) => id).join(', ');
  const meant = near === undefined ? '' : ` Did you mean “${near}”?`;
  return {
    code: 'relation-type',
    span: spans.type,
    message: `The relation “${shorten(type)}” is not known.${meant} Use one of ${known}, or define it under “relations:” in seedmark.yaml.`,
    data: near === undefined ? { type } : { type, replacement: near },
  };
}

function wrongEnd(
  { type, spans }: EntityRelation,
  end: 'from' | 'to',
  own: string,
  known: Project['relations'][number],
  target?: KnownEntity,
): FileProblem {
  const allowed = (known[end] ?? []).join(', ');
  const [leads, which] = end === 'from' ? ['starts from', 'this entity'] : ['leads to', 'the other entity'];
  const problem: FileProblem = {
    code: 'relation-type',
    span: end === 'from' ? spans.type : spans.entity,
    message: `By seedmark.yaml, “${shorten(type)}” ${leads} ${allowed}, but ${which} is of the type “${shorten(own)}”. Correct the relation, or the types that it allows.`,
    data: { type, end },
  };
  if (target === undefined) return problem;
  const span = target.entity.typeSpan ?? target.entity.span;
  return { ...problem, related: { uri: target.uri, span, message: `The type of “${shorten(target.entity.name)}”` } };
}
