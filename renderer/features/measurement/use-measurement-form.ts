import { useCallback, useMemo } from 'react';
import { useDevice } from '#renderer/app/device-context.tsx';
import { useDraftForm, type DraftForm, type DraftFormParts } from '#renderer/features/draft/use-draft-form.ts';
import { asksFunctieloon } from '#shared/domain/measurement-result.ts';
import type { FormReading } from '#shared/forms/read-form.ts';
import { isDay, type Day } from '#shared/lib/calendar.ts';
import { judgeForm } from './judge-form.ts';
import { liveLks } from './live-lks.ts';
import { dayOfVisit, measurementOf, type MeasurementFrame } from './measurement-of-form.ts';
import { liveLoonwaarde, type LiveLoonwaarde } from './task-checks.ts';

export interface MeasurementFormParts extends Omit<DraftFormParts, 'judge' | 'keepNow'> {
  /** What holds on the day of the visit, or null while that cannot be read. The same function until something of it changes. */
  readonly frameOn: (visitedOn: Day | null) => MeasurementFrame;
}

export interface LiveMeasurement {
  readonly form: DraftForm;
  readonly live: LiveLoonwaarde;
  readonly lks: ReturnType<typeof liveLks>;
  readonly visitDay: Day | null;
  readonly frame: MeasurementFrame;
  /** 2015-2016: the loonwaarde was a share of the wage of the function. */
  readonly asksFunctieloon: boolean;
}

/** A measurement's form with what it comes to while it is typed; keeping makes it final. */
export function useMeasurementForm({ frameOn, ...parts }: MeasurementFormParts): LiveMeasurement {
  const device = useDevice();
  const { definition, dossierId } = parts;
  const { draftId } = parts.start;
  const form = useDraftForm({
    ...parts,
    judge: useCallback((reading: FormReading) => judgeForm(definition, reading, frameOn(dayOfVisit(reading))), [definition, frameOn]),
    keepNow: ({ reading }) => device.finaliseMeasurement({ dossierId, draftId, groups: measurementOf(definition, reading, frameOn(dayOfVisit(reading))).groups }),
  });
  const { reading, values } = form;
  const visitedOn = dayOfVisit(reading);
  const frame = useMemo(() => frameOn(visitedOn), [frameOn, visitedOn]);
  const live = useMemo(() => liveLoonwaarde(values, reading, frame.method), [values, reading, frame.method]);
  const lks = useMemo(() => liveLks(reading, live.result, frame), [reading, live, frame]);
  const contractBeganOn = dayOf(reading.answers['contractBeganOn']);
  const asks = visitedOn !== null && contractBeganOn !== null && asksFunctieloon({ visitedOn, contractBeganOn }, frame.parameters);
  return { form, live, lks, visitDay: visitedOn, frame, asksFunctieloon: asks };
}

const dayOf = (answer: unknown): Day | null => (typeof answer === 'string' && isDay(answer) ? answer : null);
