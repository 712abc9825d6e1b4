import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../../server/src/protocol.ts';

const THEMES = ['dark', 'light', 'highContrast', 'highContrastLight'] as const;
type Theme = (typeof THEMES)[number];

interface Contributions {
  readonly languages: readonly {
    readonly id: string;
    readonly extensions?: readonly string[];
    readonly filenamePatterns?: readonly string[];
    readonly configuration?: string;
    readonly icon?: Readonly<Record<string, string>>;
  }[];
  readonly grammars: readonly {
    readonly language: string;
    readonly scopeName: string;
    readonly path: string;
    readonly embeddedLanguages: object;
  }[];
  readonly semanticTokenTypes: readonly {
    readonly id: string;
    readonly description: string;
    readonly superType?: string;
  }[];
  readonly semanticTokenModifiers: readonly { readonly id: string; readonly description: string }[];
  readonly semanticTokenScopes: readonly {
    readonly language: string;
    readonly scopes: Readonly<Record<string, readonly string[]>>;
  }[];
  readonly colors: readonly {
    readonly id: string;
    readonly description: string;
    readonly defaults: Readonly<Record<Theme, string>>;
  }[];
  readonly configurationDefaults: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const root = new URL('../../', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
  readonly icon: string;
  readonly contributes: Contributions;
};
const { contributes } = manifest;
const language = contributes.languages.find(({ id }) => id === 'seed');
const grammar = contributes.grammars.find((entry) => entry.language === 'seed');
const scopes = contributes.semanticTokenScopes.find((entry) => entry.language === 'seed')?.scopes ?? {};
const colors = new Map(contributes.colors.map((color) => [color.id, color]));

describe('language', () => {
  test('owns the files that DESIGN names', () => {
    expect(language?.extensions).toEqual(['.seed', '.seed.txt']);
    expect(language?.filenamePatterns).toEqual(['**/seeds/**/*.txt']);
  });

  test('every file that the manifest names is there', () => {
    const files = [manifest.icon, language?.configuration, language?.icon?.light, language?.icon?.dark, grammar?.path];
    for (const file of files) expect(file !== undefined && existsSync(new URL(file, root)), file).toBe(true);
  });

  test('the grammar gives the scope that is embedded YAML', () => {
    const text = readFileSync(new URL(grammar?.path ?? '', root), 'utf8');
    expect(grammar?.embeddedLanguages).toEqual({ 'meta.embedded.block.yaml.seed': 'yaml' });
    expect(text).toContain('"contentName": "meta.embedded.block.yaml.seed"');
    expect((JSON.parse(text) as { scopeName: string }).scopeName).toBe(grammar?.scopeName);
  });
});

describe('semantic tokens', () => {
  test('types are those of the protocol, in its order', () => {
    expect(contributes.semanticTokenTypes.map(({ id }) => id)).toEqual([...TOKEN_TYPES]);
    for (const { description } of contributes.semanticTokenTypes) expect(description).toMatch(/^[A-Z].*\.$/);
  });

  test('each has a super type, for themes that colour by it', () => {
    // "event" is also one of VS Code's own types: a super type here would recolour events in every other language.
    const without = contributes.semanticTokenTypes.filter(({ superType }) => superType === undefined);
    expect(without.map(({ id }) => id)).toEqual(['event']);
  });

  test('modifiers are those of the protocol and bound to no colour', () => {
    expect(contributes.semanticTokenModifiers.map(({ id }) => id)).toEqual([...TOKEN_MODIFIERS]);
    expect(Object.keys(scopes).filter((selector) => selector.includes('.'))).toEqual([]);
  });

  test('each type has scopes, none that means something else', () => {
    expect(Object.keys(scopes)).toEqual([...TOKEN_TYPES]);
    for (const chain of Object.values(scopes)) {
      expect(chain.length).toBeGreaterThan(0);
      for (const scope of chain) expect(scope).not.toMatch(/^(invalid|comment|constant\.character\.escape|variable$)/);
    }
  });

  test('types of one family look alike, families and custom types do not', () => {
    const first = (type: string) => scopes[type]?.[0];
    const families = [
      ['date', 'time', 'duration', 'set'],
      ['money', 'percent', 'quantity'],
      ['event', 'law', 'product', 'work'],
    ];
    for (const family of families) expect(new Set(family.map(first)).size).toBe(1);
    expect(new Set(TOKEN_TYPES.map(first)).size).toBe(TOKEN_TYPES.length - 3 - 2 - 3);
  });
});

describe('colours', () => {
  test('every type has a line and a background, and there is one for what is rejected and one for what has lost its place', () => {
    const expected = TOKEN_TYPES.flatMap((type) => [`seedmark.${type}`, `seedmark.${type}.background`]);
    expect([...colors.keys()]).toEqual([...expected, 'seedmark.rejected', 'seedmark.orphan']);
  });

  test.each(TOKEN_TYPES)('%s', (type) => {
    const line = colors.get(`seedmark.${type}`)?.defaults;
    const background = colors.get(`seedmark.${type}.background`)?.defaults;
    expect(Object.keys(line ?? {})).toEqual([...THEMES]);
    expect(background).toEqual({
      dark: `${line?.dark}1F`,
      light: `${line?.light}14`,
      highContrast: '#00000000',
      highContrastLight: '#00000000',
    });
    expect(contrast(line?.light, '#FFFFFF')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(line?.dark, '#1F1F1F')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(line?.highContrast, '#000000')).toBeGreaterThanOrEqual(7);
    expect(contrast(line?.highContrastLight, '#FFFFFF')).toBeGreaterThanOrEqual(7);
  });
});

describe('defaults for seeds', () => {
  const defaults = contributes.configurationDefaults;

  test('semantic colours also where the theme does not ask for them', () => {
    expect(defaults['[seed]']?.['editor.semanticHighlighting.enabled']).toBe(true);
  });

  test('no setting may change the body behind the user’s back', () => {
    for (const setting of [
      'editor.formatOnPaste',
      'editor.formatOnSave',
      'editor.formatOnType',
      'editor.trimAutoWhitespace',
      'files.insertFinalNewline',
      'files.trimFinalNewlines',
      'files.trimTrailingWhitespace',
    ])
      expect(defaults['[seed]']?.[setting], setting).toBe(false);
  });

  test('sidecars nest where nesting is on; it is not switched on', () => {
    expect(defaults['explorer.fileNesting.patterns']).toEqual({
      '*.txt': '$' + '{capture}.txt.annotations.yaml',
      '*.seed': '$' + '{capture}.seed.annotations.yaml',
    });
    expect(Object.keys(defaults)).not.toContain('explorer.fileNesting.enabled');
  });
});

/** Contrast of two `#RRGGBB` colours as WCAG 2 reckons it. */
function contrast(a: string | undefined, b: string): number {
  const [high = 0, low = 0] = [luminance(a ?? ''), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance(color: string): number {
  expect(color).toMatch(/^#[0-9A-F]{6}$/);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
