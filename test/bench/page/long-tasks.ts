/** Watches the window's own thread. The browser reports tasks of 50 ms and more; 0 says that there was none. */
export function watchLongTasks(): { longest(): number } {
  let longest = 0;
  const take = (entries: PerformanceEntryList) => {
    for (const entry of entries) longest = Math.max(longest, entry.duration);
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: 'longtask' });
  return {
    longest() {
      take(observer.takeRecords());
      observer.disconnect();
      return longest;
    },
  };
}
