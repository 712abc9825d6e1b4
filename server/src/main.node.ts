import { serve } from './host/node/serve.ts';

serve();
