import { Uri } from 'vscode';

/** Lines of the signs in the gutter, in a square of 16. */
const SIGNS = {
  // A link that is broken.
  orphan:
    '<path d="M6.6 4.6 8 3.2a3 3 0 0 1 4.6 4.2L11.4 8.8M9.4 11.4 8 12.8a3 3 0 0 1-4.6-4.2L4.6 7.2M2.4 2.4 13.6 13.6"/>',
  // A slip of paper.
  note: '<path d="M4 3.5H12V9.5L9.5 12.5H4ZM12 9.5H9.5V12.5M6 6H10"/>',
} as const;

/** As the colours `seedmark.orphan` and `seedmark.rejected`, which a picture cannot ask for. */
const COLORS = {
  orphan: { light: '#B45309', dark: '#F0A45D' },
  note: { light: '#6E7781', dark: '#8B949E' },
} as const;

export function gutterIcon(sign: keyof typeof SIGNS, theme: 'light' | 'dark'): Uri {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="${COLORS[sign][theme]}" stroke-width="1.3" stroke-linecap="round" stroke-linejoin="round">${SIGNS[sign]}</svg>`;
  return Uri.parse(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`);
}
