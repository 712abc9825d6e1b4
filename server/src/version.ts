declare const SEEDMARK_VERSION: string | undefined;
declare const SEEDMARK_BUILD: string | undefined;

/** The version in `package.json`, put in by the build; `development` when the sources run as they are. */
export const version: string = typeof SEEDMARK_VERSION === 'undefined' ? 'development' : SEEDMARK_VERSION;

/** Tells the sources and data that this program was built of from all others. */
export const build: string = typeof SEEDMARK_BUILD === 'undefined' ? 'development' : SEEDMARK_BUILD;
