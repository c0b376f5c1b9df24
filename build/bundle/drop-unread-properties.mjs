import { createHash } from 'node:crypto';

const name = /--[a-z][\w-]*/gi;

/**
 * The theme declares three thousand custom properties, of which a third is read. The others cost every element its part whenever styles
 * are reckoned, so they are left out of the build: what no style and no script names anywhere is read by nobody.
 * @returns {import('vite').Plugin}
 */
export function dropUnreadProperties() {
  return {
    name: 'drop-unread-properties',
    // After the styles were put together and made small.
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = Object.values(bundle);
        const styles = files.filter((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
        const others = files.flatMap((file) => (file.type === 'chunk' ? [file.code] : typeof file.source === 'string' && !styles.includes(file) ? [file.source] : []));
        const named = new Set(others.flatMap((text) => text.match(name) ?? []));
        const dropped = withoutUnread(styles.map(({ source }) => String(source)), named);
        for (const [index, style] of styles.entries()) {
          style.source = dropped[index];
          rename(style, files);
        }
      },
    },
  };
}

/** What is named by a hash is kept for ever under that name by browsers, so the name must be of what is left. */
function rename(style, files) {
  const before = style.fileName;
  style.fileName = before.replace(/-[\w-]{8}\.css$/, `-${createHash('sha256').update(style.source).digest('hex').slice(0, 8)}.css`);
  if (style.fileName === before) throw new Error(`${before} has no hash in its name.`);
  for (const file of files) {
    if (file.type === 'chunk' && file.code.includes(before)) throw new Error(`${file.fileName} asks for ${before}, which got another name.`);
    if (file.type === 'asset' && file.fileName.endsWith('.html')) file.source = String(file.source).replaceAll(before, style.fileName);
  }
}

/**
 * @param {readonly string[]} styles @param {ReadonlySet<string>} named names that occur elsewhere
 * @returns {string[]} the styles without the declarations of custom properties that nothing reads, those included that only such a one read
 */
export function withoutUnread(styles, named) {
  let kept = [...styles];
  for (;;) {
    const read = new Set(named);
    for (const style of kept) for (const { 0: each, index } of style.matchAll(name)) if (!isDeclared(style, index, each)) read.add(each);
    const next = kept.map((style) => drop(style, read));
    if (next.every((style, index) => style === kept[index])) return kept;
    kept = next;
  }
}

/** A declaration begins a block or follows another, and has its colon at once or after a space. */
const isDeclared = (style, at, each) => /[{;]\s*$/.test(style.slice(Math.max(0, at - 8), at)) && /^\s*:/.test(style.slice(at + each.length, at + each.length + 8));

function drop(style, read) {
  let left = '';
  let from = 0;
  for (const { 0: each, index } of style.matchAll(name)) {
    if (index < from || read.has(each) || !isDeclared(style, index, each)) continue;
    const end = endOfDeclaration(style, index);
    left += style.slice(from, index);
    from = style[end] === ';' ? end + 1 : end;
  }
  return left + style.slice(from);
}

/** @returns where the semicolon or the closing brace stands; those in quotes and in brackets are part of the value */
function endOfDeclaration(style, from) {
  let depth = 0;
  let quote = '';
  for (let at = from; at < style.length; at += 1) {
    const character = style[at];
    if (character === '\\') at += 1;
    else if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '(' || character === '[' || character === '{') depth += 1;
    else if (depth > 0 && (character === ')' || character === ']' || character === '}')) depth -= 1;
    else if (depth === 0 && (character === ';' || character === '}')) return at;
  }
  return style.length;
}
