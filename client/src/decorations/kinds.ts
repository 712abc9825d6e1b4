import {
  DecorationRangeBehavior,
  OverviewRulerLane,
  type TextEditorDecorationType,
  ThemeColor,
  type Uri,
  window,
} from 'vscode';
import { NOTE, ORPHAN, REJECTED, readBoxKind } from './arrange.ts';
import { gutterIcon } from './gutterIcons.ts';

/** Pixels that a box is lower by above and below, by its level: more would cut through capitals. */
const INSETS = [0, 2, 3, 4] as const;

/** Makes the decoration of a kind. Each differs from the others in more than its colour. */
export function makeKind(name: string): TextEditorDecorationType {
  if (name === REJECTED) return rejected();
  if (name === ORPHAN) return orphan();
  if (name === NOTE) return inGutter(gutterIcon('note', 'light'), gutterIcon('note', 'dark'));
  return box(name);
}

/** Confirmed: a solid box, tinted. Suggested: a dashed one, without a tint. */
function box(name: string): TextEditorDecorationType {
  const { color, suggested, level } = readBoxKind(name);
  const line = new ThemeColor(`seedmark.${color}`);
  const inset = INSETS[level] ?? 0;
  // VS Code has no option for the height of a decoration, which is that of the line; what stands behind a value is taken as it is.
  const lower = inset === 0 ? '' : `; top: ${inset}px; height: calc(100% - ${2 * inset}px) !important`;
  return window.createTextEditorDecorationType({
    border: `1px ${suggested ? 'dashed' : 'solid'}${lower}`,
    borderColor: line,
    borderRadius: '3px',
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
    overviewRulerColor: line,
    overviewRulerLane: suggested ? OverviewRulerLane.Left : OverviewRulerLane.Center,
    ...(suggested ? {} : { backgroundColor: new ThemeColor(`seedmark.${color}.background`) }),
  });
}

/** A thin dotted line below, in grey: the words have no colour of a type either. The line takes its colour from the theme by VS Code's variable for it. */
function rejected(): TextEditorDecorationType {
  const line = 'underline dotted 2px var(--vscode-seedmark-rejected)';
  return window.createTextEditorDecorationType({
    textDecoration: `none; text-decoration: ${line}; text-underline-offset: 3px; text-decoration-skip-ink: none`,
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
  });
}

function orphan(): TextEditorDecorationType {
  return inGutter(gutterIcon('orphan', 'light'), gutterIcon('orphan', 'dark'), new ThemeColor('seedmark.orphan'));
}

function inGutter(light: Uri, dark: Uri, ruler?: ThemeColor): TextEditorDecorationType {
  return window.createTextEditorDecorationType({
    light: { gutterIconPath: light },
    dark: { gutterIconPath: dark },
    gutterIconSize: 'contain',
    ...(ruler === undefined ? {} : { overviewRulerColor: ruler, overviewRulerLane: OverviewRulerLane.Full }),
  });
}
