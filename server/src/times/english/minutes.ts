const UNITS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['twenty', 'thirty', 'forty', 'fifty'];

/** The minutes of an hour from `first` on, in words and, with `digits`, in figures: words of a class by what they mean. */
export function minutes(first: number, digits: boolean): Record<string, string> {
  const all: Record<string, string> = {};
  for (let minute = first; minute < 60; minute++)
    all[minute] = [...inWords(minute), ...(digits ? [minute] : [])].join(',');
  return all;
}

function inWords(minute: number): string[] {
  const tens = TENS[Math.floor(minute / 10) - 2];
  if (tens === undefined) return [UNITS[minute - 1] as string];
  const unit = UNITS[(minute % 10) - 1];
  return unit === undefined ? [tens] : [`${tens} ${unit}`, `${tens}-${unit}`];
}
