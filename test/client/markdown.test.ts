import { expect, test } from 'vitest';
import { escapeMarkdown } from '../../client/src/markdown.ts';
import { escapeMarkdown as serversOwn } from '../../server/src/features/markdown.ts';

test.each([
  'plain words',
  '**bold** _and_ `code` [link](command:x) ![image](https://x)',
  '<span style="color:red">x</span> &amp; <!-- -->',
  '$(warning) $100 $ $(',
  'a\nb\r\n# c\n- d\n1. e\n| f | g |\n~~h~~ https://example.org www.example.org a@example.org',
  'right \u202e to left \u2066x\u2069',
  `${'long '.repeat(80)}`,
  `${'x'.repeat(299)}😀😀`,
])('%j is escaped as the server escapes it', (text) => {
  for (const limit of [10, 300]) expect(escapeMarkdown(text, limit)).toBe(serversOwn(text, limit));
});
