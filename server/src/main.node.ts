import { serve } from './cli/lsp.ts';

serve();
