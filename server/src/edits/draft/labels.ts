import type { FieldKey } from '../../seed/fields.ts';
import { readDate } from '../../times/metadata-date.ts';
import type { Candidate } from './candidate.ts';
import type { InkLine } from './lines.ts';

/** Names of fields in other languages, as pages print them. In a seed only the English ones make a field. */
const LABELS: Readonly<Record<string, FieldKey>> = {
  来源: 'source',
  來源: 'source',
  出典: 'source',
  출처: 'source',
  Quelle: 'source',
  Fuente: 'source',
  Fonte: 'source',
  Источник: 'source',
  المصدر: 'source',
  作者: 'author',
  記者: 'author',
  记者: 'author',
  撰文: 'author',
  Autor: 'author',
  Autorin: 'author',
  Auteur: 'author',
  Autore: 'author',
  Автор: 'author',
  الكاتب: 'author',
  发布时间: 'published',
  发表时间: 'published',
  發布時間: 'published',
  日期: 'published',
  时间: 'published',
  Datum: 'published',
  Fecha: 'published',
  Дата: 'published',
  التاريخ: 'published',
  标题: 'title',
  標題: 'title',
  Titel: 'title',
  Titre: 'title',
  Título: 'title',
  Заголовок: 'title',
  العنوان: 'title',
  原文链接: 'url',
  链接: 'url',
};

/** Fields that a line names in a language other than English: "来源：新华社 作者：王伟". */
export function fromLabels(line: InkLine): Candidate[] {
  if (line.text.length > 300) return [];
  const found: Candidate[] = [];
  const heads = [...line.text.matchAll(/(?<![\p{L}\p{M}])([\p{L}\p{M}]{2,12})\s?[:：]/gu)].filter(({ 1: name = '' }) =>
    Object.hasOwn(LABELS, name),
  );
  // What stands in front of the first name makes it a sentence.
  if (heads[0] === undefined || heads[0].index > 0) return [];
  heads.forEach(({ index, 0: head, 1: name = '' }, i) => {
    const raw = line.text.slice(index + head.length, heads[i + 1]?.index);
    const value = raw
      .trim()
      .replace(/[|｜·,;，；]$/u, '')
      .trim();
    const key = LABELS[name];
    if (value === '' || value.length > 250 || key === undefined) return;
    const start = line.start + index + head.length + raw.indexOf(value);
    const from = { start, end: start + value.length };
    if (key !== 'published') found.push({ key, value, from, sure: 0.9 });
    else {
      const day = dayOf(value);
      if (day !== undefined) found.push({ key, value: day, from, sure: 0.9 });
    }
  });
  return found;
}

function dayOf(value: string): string | undefined {
  const cjk = /^(\d{4})[年.](\d{1,2})[月.](\d{1,2})日?/u.exec(value);
  const [, year = '', month = '', day = ''] = cjk ?? [];
  const read = readDate(cjk ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : value);
  return 'value' in read ? read.value : undefined;
}
