import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { paths } from '#renderer/app/paths.ts';
import { helpTopics, topicOf } from '#renderer/features/help/help-topics.ts';
import type { DossierId, OpId, RecordId } from '#shared/domain/ids.ts';

const dossierId = 'd1' as DossierId;
const recordId = 'r1' as RecordId;
const words = (language: 'nl' | 'en') =>
  (JSON.parse(readFileSync(new URL(`../../renderer/app/texts/help.${language}.json`, import.meta.url), 'utf8')) as { readonly topic: Readonly<Record<string, { readonly title: string; readonly intro: string; readonly points: readonly string[] }>> }).topic;

describe('the help', () => {
  it('belongs to the page one is on', () => {
    expect(
      [paths.caseload, paths.duplicates, paths.newCandidate(), paths.candidate(dossierId), paths.newVisit(dossierId), paths.visit(dossierId, recordId), paths.groupVisit(), paths.newMeasurement(dossierId), paths.sign(dossierId, recordId), paths.agenda, paths.newAppointment(dossierId), paths.due, paths.search, paths.unsent, paths.conflictInFile(dossierId, 'o1' as OpId), paths.week, paths.administration, paths.settings, paths.coaching(dossierId), paths.coachWeek, paths.placement(dossierId), paths.employer(dossierId)].map(topicOf),
    ).toEqual(['caseload', 'duplicates', 'newCandidate', 'candidate', 'visit', 'visit', 'groupVisit', 'measurement', 'sign', 'agenda', 'agenda', 'due', 'search', 'unsent', 'unsent', 'week', 'administration', 'settings', 'coaching', 'hours', 'placement', 'employer']);
    expect(topicOf('/bestaat-niet')).toBe('saving');
  });

  it('has words for every topic in both languages, in short sentences', () => {
    for (const language of ['nl', 'en'] as const) {
      const found = words(language);
      expect(Object.keys(found)).toEqual([...helpTopics]);
      for (const { title, intro, points } of Object.values(found)) {
        expect(title).not.toBe('');
        expect(points.length).toBeGreaterThanOrEqual(2);
        for (const sentence of [intro, ...points].join(' ').split(/(?<=[.?!])\s/)) expect([sentence, sentence.split(' ').length <= 22]).toEqual([sentence, true]);
      }
    }
  });
});
