/**
 * What stays at the top of the window while scrolling and would cover a line [px]: the app's header, the tools and the
 * table's own headings.
 */
export function stickyHeight(upTo: 'all' | 'above-table'): number {
  let height = 0;
  for (const element of document.querySelectorAll<HTMLElement>('[data-sticky]')) {
    if (upTo === 'above-table' && element.tagName === 'TH') continue;
    if (getComputedStyle(element).position === 'sticky') height += element.offsetHeight;
  }
  return height;
}
