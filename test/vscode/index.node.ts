import { runSuites } from './run.ts';

/** Called by VS Code in the Node extension host, and by the desktop's. */
export const run = () => runSuites(() => import('seedmark:suites'));
