import type { Table } from './check.ts';
export const files: Table = {};
