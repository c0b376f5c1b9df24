import type { Day } from '../../lib/calendar.ts';
import type { DecimalInput } from '../../lib/percentage.ts';

export interface LksInput {
  /** The day the subsidy is wanted for; not before the contract begins. */
  readonly calculatedFor: Day;
  readonly contractStart: Day;
  /** Age on `calculatedFor` [years]. */
  readonly ageYears: number;
  /** Whole per cent, 0..100; null only when forfaitary. */
  readonly loonwaarde: number | null;
  readonly contractHoursPerWeek: DecimalInput;
  /** Full-time week of the sector or employer [hours]. */
  readonly fullTimeHoursPerWeek: DecimalInput;
  readonly forfaitary: boolean;
  /** Full-time monthly wage of the function without holiday allowance [euro]; only while loonwaarde was a share of it (2015-2016). */
  readonly functieloon?: DecimalInput | undefined;
}
