declare const SEEDMARK_VERSION: string | undefined;

/** The version in `package.json`, put in by the build; `development` when the sources run as they are. */
export const version: string = typeof SEEDMARK_VERSION === 'undefined' ? 'development' : SEEDMARK_VERSION;
