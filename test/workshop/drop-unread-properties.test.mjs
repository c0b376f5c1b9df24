import { describe, expect, it } from 'vitest';
import { withoutUnread } from '../../build/bundle/drop-unread-properties.mjs';

const drop = (style, named = []) => withoutUnread([style], new Set(named))[0];

describe('what no style and no script reads', () => {
  it('leaves the styles, and so does what only that read', () => {
    expect(drop('.a{--x:1px;--y:var(--x);--z:2px;margin:var(--z)}')).toBe('.a{--z:2px;margin:var(--z)}');
  });

  it('stays when another file of styles, a fallback, a query or a script names it', () => {
    expect(withoutUnread(['.a{--x:1px}', '.b{margin:var(--q,var(--x))}'], new Set())).toEqual(['.a{--x:1px}', '.b{margin:var(--q,var(--x))}']);
    expect(drop('.a{--x:1px}@container style(--x: 1px){b{top:0}}')).toContain('.a{--x:1px}');
    expect(drop('.a{--x:1px}', ['--x'])).toBe('.a{--x:1px}');
    expect(drop('@property --x{syntax:"*";inherits:true}.a{--x:1px}')).toContain('.a{--x:1px}');
  });

  it('ends where the declaration ends, whatever stands in its value', () => {
    expect(drop('.a{--x:url("a;b}c");--y:f({;});--z:"\\"}";margin:0}.b{color:red}')).toBe('.a{margin:0}.b{color:red}');
    expect(drop('.a{margin:0;--x:1px}.b{top:0}')).toBe('.a{margin:0;}.b{top:0}');
  });

  it('is told from a class or an element whose name has dashes', () => {
    const style = '.utrecht-button--primary-action:hover{top:0}.a--b{left:0}';
    expect(drop(style)).toBe(style);
  });
});
