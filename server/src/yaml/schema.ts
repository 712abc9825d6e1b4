/** What our published schemas use of JSON Schema (draft 2020-12), and nothing more. */
export interface Schema {
  readonly $ref?: string | undefined;
  readonly $defs?: Readonly<Record<string, Schema>> | undefined;
  readonly description?: string | undefined;
  readonly type?: string | readonly string[] | undefined;
  readonly const?: unknown;
  readonly enum?: readonly unknown[] | undefined;
  readonly default?: unknown;
  readonly examples?: readonly unknown[] | undefined;
  readonly anyOf?: readonly Schema[] | undefined;
  readonly oneOf?: readonly Schema[] | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly propertyNames?: Schema | undefined;
  readonly additionalProperties?: Schema | undefined;
  readonly items?: Schema | undefined;
}

/** One of the forms that a value may take: a schema without references and alternatives. */
export interface Form {
  readonly schema: Schema;
  /** What the schemas that led here say of it, the nearest to the reader first. */
  readonly descriptions: readonly string[];
  /** The definitions that were gone through (`#/$defs/…`), which say more than the form itself. */
  readonly names: readonly string[];
}

/** A key that a mapping may have. */
export interface SchemaKey {
  readonly key: string;
  readonly description: string | undefined;
  readonly required: boolean;
  readonly default: unknown;
  readonly forms: readonly Form[];
}

/** A value that a schema names. */
export interface SchemaValue {
  readonly value: string | number | boolean;
  readonly description: string | undefined;
}

/** Deeper than any of our schemas refers; one that refers to itself must not hang. */
const MAX_REFERENCES = 20;

/** The forms that the value at a path may take; the usual one first. */
export function formsAt(root: Schema, path: readonly (string | number)[]): readonly Form[] {
  let forms = formsOf(root, root);
  for (const segment of path) forms = forms.flatMap((form) => formsBelow(root, form, segment));
  return forms;
}

export function formsOf(root: Schema, schema: Schema): readonly Form[] {
  const forms: Form[] = [];
  const visit = (at: Schema, descriptions: readonly string[], names: readonly string[]) => {
    if (names.length > MAX_REFERENCES) return;
    const said = at.description === undefined ? descriptions : [...descriptions, at.description];
    if (at.$ref !== undefined) {
      const name = at.$ref.replace(/^#\/\$defs\//, '');
      const target = root.$defs !== undefined && Object.hasOwn(root.$defs, name) ? root.$defs[name] : undefined;
      if (target) visit(target, said, [...names, name]);
      return;
    }
    const alternatives = at.anyOf ?? at.oneOf;
    if (alternatives) for (const alternative of alternatives) visit(alternative, said, names);
    else forms.push({ schema: at, descriptions: said, names });
  };
  visit(schema, [], []);
  return forms;
}

/** The keys that a mapping of one of these forms may have, in the order of the schema. */
export function keysOf(root: Schema, forms: readonly Form[]): readonly SchemaKey[] {
  const keys = new Map<string, SchemaKey>();
  for (const { schema } of forms) {
    const required = new Set(schema.required);
    for (const [key, property] of Object.entries(schema.properties ?? {})) {
      const below = formsOf(root, property);
      add({
        key,
        description: property.description ?? below[0]?.descriptions[0],
        required: required.has(key),
        default: defaultOf(root, property),
        forms: below,
      });
    }
    if (schema.propertyNames === undefined) continue;
    const named = formsOf(root, schema.propertyNames);
    const below = schema.additionalProperties ? formsOf(root, schema.additionalProperties) : [];
    for (const { value, description } of valuesOf(named))
      add({ key: String(value), description, required: false, default: undefined, forms: below });
  }
  return [...keys.values()];

  function add(key: SchemaKey): void {
    if (!keys.has(key.key)) keys.set(key.key, key);
  }
}

/** The definitions that describe the keys of these forms, where those are no words of the schema's own. */
export function keyNamesOf(root: Schema, forms: readonly Form[]): readonly string[] {
  return forms.flatMap(({ schema }) =>
    schema.propertyNames ? formsOf(root, schema.propertyNames).flatMap((form) => form.names) : [],
  );
}

/** The values that these forms name: all there can be where the schema lists them, else examples. */
export function valuesOf(forms: readonly Form[]): readonly SchemaValue[] {
  const values = new Map<unknown, SchemaValue>();
  for (const { schema, descriptions } of forms) {
    const { const: only, enum: several, examples = [] } = schema;
    // What a value of several means, the list as a whole cannot say; that of a single one is the last thing said of it.
    const description = several || only === undefined ? undefined : descriptions.at(-1);
    const all = only !== undefined ? [only] : (several ?? (isBoolean(schema) ? [true, false] : examples));
    for (const value of all) if (isScalar(value) && !values.has(value)) values.set(value, { value, description });
  }
  return [...values.values()];
}

function formsBelow(root: Schema, { schema }: Form, segment: string | number): readonly Form[] {
  if (typeof segment === 'number') return schema.items ? formsOf(root, schema.items) : [];
  const { properties, additionalProperties } = schema;
  const property = properties !== undefined && Object.hasOwn(properties, segment) ? properties[segment] : undefined;
  const below = property ?? additionalProperties;
  return below ? formsOf(root, below) : [];
}

function defaultOf(root: Schema, property: Schema): unknown {
  return property.default ?? formsOf(root, property).find(({ schema }) => schema.default !== undefined)?.schema.default;
}

function isBoolean({ type }: Schema): boolean {
  return type === 'boolean';
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
