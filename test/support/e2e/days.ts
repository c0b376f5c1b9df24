/* Calendar days without the product's calendar: what a person would find on the wall. */

export const dayMs = 86_400_000;

/** Today in the Netherlands, "2026-11-22". */
export function amsterdamToday(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(Date.now());
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

export function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return plusDays(day, -weekday);
}

/** As one types it: 22-11-2026. */
export function typed(day: string): string {
  return day.split('-').reverse().join('-');
}
