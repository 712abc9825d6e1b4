import { runSuites } from './run.ts';

/** Called by VS Code in the web worker extension host. */
export const run = () => runSuites(() => import('seedmark:suites'));
