/** Every `*.suite.ts` of this folder, for its side effects; `scripts/lib/suites-plugin.mjs` makes it. */
declare module 'seedmark:suites' {}
